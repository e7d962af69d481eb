package hop

import "strings"

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
	if !ok {
		return ""
	}
	return repository
}
