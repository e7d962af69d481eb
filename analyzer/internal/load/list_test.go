package load

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

const oneModule = `
-- go.mod --
module acme.dev/shop

go 1.22
-- cmd/shop/main.go --
package main

import (
	_ "acme.dev/shop/internal/order"
	_ "net/url"
)

func main() {}
-- internal/order/order.go --
package order
-- internal/order/order_test.go --
package order_test

import "testing"

func Test(t *testing.T) {}
-- internal/order/in_test.go --
package order

func inTest() {}
-- docs/readme.md --
none
`

func TestListOneModule(t *testing.T) {
	dir := write(t, oneModule)
	l := list(t, Config{Dir: dir})
	wantEqual(t, "matched", ids(l.Matched()), "acme.dev/shop/cmd/shop", "acme.dev/shop/internal/order")

	order, url := find(t, l, "acme.dev/shop/internal/order"), find(t, l, "net/url")
	if !order.FirstParty || order.Std || order.Name != "order" || len(order.Files) != 1 {
		t.Errorf("order: %+v", order)
	}
	if m := order.Module; m == nil || m.Path != "acme.dev/shop" || m.GoVersion != "1.22" || !m.Main || !m.Local || m.Dir != dir {
		t.Errorf("module: %+v", order.Module)
	}
	if url.FirstParty || !url.Std || url.Matched || url.Module != nil {
		t.Errorf("net/url: %+v", url)
	}
	main := find(t, l, "acme.dev/shop/cmd/shop")
	if main.Imports["net/url"] != url || main.Imports["acme.dev/shop/internal/order"] != order {
		t.Error("the imports are not the packages of the listing")
	}
	for _, p := range l.Packages {
		for path, d := range p.Imports {
			if d.index >= p.index || l.Packages[d.index] != d {
				t.Errorf("%s stands before its import %s", p.ID, path)
			}
		}
	}
}

func TestListIsDeterministic(t *testing.T) {
	dir := write(t, severalModules)
	a, b := list(t, Config{Dir: dir}), list(t, Config{Dir: dir})
	for i, p := range a.Packages {
		if q := b.Packages[i]; p.ID != q.ID || p.content != q.content || p.Dir != q.Dir {
			t.Fatalf("package %d is %s, then %s", i, p.ID, q.ID)
		}
	}
}

func TestListTests(t *testing.T) {
	l := list(t, Config{Dir: write(t, oneModule), Tests: true})
	wantEqual(t, "matched", ids(l.Matched()),
		"acme.dev/shop/cmd/shop",
		"acme.dev/shop/internal/order [acme.dev/shop/internal/order.test]",
		"acme.dev/shop/internal/order_test [acme.dev/shop/internal/order.test]")
}

func TestListFromBelow(t *testing.T) {
	dir := write(t, oneModule)
	l := list(t, Config{Dir: dir + "/internal"})
	wantEqual(t, "matched", ids(l.Matched()), "acme.dev/shop/internal/order")
}

const severalModules = `
-- shared/go.mod --
module acme.dev/shared

go 1.22
-- shared/dto/dto.go --
package dto

import "net/url"

type Order struct{ At url.URL }
-- services/basket/go.mod --
module acme.dev/basket

go 1.22

require acme.dev/shared v0.0.0

replace acme.dev/shared => ../../shared
-- services/basket/main.go --
package main

import "acme.dev/shared/dto"

func main() { _ = dto.Order{} }
-- services/basket/api/api.go --
package api
-- services/ordering/go.mod --
module acme.dev/ordering

go 1.22

require acme.dev/shared v0.0.0

replace acme.dev/shared => ../../shared
-- services/ordering/main.go --
package main

import "acme.dev/shared/dto"

func main() { _ = dto.Order{} }
-- services/ordering/testdata/go.mod --
module ignored
-- services/ordering/testdata/x.go --
package ignored
-- node_modules/x/go.mod --
module ignored
-- _old/go.mod --
module ignored
-- .hidden/go.mod --
module ignored
-- docs/readme.md --
none
`

func TestListSeveralModules(t *testing.T) {
	dir := write(t, severalModules)
	l := list(t, Config{Dir: dir})
	wantEqual(t, "matched", ids(l.Matched()),
		"acme.dev/basket", "acme.dev/basket/api", "acme.dev/ordering", "acme.dev/shared/dto")
	seen := make(map[string]int)
	for _, p := range l.Packages {
		seen[p.Path]++
		if p.FirstParty == p.Std {
			t.Errorf("%s: first party is %v", p.Path, p.FirstParty)
		}
	}
	for path, n := range seen {
		if n > 1 {
			t.Errorf("%s is there %d times", path, n)
		}
	}
	if m := find(t, l, "acme.dev/shared/dto").Module; !m.Main {
		t.Errorf("the module that is checked and imported: %+v", m)
	}
}

// Two modules may have different packages of one import path.
func TestListKeepsDifferentPackagesApart(t *testing.T) {
	dir := write(t, severalModules)
	edit(t, dir, "fork/go.mod", "module acme.dev/shared\n\ngo 1.22\n")
	edit(t, dir, "fork/dto/dto.go", "package dto\n\ntype Order struct{ Fork int }\n")
	replace(t, dir, "services/basket/go.mod", "../../shared", "../../fork")
	l := list(t, Config{Dir: dir})
	basket, ordering := find(t, l, "acme.dev/basket"), find(t, l, "acme.dev/ordering")
	a, b := basket.Imports["acme.dev/shared/dto"], ordering.Imports["acme.dev/shared/dto"]
	if a == b || a.Dir == b.Dir {
		t.Errorf("both modules import the package in %s", a.Dir)
	}
	w := walkAll(t, l, nil)
	wantEqual(t, "errors", w.errors(dir))
}

func TestListNoGo(t *testing.T) {
	dir := write(t, `
-- empty/readme.md --
none
-- module/go.mod --
module m
-- loose/main.go --
package main
-- excluded/go.mod --
module m
-- excluded/x.go --
//go:build never

package m
`)
	tests := map[string]string{
		"empty":           "there is no go.mod in it, below it or above it",
		"loose":           "there is no go.mod in it, below it or above it",
		"module":          "no Go file there is built for this platform and these tags",
		"excluded":        "no Go file there is built for this platform and these tags",
		"nowhere":         "there is no such directory",
		"loose/main.go":   "it is no directory",
		"empty/readme.md": "it is no directory",
	}
	for name, want := range tests {
		_, err := List(Config{Dir: dir + "/" + name, Env: hermetic()})
		if e, ok := errors.AsType[*NoGoError](err); !ok || e.Reason != want {
			t.Errorf("%s: error %v, want %q", name, err, want)
		}
	}
}

func TestListRoots(t *testing.T) {
	dir := write(t, severalModules)
	l := list(t, Config{Dir: dir, Roots: []string{"./services/basket", "services/ordering", "./docs", "./services/basket/nowhere", "./nowhere"}})
	wantEqual(t, "matched", ids(l.Matched()), "acme.dev/basket", "acme.dev/ordering")
	var missing []string
	for _, m := range l.Missing {
		if missing = append(missing, m.Root); m.Reason == "" {
			t.Errorf("%s is missing for no reason", m.Root)
		}
	}
	wantEqual(t, "missing", missing, "./docs", "./services/basket/nowhere", "./nowhere")
}

// A module that cannot be listed does not blind the others.
func TestListBrokenModule(t *testing.T) {
	dir := write(t, severalModules)
	edit(t, dir, "services/ordering/go.mod", "modul acme.dev/ordering\n")
	l := list(t, Config{Dir: dir})
	wantEqual(t, "matched", ids(l.Matched()), "acme.dev/basket", "acme.dev/basket/api", "acme.dev/shared/dto")
	if len(l.Errors) != 1 || !strings.Contains(l.Errors[0].Error(), "unknown directive: modul") {
		t.Errorf("errors: %v", l.Errors)
	}
	_, err := List(Config{Dir: dir + "/services/ordering", Env: hermetic()})
	want := "cannot list the packages in " + dir + "/services/ordering: go: errors parsing go.mod: "
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error for the only module: %v, want %s", err, want)
	}
}

func TestListTags(t *testing.T) {
	dir := write(t, `
-- go.mod --
module m
-- plain.go --
//go:build !prod

package m
-- prod.go --
//go:build prod && eu

package m
-- both.go --
package m
`)
	for _, test := range []struct {
		tags []string
		want string
	}{{nil, "both.go plain.go"}, {[]string{"prod", "eu"}, "both.go prod.go"}} {
		p := list(t, Config{Dir: dir, Tags: test.tags}).Matched()[0]
		var files []string
		for _, f := range p.Files {
			files = append(files, strings.TrimPrefix(f, dir+"/"))
		}
		slices.Sort(files)
		if got := strings.Join(files, " "); got != test.want {
			t.Errorf("tags %v: files %s, want %s", test.tags, got, test.want)
		}
	}
}

func TestListError(t *testing.T) {
	dir := write(t, `
-- go.mod --
module m

go 1.22
-- m.go --
package m

import _ "acme.dev/nowhere"
`)
	p := find(t, list(t, Config{Dir: dir}), "acme.dev/nowhere")
	if len(p.Errors) != 1 || p.FirstParty || !strings.Contains(p.Errors[0].Msg, "acme.dev/nowhere") {
		t.Errorf("missing package: %+v", p)
	}
}

func TestParsePos(t *testing.T) {
	for text, want := range map[string]string{
		"":            "-",
		"-":           "-",
		"a.go":        "a.go",
		"a.go:3":      "a.go:3",
		"a.go:3:14":   "a.go:3:14",
		`C:\a.go:3:1`: `C:\a.go:3:1`,
		`C:\a.go:3`:   `C:\a.go:3`,
	} {
		if got := parsePos(text).String(); got != want {
			t.Errorf("parsePos(%q) = %s, want %s", text, got, want)
		}
	}
}
