package manifest

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// Check reads the root: "./dir", "./dir#Func", "./dir#(*Type).Method". Without a
// directory the checked one is meant.
func (r *Root) Check() error {
	dir, fn, hasFunc := strings.Cut(r.Text, "#")
	if dir == "" && hasFunc {
		dir = "."
	}
	if err := checkDir(dir); err != nil {
		return fmt.Errorf("root %q: %v", r.Text, err)
	}
	r.Dir = path.Clean(dir)
	if !hasFunc {
		return nil
	}
	if r.Func = normalFunc(fn); r.Func == "" {
		return fmt.Errorf("root %q: bad function %q (want Func, (*Type).Method or (Type).Method)", r.Text, fn)
	}
	return nil
}

// checkDir checks the form of a directory.
func checkDir(dir string) error {
	switch {
	case dir == "":
		return errors.New("no directory (the checked one is .)")
	case strings.Contains(dir, `\`):
		return errors.New("write directories with slashes")
	case path.IsAbs(dir):
		return errors.New("want a directory relative to the checked one")
	case dir != "." && dir != ".." && !strings.HasPrefix(dir, "./") && !strings.HasPrefix(dir, "../"):
		return fmt.Errorf("directories begin with ./ (did you mean %q?)", "./"+dir)
	case strings.Contains(dir, "..."):
		return errors.New("... can only be the end of a pattern, and only of exclude")
	}
	return nil
}

var method = regexp.MustCompile(`^(?:\((\*?)(\pL[\pL\d_]*|_[\pL\d_]+)\)|(\pL[\pL\d_]*|_[\pL\d_]+))\.(\pL[\pL\d_]*|_[\pL\d_]+)$`)

// normalFunc returns "F", "(T).M" or "(*T).M"; "" if fn is none of them nor "T.M".
func normalFunc(fn string) string {
	if token.IsIdentifier(fn) {
		return fn
	}
	m := method.FindStringSubmatch(fn)
	if m == nil {
		return ""
	}
	return "(" + m[1] + m[2] + m[3] + ")." + m[4]
}

// CheckRoots checks that the roots are directories below the checked one. Whether
// there is Go in them is not its concern.
func (m *Manifest) CheckRoots(checked string) error {
	errs := strict.Errors{File: m.File}
	for i := range m.Services {
		root := &m.Services[i].Root
		if root.Dir == "" {
			continue
		}
		info, err := os.Stat(filepath.Join(checked, filepath.FromSlash(root.Dir)))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			errs.Add(root.Pos, "root %q does not exist%s", root.Text, root.suggest(nearestDir(checked, root.Dir)))
		case err != nil:
			errs.Add(root.Pos, "root %q: %v", root.Text, errors.Unwrap(err))
		case !info.IsDir():
			errs.Add(root.Pos, "root %q is a file, want its directory%s", root.Text, root.suggest(path.Dir(root.Dir)))
		}
	}
	return errs.Err()
}

// suggest returns a hint at another directory; none for "".
func (r *Root) suggest(dir string) string {
	if dir == "" {
		return ""
	}
	if dir != "." && !strings.HasPrefix(dir, "../") {
		dir = "./" + dir
	}
	if _, fn, ok := strings.Cut(r.Text, "#"); ok {
		dir += "#" + fn
	}
	return fmt.Sprintf(" (did you mean %q?)", dir)
}

// nearestDir returns the directory that was probably meant by one that does not
// exist, or "": each element that is missing is replaced by its nearest sibling.
func nearestDir(checked, dir string) string {
	found := "."
	for elem := range strings.SplitSeq(dir, "/") {
		next := path.Join(found, elem)
		if !isDir(checked, next) {
			near := strict.Nearest(elem, subdirs(checked, found))
			if near == "" {
				return ""
			}
			next = path.Join(found, near)
		}
		found = next
	}
	return found
}

func isDir(checked, dir string) bool {
	info, err := os.Stat(filepath.Join(checked, filepath.FromSlash(dir)))
	return err == nil && info.IsDir()
}

// subdirs returns the names of the directories in dir, sorted.
func subdirs(checked, dir string) []string {
	entries, err := os.ReadDir(filepath.Join(checked, filepath.FromSlash(dir)))
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}
