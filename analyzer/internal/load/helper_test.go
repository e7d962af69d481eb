package load

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// write unpacks a txtar archive into a directory of the test's own.
func write(t testing.TB, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		edit(t, dir, f.Name, string(f.Data))
	}
	return dir
}

// edit writes one file below dir.
func edit(t testing.TB, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// replace changes the text of one file below dir.
func replace(t testing.TB, dir, name, from, to string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), from) {
		t.Fatalf("%s does not contain %q", name, from)
	}
	edit(t, dir, name, strings.Replace(string(data), from, to, 1))
}

// hermetic is an environment in which the go command reaches no network and reads
// no configuration.
func hermetic(more ...string) []string {
	env := append(os.Environ(), "GOPROXY=off", "GOFLAGS=", "GOWORK=", "GOENV=off", "GOTOOLCHAIN=local", "CGO_ENABLED=1")
	return append(env, more...)
}

func list(t testing.TB, cfg Config) *Listing {
	t.Helper()
	if cfg.Env == nil {
		cfg.Env = hermetic()
	}
	l, err := List(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// ids are the IDs of packages, sorted.
func ids(pkgs []*Package) []string {
	var all []string
	for _, p := range pkgs {
		all = append(all, p.ID)
	}
	slices.Sort(all)
	return all
}

func find(t testing.TB, l *Listing, path string) *Package {
	t.Helper()
	for _, p := range l.Packages {
		if p.Path == path {
			return p
		}
	}
	t.Fatalf("no package %s", path)
	return nil
}

func wantEqual(t testing.TB, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// A walk is what one walk did.
type walk struct {
	visited []string // in order
	checked map[string]*Checked
	keys    map[string]cache.Key
	types   *Types
}

// walkAll walks through a listing, and stores a result for each package.
func walkAll(t testing.TB, l *Listing, store *cache.Store) *walk {
	t.Helper()
	w := &walk{checked: make(map[string]*Checked), keys: make(map[string]cache.Key), types: NewTypes(l, store)}
	var mu sync.Mutex
	w.types.Walk(func(p *Package, key cache.Key) bool {
		mu.Lock()
		defer mu.Unlock()
		w.keys[p.Path] = key
		return store.Has("result", key)
	}, func(c *Checked) {
		mu.Lock()
		defer mu.Unlock()
		if old := w.checked[c.Package.Path]; old != nil && old.Package == c.Package {
			t.Errorf("%s is visited twice", c.Package.Path)
		}
		w.checked[c.Package.Path] = c
		w.visited = append(w.visited, c.Package.Path)
		store.Put("result", c.Key, nil)
	})
	return w
}

// errors are the messages against what was visited, sorted, their files relative to dir.
func (w *walk) errors(dir string) []string {
	var all []string
	for _, c := range w.checked {
		for _, e := range c.Errors {
			all = append(all, strings.ReplaceAll(e.Error(), dir+string(filepath.Separator), ""))
		}
	}
	slices.Sort(all)
	return all
}

func newStore(t testing.TB) *cache.Store {
	t.Helper()
	s, err := cache.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return s
}
