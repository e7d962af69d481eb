package load

import (
	"runtime"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

func TestCheckErrors(t *testing.T) {
	dir := write(t, `
-- go.mod --
module m

go 1.22
-- good/good.go --
package good

import "m/bad"

func F() int { return bad.Right() }
-- bad/bad.go --
package bad

import (
	_ "acme.dev/nowhere"
	"strings"
)

func Right() int { return 1 }

func Wrong() int {
	return strings.ToUpper("x") + undefined
}
-- syntax/syntax.go --
package syntax

func F() { return ) }
-- above/above.go --
package above

import "m/bad"

var X = bad.Missing
-- cycle/a/a.go --
package a

import "m/cycle/b"

var A = b.B
-- cycle/b/b.go --
package b

import "m/cycle/a"

var B = a.A
`)
	for _, store := range []*cache.Store{nil, newStore(t)} {
		w := walkAll(t, list(t, Config{Dir: dir}), store)
		got := strings.Join(w.errors(dir), "\n")
		for _, want := range []string{
			"bad/bad.go:4:4: could not import acme.dev/nowhere (no required module provides package acme.dev/nowhere; to add it: go get acme.dev/nowhere)",
			"bad/bad.go:11:32: undefined: undefined",
			"syntax/syntax.go:3:19: expected operand, found ')'",
			"above/above.go:5:13: undefined: bad.Missing",
			"cycle/a/a.go:3:8: could not import m/cycle/b (",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("no error %q in\n%s", want, got)
			}
		}
		if good := w.checked["m/good"]; len(good.Errors) > 0 || good.Types.Scope().Lookup("F") == nil {
			t.Errorf("m/good: %v", good.Errors)
		}
		if bad := w.checked["m/bad"]; bad.Types.Scope().Lookup("Right") == nil || bad.Package.Path != "m/bad" {
			t.Error("what type-checks of m/bad is lost")
		}
	}
}

func TestCheckFewErrors(t *testing.T) {
	text := "package m\n" + strings.Repeat("\nvar _ = undefined\n", 3*maxErrors)
	dir := write(t, "-- go.mod --\nmodule m\n-- m.go --\n"+text)
	w := walkAll(t, list(t, Config{Dir: dir}), nil)
	if n := len(w.checked["m"].Errors); n != maxErrors {
		t.Errorf("%d errors, want %d", n, maxErrors)
	}
}

// cgo is not run: what comes from C has no type, and is no error.
func TestCheckCgo(t *testing.T) {
	dir := write(t, `
-- go.mod --
module m

go 1.22
-- lib/lib.go --
package lib

// #error the C compiler must not see this
import "C"

func F() int { return int(C.f()) }

const Any = int32(C.ANY)

type T struct{ t C.struct_t }
-- main.go --
package main

import "m/lib"

var p = struct{ n int32 }{lib.Any}

func main() { lib.F() }
`)
	l := list(t, Config{Dir: dir})
	if files := find(t, l, "m/lib").Files; len(files) != 1 {
		t.Errorf("files %v", files)
	}
	store := newStore(t)
	w := walkAll(t, l, store)
	wantEqual(t, "errors", w.errors(dir))
	replace(t, dir, "main.go", "func main()", "func main() { more() }\n\nfunc more()")
	w = walkAll(t, list(t, Config{Dir: dir}), store)
	wantEqual(t, "errors", w.errors(dir))
	wantEqual(t, "visited", w.visited, "m")
}

const vendored = `
-- go.mod --
module m

go 1.22

require acme.dev/lib v1.2.0
-- main.go --
package main

import "acme.dev/lib"

func main() { lib.F(1) }
-- vendor/modules.txt --
# acme.dev/lib v1.2.0
## explicit; go 1.21
acme.dev/lib
-- vendor/acme.dev/lib/lib.go --
package lib

func F(n int) { undefinedInABody() }

var wrong = undefined
`

// A library's errors are no concern of ours.
func TestVendor(t *testing.T) {
	dir, store := write(t, vendored), newStore(t)
	l := list(t, Config{Dir: dir})
	wantEqual(t, "matched", ids(l.Matched()), "m")
	lib := find(t, l, "acme.dev/lib")
	if lib.FirstParty || lib.Module.Version != "v1.2.0" || lib.immutable() || lib.languageVersion() != "go1.21" {
		t.Errorf("the vendored package: %+v, module %+v", lib, lib.Module)
	}
	w := walkAll(t, l, store)
	wantEqual(t, "errors", w.errors(dir))
	wantEqual(t, "visited", w.visited, "m")

	// It may have been edited.
	replace(t, dir, "vendor/acme.dev/lib/lib.go", "n int", "n string")
	w = walkAll(t, list(t, Config{Dir: dir}), store)
	wantEqual(t, "errors", w.errors(dir), `main.go:5:21: cannot use 1 (untyped int constant) as string value in argument to lib.F`)
}

// A library may import first-party packages.
func TestLibraryAboveFirstParty(t *testing.T) {
	dir := write(t, `
-- go.mod --
module acme.dev/m

go 1.22
-- main.go --
package main

import (
	"acme.dev/m/dto"
	"acme.dev/m/webkit"
)

func main() { webkit.Send(dto.Order{}) }
-- webkit/webkit.go --
package webkit

import "acme.dev/m/dto"

func Send(dto.Order) { undefined() }
-- dto/dto.go --
package dto

import "io"

type Order struct{ io.Reader }
`)
	fp := FirstParty{Libraries: []string{"acme.dev/m/webkit/"}}
	classified := func() *Listing {
		l := list(t, Config{Dir: dir})
		l.Classify(fp)
		return l
	}
	store := newStore(t)
	first := walkAll(t, classified(), store)
	wantEqual(t, "errors", first.errors(dir))
	wantEqual(t, "visited", sorted(first.visited), "acme.dev/m", "acme.dev/m/dto")
	for _, lost := range []string{"acme.dev/m", "acme.dev/m/dto"} {
		for _, stored := range []bool{true, false} {
			s := cloneStore(t, store)
			s.Remove("result", first.keys[lost])
			if !stored {
				s.Remove(declKind, find(t, classified(), "acme.dev/m/webkit").content)
			}
			w := walkAll(t, classified(), s)
			wantEqual(t, "errors", w.errors(dir))
			wantEqual(t, "visited", w.visited, lost)
		}
	}
	// How packages are classified is part of the key.
	fp = FirstParty{}
	w := walkAll(t, classified(), store)
	wantEqual(t, "visited", sorted(w.visited), "acme.dev/m", "acme.dev/m/dto", "acme.dev/m/webkit")
}

func TestSupported(t *testing.T) {
	for v, want := range map[string]string{
		"":                "",
		"go1.18":          "go1.18",
		"go1.21.3":        "go1.21.3",
		"go1.999":         "",
		"go2.0":           "",
		"nonsense":        "",
		runtime.Version(): runtime.Version(),
	} {
		if got := supported(v); got != want {
			t.Errorf("supported(%q) = %q, want %q", v, got, want)
		}
	}
}
