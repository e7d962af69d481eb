package model

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// A Table finds the libraries that packages belong to. Those of hoplint's own are
// decoded when a program turns out to use them: most programs use few of them. It is
// read-only and may be shared.
type Table struct {
	files  []*file            // hoplint's own
	byPath map[string][]*file // by import path
	user   []Library
	rows   rows // the user's
	// shapes and ownShapes are rows by signature, the user's and hoplint's.
	shapes, ownShapes rows
	own               map[string]bool
	// categories are those of infrastructure, by the import path above it.
	categories map[string]string
	digest     [sha256.Size]byte // of the user's
}

// A file is an embedded library.
type file struct {
	decode func() (*decoded, error)
}

type decoded struct {
	library Library
	rows    rows
}

// Load reads which libraries there are.
func Load() (*Table, error) {
	t := &Table{byPath: make(map[string][]*file), own: make(map[string]bool), ownShapes: make(rows), categories: make(map[string]string)}
	for text := compact; len(text) > 0; {
		h, rows, rest, err := next(text)
		if err != nil {
			return nil, err
		}
		f := &file{decode: sync.OnceValues(func() (*decoded, error) { return h.decode(rows) })}
		t.files = append(t.files, f)
		maps.Copy(t.categories, h.Library.Infrastructure)
		shapes, err := h.Library.shapesOf(h.File)
		if err != nil {
			return nil, err
		}
		maps.Copy(t.ownShapes, shapes)
		for _, p := range h.Library.Import {
			t.byPath[p] = append(t.byPath[p], f)
		}
		text = rest
	}
	return t, nil
}

// With returns a table that also has the user's libraries, decoded from the
// manifest file called name; their rows override those of t.
func (t *Table) With(name string, nodes []yaml.Node) (*Table, error) {
	if len(nodes) == 0 {
		return t, nil
	}
	u := &Table{files: t.files, byPath: t.byPath, rows: maps.Clone(t.rows), shapes: maps.Clone(t.shapes), ownShapes: t.ownShapes, own: maps.Clone(t.own), categories: maps.Clone(t.categories), digest: t.digest}
	if u.rows == nil {
		u.rows, u.shapes = make(rows), make(rows)
	}
	for i := range nodes {
		if err := u.add(name, &nodes[i]); err != nil {
			return nil, err
		}
	}
	u.user = append(u.user, t.user...)
	return u, nil
}

// add decodes a library of the user's.
func (t *Table) add(name string, node *yaml.Node) error {
	text, err := yaml.Marshal(node)
	if err != nil {
		return err
	}
	t.digest = sha256.Sum256(append(t.digest[:], text...))
	var lib Library
	if err := strict.DecodeNode(name, node, &lib); err != nil {
		return err
	}
	found, err := lib.rowsOf(name)
	if err != nil {
		return err
	}
	for fn, row := range found {
		if t.rows[fn] != nil {
			return fmt.Errorf("%s:%d:%d: %s has a row already", name, row.Pos.Line, row.Pos.Col, fn)
		}
		t.rows[fn] = row
	}
	shapes, err := lib.shapesOf(name)
	if err != nil {
		return err
	}
	maps.Copy(t.shapes, shapes)
	t.user = append(t.user, lib)
	maps.Copy(t.categories, lib.Infrastructure)
	for _, p := range lib.Import {
		t.own[p] = true
	}
	return nil
}

// A View looks rows up for one program. It is not safe for use by several goroutines.
type View struct {
	table *Table
	found rows            // nil for functions without a row
	used  map[string]bool // the user's rows that were found
	err   error
}

// View returns a new view of the table.
func (t *Table) View() *View { return &View{table: t, found: make(rows), used: make(map[string]bool)} }

// Row returns what is known of the function or variable with the given full name, or
// nil.
func (v *View) Row(fn string) *Row {
	row, ok := v.found[fn]
	if !ok {
		if row = v.table.rows[fn]; row != nil {
			v.used[fn] = true
		} else {
			row = v.embedded(fn)
		}
		row = v.table.categorized(fn, row)
		v.found[fn] = row
	}
	return row
}

// Shaped returns what is known of functions and methods by the types of their parameters
// and results, or nil.
func (v *View) Shaped(params, results []string) *Row {
	key := signature(params, results)
	if row := v.table.shapes[key]; row != nil {
		v.used[row.Func] = true
		return row
	}
	return v.table.ownShapes[key]
}

func (v *View) embedded(fn string) *Row {
	for p := range prefixes(PackageOf(fn)) {
		for _, f := range v.table.byPath[p] {
			d, err := f.decode()
			if err != nil {
				v.err = err
				return nil
			}
			if row := d.rows[fn]; row != nil {
				return row
			}
		}
	}
	return nil
}

// Used returns the functions, and the signatures, of the user's rows that were looked up,
// sorted.
func (v *View) Used() []string { return slices.Sorted(maps.Keys(v.used)) }

// Err returns what went wrong when rows were looked up, if anything did.
func (v *View) Err() error { return v.err }

// prefixes yields an import path and the paths above it.
func prefixes(pkg string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for p := pkg; yield(p); {
			i := strings.LastIndexByte(p, '/')
			if i < 0 {
				return
			}
			p = p[:i]
		}
	}
}

// Known reports whether the package belongs to a library with a model, or to the client
// of infrastructure, so that its source is not followed even if its owner's is.
func (t *Table) Known(pkgPath string) bool {
	for p := range prefixes(pkgPath) {
		if len(t.byPath[p]) > 0 || t.own[p] || t.categories[p] != "" {
			return true
		}
	}
	return false
}

// User returns the functions, and the signatures, that the user's rows speak of, sorted.
func (t *Table) User() []string {
	out := slices.Collect(maps.Keys(t.rows))
	for i := range t.user {
		for _, row := range t.user[i].Shapes {
			out = append(out, row.Func)
		}
	}
	slices.Sort(out)
	return out
}

// Digest returns a digest of what the user's libraries say. The embedded ones are part
// of the tool.
func (t *Table) Digest() string { return hex.EncodeToString(t.digest[:]) }

// Libraries returns the libraries, the user's first and the others in the order of
// their files.
func (t *Table) Libraries() ([]Library, error) {
	out := slices.Clone(t.user)
	for _, f := range t.files {
		d, err := f.decode()
		if err != nil {
			return nil, err
		}
		out = append(out, d.library)
	}
	return out, nil
}
