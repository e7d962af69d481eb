package hop

import (
	"regexp"
	"strings"
)

// elsewhere stands between the name of another repository and a position in it. No file
// is named so: names of files are clean.
const elsewhere = "//"

// Elsewhere returns a position in another repository: "example.com/payments//main.go:12:3",
// where the file is named from the directory that was checked there. No position is none.
func Elsewhere(repository, pos string) string {
	if pos == "" {
		return ""
	}
	return repository + elsewhere + pos
}

// RepositoryOf returns the other repository that a position lies in; "" for positions of
// the repository under analysis.
func RepositoryOf(pos string) string {
	repository, _, ok := strings.Cut(pos, elsewhere)
	if !ok || !IsRepository(repository) {
		return ""
	}
	return repository
}

// IsRepository reports whether a repository may have the name: one like a module path.
func IsRepository(name string) bool { return repositoryName.MatchString(name) }

var repositoryName = regexp.MustCompile(`^[\pL\d_][\pL\d_.~+-]*(/[\pL\d_~+-][\pL\d_.~+-]*)*$`)
