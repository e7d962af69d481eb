// Package model says what the functions of libraries do, as data: one YAML file a
// library, embedded. Users write the same rows under models: in hoplint.yaml.
//
// A row names a function as types.Func.FullName prints its origin, says what kind
// of thing it does, and where among the receiver, arguments and results the things
// are that matter for it:
//
//   - {func: "(*net/http.ServeMux).Handle", kind: route, args: {router: recv, pattern: 0, handler: 1}}
//
// Kinds and roles are listed in kind.go; see [Locator] for the right-hand sides.
package model

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

//go:embed library/*.yaml
var library embed.FS

// A Library is what is known of one library: a file.
type Library struct {
	Library string `yaml:"library"` // what people call it
	// Import is the path of the library's packages: rows may speak of packages below it.
	Import string `yaml:"import"`
	// Versions says in words which versions the rows fit.
	Versions string `yaml:"versions"`
	// Protocol is the default of the rows.
	Protocol string `yaml:"protocol"`
	Rows     []Row  `yaml:"rows"`
	// Infrastructure lists packages whose calls reach infrastructure or third parties:
	// path prefixes on segment borders, with a category.
	Infrastructure map[string]string `yaml:"infrastructure"`
}

// A Row says what one function or package variable does.
type Row struct {
	Func string `yaml:"func"`
	// Funcs are further functions that do the same.
	Funcs []string         `yaml:"funcs"`
	Kind  Kind             `yaml:"kind"`
	Args  map[Role]Locator `yaml:"args"`
	// Const gives roles a fixed value.
	Const map[Role]string `yaml:"const"`
	// Op is the operation of the kinds string and url.
	Op string `yaml:"op"`
	// Syntax is that of route patterns: servemux, braces or colon.
	Syntax   string `yaml:"syntax"`
	Protocol string `yaml:"protocol"`
	// Category is that of calls to infrastructure.
	Category string `yaml:"category"`
	// Pass is the argument that a wrapper's result stands for.
	Pass Locator `yaml:"pass"`
	Note string  `yaml:"note"`

	Pos strict.Pos `yaml:"-"`
}

// A Table finds rows by function name. It is read-only once made.
type Table struct {
	libraries []Library
	rows      map[string]*Row
	imports   []string // sorted import paths of the libraries
	infra     []prefix // sorted by path
	digest    [sha256.Size]byte
}

type prefix struct{ path, category string }

// Load reads the embedded library files.
func Load() (*Table, error) {
	names, err := fs.Glob(library, "library/*.yaml")
	if err != nil {
		return nil, err
	}
	t := &Table{rows: make(map[string]*Row)}
	for _, name := range names {
		data, err := library.ReadFile(name)
		if err != nil {
			return nil, err
		}
		t.mix(data)
		var lib Library
		if err := strict.Decode(path.Base(name), data, &lib); err != nil {
			return nil, fmt.Errorf("embedded library model: %v", err)
		}
		if err := t.add(path.Base(name), lib); err != nil {
			return nil, fmt.Errorf("embedded library model: %v", err)
		}
	}
	return t, nil
}

// With returns a table that also has the user's libraries, decoded from the
// manifest file called name; their rows override those of t.
func (t *Table) With(name string, nodes []yaml.Node) (*Table, error) {
	if len(nodes) == 0 {
		return t, nil
	}
	u := &Table{rows: make(map[string]*Row), digest: t.digest}
	for i := range nodes {
		text, err := yaml.Marshal(&nodes[i])
		if err != nil {
			return nil, err
		}
		u.mix(text)
		var lib Library
		if err := strict.DecodeNode(name, &nodes[i], &lib); err != nil {
			return nil, err
		}
		if err := u.add(name, lib); err != nil {
			return nil, err
		}
	}
	for fn, row := range t.rows {
		if u.rows[fn] == nil {
			u.rows[fn] = row
		}
	}
	u.libraries = append(u.libraries, t.libraries...)
	u.imports = sortedUnion(t.imports, u.imports)
	u.infra = append(u.infra, t.infra...)
	slices.SortStableFunc(u.infra, func(a, b prefix) int { return cmp.Compare(a.path, b.path) })
	return u, nil
}

func sortedUnion(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

func (t *Table) add(file string, lib Library) error {
	for i := range lib.Rows {
		row := &lib.Rows[i]
		if row.Protocol == "" {
			row.Protocol = lib.Protocol
		}
		if err := row.check(); err != nil {
			return fmt.Errorf("%s:%d:%d: %v", file, row.Pos.Line, row.Pos.Col, err)
		}
		for _, fn := range row.names() {
			if t.rows[fn] != nil {
				return fmt.Errorf("%s:%d:%d: %s has a row already", file, row.Pos.Line, row.Pos.Col, fn)
			}
			t.rows[fn] = row
		}
	}
	t.libraries = append(t.libraries, lib)
	if lib.Import != "" {
		t.imports = sortedUnion(t.imports, []string{lib.Import})
	}
	for p, category := range lib.Infrastructure {
		t.infra = append(t.infra, prefix{p, category})
	}
	slices.SortFunc(t.infra, func(a, b prefix) int { return cmp.Compare(a.path, b.path) })
	return nil
}

func (r *Row) names() []string {
	if r.Func == "" {
		return r.Funcs
	}
	return append([]string{r.Func}, r.Funcs...)
}

// Row returns what is known of the function with the given full name, or nil.
func (t *Table) Row(fn string) *Row { return t.rows[fn] }

// Known reports whether the package belongs to a library with a model, so that its
// source is not followed even if its owner's is.
func (t *Table) Known(pkgPath string) bool {
	_, ok := longestPrefix(t.imports, pkgPath)
	return ok
}

func longestPrefix(sorted []string, pkgPath string) (string, bool) {
	for p := pkgPath; ; {
		if _, ok := slices.BinarySearch(sorted, p); ok {
			return p, true
		}
		i := strings.LastIndexByte(p, '/')
		if i < 0 {
			return "", false
		}
		p = p[:i]
	}
}

// Category returns the category of infrastructure that the package belongs to; ""
// for none. The longest prefix wins.
func (t *Table) Category(pkgPath string) string {
	for p := pkgPath; ; {
		i, ok := slices.BinarySearchFunc(t.infra, p, func(e prefix, p string) int { return cmp.Compare(e.path, p) })
		if ok {
			return t.infra[i].category
		}
		j := strings.LastIndexByte(p, '/')
		if j < 0 {
			return ""
		}
		p = p[:j]
	}
}

// Digest returns a digest of all that the table holds.
func (t *Table) Digest() string { return hex.EncodeToString(t.digest[:]) }

// mix adds text to the digest.
func (t *Table) mix(text []byte) {
	t.digest = sha256.Sum256(append(t.digest[:], text...))
}

// Libraries returns the libraries in the order of their files, the user's first.
func (t *Table) Libraries() []Library { return t.libraries }
