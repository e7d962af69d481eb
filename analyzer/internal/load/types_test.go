package load

import (
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// diamond has main import order and stock, which both import dto; order has an
// instance of set, which is generic, and whose bodies call log.
const diamond = `
-- go.mod --
module acme.dev/shop

go 1.22
-- main.go --
package main

import (
	"os"

	"acme.dev/shop/order"
	"acme.dev/shop/stock"
)

func main() {
	stock.Take(order.New())
	for _, id := range order.IDs().All() {
		os.Open("stock/" + id)
	}
}
-- dto/dto.go --
package dto

import "net/url"

type Order struct {
	ID string
	At *url.URL
}

func (o Order) Path() string {
	return "/orders/" + o.ID
}
-- order/order.go --
package order

import (
	"acme.dev/shop/dto"
	"acme.dev/shop/set"
)

func New() dto.Order { return dto.Order{} }

func IDs() *set.Set[string] { return set.Of("a") }
-- stock/stock.go --
package stock

import (
	"os"

	"acme.dev/shop/dto"
)

func Take(o dto.Order) (*os.File, error) { return os.Open(o.At.String()) }
-- set/set.go --
package set

import "acme.dev/shop/log"

type Set[T comparable] struct{ m map[T]bool }

func (s *Set[T]) All() []T {
	log.Print("all")
	var all []T
	for v := range s.m {
		all = append(all, v)
	}
	return all
}

func Of[T comparable](vs ...T) *Set[T] {
	s := &Set[T]{m: make(map[T]bool)}
	for _, v := range vs {
		s.m[v] = true
	}
	return s
}
-- log/log.go --
package log

import "fmt"

func Print(s string) { fmt.Println(s) }
-- apart/apart.go --
package apart
`

func shop(names ...string) []string {
	var paths []string
	for _, n := range names {
		paths = append(paths, strings.TrimSuffix("acme.dev/shop/"+n, "/"))
	}
	return paths
}

func sorted(s []string) []string { return slices.Sorted(slices.Values(s)) }

func TestWalkCold(t *testing.T) {
	for _, store := range []*cache.Store{nil, newStore(t)} {
		dir := write(t, diamond)
		w := walkAll(t, list(t, Config{Dir: dir}), store)
		wantEqual(t, "errors", w.errors(dir))
		wantEqual(t, "visited", sorted(w.visited), shop("", "apart", "dto", "log", "order", "set", "stock")...)
		at := func(name string) int { return slices.Index(w.visited, shop(name)[0]) }
		if at("dto") > at("order") || at("set") > at("order") || at("order") > at("") || at("stock") > at("") {
			t.Errorf("visited in the order %v", w.visited)
		}
		main := w.checked["acme.dev/shop"]
		if main.Types.Path() != "acme.dev/shop" || len(main.Files) != 1 || main.Files[0].Comments != nil || main.Fset == nil {
			t.Errorf("main: %+v", main)
		}
	}
}

// TestWalkAgain says which packages are visited when something has changed since
// all were.
func TestWalkAgain(t *testing.T) {
	tests := []struct {
		name           string
		file, from, to string
		want           []string
	}{
		{"nothing", "", "", "", nil},
		{"a file that is not Go", "order/notes.txt", "", "x", nil},
		{"a package apart", "apart/apart.go", "package apart", "package apart\n\nvar V int", shop("apart")},
		{"a body", "dto/dto.go", `"/orders/" +`, `"/o/" +`, shop("dto")},
		{"the lines of declarations", "dto/dto.go", "type Order", "// A comment.\n\ntype Order", shop("dto")},
		{"an unexported function", "dto/dto.go", "type Order", "func f() {}\n\ntype Order", shop("dto")},
		{"the main package", "main.go", "stock/", "shelf/", shop("")},
		{"a field", "dto/dto.go", "ID string", "ID, Name string", shop("", "dto", "order", "stock")},
		{"a signature", "stock/stock.go", "func Take(o dto.Order)", "func Take(o dto.Order, more ...int)", shop("", "stock")},
		{"a generic body", "set/set.go", `"all"`, `"every"`, shop("", "order", "set")},
		{"a body below a generic one", "log/log.go", `Println(s)`, `Print(s)`, shop("log")},
		{"a declaration below a generic one", "log/log.go", `Print(s string)`, `Print(s string, more ...int)`, shop("", "log", "order", "set")},
		{"another library", "log/log.go", `import "fmt"`, "import (\n\t\"fmt\"\n\t_ \"encoding/hex\"\n)", shop("log")},
		{"the version of the language", "go.mod", "go 1.22", "go 1.23", shop("", "apart", "dto", "log", "order", "set", "stock")},
	}
	dir, store := write(t, diamond), newStore(t)
	walkAll(t, list(t, Config{Dir: dir}), store)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir, store := write(t, diamond), cloneStore(t, store)
			switch {
			case test.from != "":
				replace(t, dir, test.file, test.from, test.to)
			case test.file != "":
				edit(t, dir, test.file, test.to)
			}
			l := list(t, Config{Dir: dir})
			w := walkAll(t, l, store)
			wantEqual(t, "errors", w.errors(dir))
			wantEqual(t, "visited", sorted(w.visited), test.want...)
			if len(test.want) == 0 && w.types.made() > 0 {
				t.Errorf("%d packages were read though nothing has changed", w.types.made())
			}
			again := walkAll(t, l, store)
			wantEqual(t, "visited again", again.visited)
			for path, key := range w.keys {
				if again.keys[path] != key {
					t.Errorf("%s has another key the second time", path)
				}
			}
		})
	}
}

// cloneStore copies a store to another directory.
func cloneStore(t *testing.T, store *cache.Store) *cache.Store {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(store.Dir())); err != nil {
		t.Fatal(err)
	}
	s, err := cache.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// made counts the packages of which there are types.
func (t *Types) made() int {
	n := 0
	for _, s := range t.states {
		if s.types != nil {
			n++
		}
	}
	return n
}

// When only main has changed, the rest is read; no library is parsed.
func TestWalkReadsDeclarations(t *testing.T) {
	dir, store := write(t, diamond), newStore(t)
	walkAll(t, list(t, Config{Dir: dir}), store)
	replace(t, dir, "main.go", "stock/", "shelf/")
	w := walkAll(t, list(t, Config{Dir: dir}), store)
	wantEqual(t, "errors", w.errors(dir))
	var parsed []string
	w.types.reader.fset.Iterate(func(f *token.File) bool {
		parsed = append(parsed, strings.TrimPrefix(f.Name(), dir+"/"))
		return true
	})
	// set is generic: main has instances of its bodies.
	wantEqual(t, "parsed", sorted(parsed), "main.go", "set/set.go")

	main := w.checked["acme.dev/shop"]
	if len(main.Generics) != 1 || main.Generics[0].Package.Path != "acme.dev/shop/set" {
		t.Fatalf("generics: %v", main.Generics)
	}
	buildSSA(t, main)
}

// buildSSA does with a package what lowering does.
func buildSSA(t *testing.T, c *Checked) {
	t.Helper()
	prog := ssa.NewProgram(c.Fset, ssa.InstantiateGenerics|ssa.SanityCheckFunctions)
	created := map[*types.Package]bool{c.Types: true}
	create := func(pkg *types.Package, files []*ast.File, info *types.Info) {
		if !created[pkg] {
			created[pkg] = true
			prog.CreatePackage(pkg, files, info, true)
		}
	}
	for _, g := range c.Generics {
		create(g.Types, g.Files, g.Info)
	}
	for _, g := range append(slices.Clone(c.Generics), c) {
		for _, d := range g.Types.Imports() {
			create(d, nil, nil)
		}
	}
	pkg := prog.CreatePackage(c.Types, c.Files, c.Info, true)
	pkg.Build()
	for _, b := range pkg.Func("main").Blocks {
		for _, i := range b.Instrs {
			call, ok := i.(*ssa.Call)
			if !ok || call.Call.StaticCallee().Name() != "All" {
				continue
			}
			if fn := call.Call.StaticCallee(); len(fn.TypeArgs()) != 1 || len(fn.Blocks) == 0 {
				t.Errorf("%s has no body of its own", fn)
			}
			return
		}
	}
	t.Error("main does not call All")
}

// TestWalkPartly loses results one by one, so that packages are made from source in
// the midst of others that are read.
func TestWalkPartly(t *testing.T) {
	dir, store := write(t, diamond), newStore(t)
	l := list(t, Config{Dir: dir})
	first := walkAll(t, l, store)
	for _, lost := range shop("", "dto", "log", "order", "set", "stock") {
		for _, kind := range []string{"result", declKind, sumKind} {
			s := cloneStore(t, store)
			s.Remove(kind, first.keys[lost])
			s.Remove("result", first.keys["acme.dev/shop"])
			w := walkAll(t, l, s)
			wantEqual(t, "errors without "+kind+" of "+lost, w.errors(dir))
			want := shop("")
			if kind == "result" {
				want = slices.Compact(sorted([]string{"acme.dev/shop", lost}))
			}
			wantEqual(t, "visited without "+kind+" of "+lost, sorted(w.visited), want...)
			buildSSA(t, w.checked["acme.dev/shop"])
		}
	}
}

// Entries that are there but cannot be read are found out in the midst of a walk.
func TestWalkUnreadable(t *testing.T) {
	dir, store := write(t, diamond), newStore(t)
	l := list(t, Config{Dir: dir})
	first := walkAll(t, l, store)
	for _, path := range append(shop("dto", "order", "stock", "set"), "os", "net/url") {
		s := cloneStore(t, store)
		key, ok := first.keys[path]
		if !ok {
			key = find(t, l, path).content
		}
		if !s.Has(declKind, key) {
			t.Fatalf("no declarations of %s", path)
		}
		s.Put(declKind, key, []byte("i\x01garbage"))
		s.Remove("result", first.keys["acme.dev/shop"])
		s.Remove("result", first.keys["acme.dev/shop/stock"])
		w := walkAll(t, l, s)
		wantEqual(t, "errors without "+path, w.errors(dir))
		wantEqual(t, "visited without "+path, sorted(w.visited), shop("", "stock")...)
	}
}

func TestWalkDamagedFiles(t *testing.T) {
	dir, store := write(t, diamond), newStore(t)
	w := walkAll(t, list(t, Config{Dir: dir}), store)
	err := filepath.WalkDir(filepath.Join(store.Dir(), declKind), func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Truncate(name, 50)
	})
	if err != nil {
		t.Fatal(err)
	}
	store.Remove("result", w.keys["acme.dev/shop"])
	w = walkAll(t, list(t, Config{Dir: dir}), store)
	wantEqual(t, "errors", w.errors(dir))
	wantEqual(t, "visited", w.visited, shop("")...)
}
