package load

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestListPatterns(t *testing.T) {
	dir := write(t, severalModules)
	tests := []struct {
		dir, pattern string
		want         []string
	}{
		{"", "./services/...", []string{"acme.dev/basket", "acme.dev/basket/api", "acme.dev/ordering"}},
		{"", "services/basket/...", nil},
		{"", "./services/basket", []string{"acme.dev/basket"}},
		{"", dir + "/services/ordering", []string{"acme.dev/ordering"}},
		{"", "./.../api", []string{"acme.dev/basket/api"}},
		{"", "acme.dev/basket/...", []string{"acme.dev/basket", "acme.dev/basket/api"}},
		{"", "acme.dev/ordering", []string{"acme.dev/ordering"}},
		{"services", "./basket/...", []string{"acme.dev/basket", "acme.dev/basket/api"}},
		{"services/basket", "./api", []string{"acme.dev/basket/api"}},
		{"services/basket/api", "..", []string{"acme.dev/basket"}},
	}
	for _, test := range tests {
		t.Run(test.pattern, func(t *testing.T) {
			l, err := List(Config{Dir: dir + "/" + test.dir, Patterns: []string{test.pattern}, Env: hermetic()})
			if test.want == nil {
				if _, ok := errors.AsType[*NoMatchError](err); !ok {
					t.Errorf("error %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			wantEqual(t, "matched", ids(l.Matched()), test.want...)
		})
	}
}

func TestListErrors(t *testing.T) {
	dir := write(t, severalModules)
	edit(t, dir, "services/basket/only/windows_windows.go", "package only\n")
	tests := []struct {
		pattern string
		want    string
	}{
		{"./services/nowhere", "pattern ./services/nowhere matches no package in DIR: "},
		{"./nowhere/...", "no module of DIR holds that directory"},
		{"./services/basket/nowhere/...", "there is no such directory"},
		{"./docs", "no module of DIR holds that directory"},
		{"./services/basket/only", "build constraints exclude all Go files"},
		{"./services/basket/only/...", "no Go file there is built for this platform and these tags"},
		{"acme.dev/nowhere", "pattern acme.dev/nowhere matches no package in DIR: "},
		{"./services/basket/main.go", "it names a file; name the directory of its package"},
		{"-x", "it is neither a directory nor an import path"},
		{"file=main.go", "it is neither a directory nor an import path"},
	}
	for _, test := range tests {
		_, err := List(Config{Dir: dir, Patterns: []string{"./services/ordering", test.pattern}, Env: hermetic("GOOS=linux")})
		if _, ok := errors.AsType[*NoMatchError](err); !ok {
			t.Errorf("%s: error %v", test.pattern, err)
		} else if text := strings.ReplaceAll(err.Error(), dir, "DIR"); !strings.Contains(text, test.want) {
			t.Errorf("%s: error %q lacks %q", test.pattern, text, test.want)
		}
	}
}

func TestListWorkspace(t *testing.T) {
	dir := write(t, `
-- go.work --
go 1.22

use (
	./a
	./b
)
-- a/go.mod --
module acme.dev/a

go 1.22
-- a/main.go --
package main

import "acme.dev/b"

func main() { b.F() }
-- b/go.mod --
module acme.dev/b

go 1.22
-- b/b.go --
package b

func F() {}
-- b/sub/sub.go --
package sub
-- c/go.mod --
module acme.dev/c

go 1.22
-- c/c.go --
package c
`)
	tests := []struct {
		dir      string
		patterns []string
		want     []string
	}{
		{"", nil, []string{"acme.dev/a", "acme.dev/b", "acme.dev/b/sub"}},
		{"a", nil, []string{"acme.dev/a"}},
		{"b/sub", nil, []string{"acme.dev/b/sub"}},
		{"", []string{"./b/..."}, []string{"acme.dev/b", "acme.dev/b/sub"}},
		{"", []string{"acme.dev/a"}, []string{"acme.dev/a"}},
		{"c", nil, []string{"acme.dev/c"}}, // not of the workspace
	}
	for _, test := range tests {
		l := list(t, Config{Dir: dir + "/" + test.dir, Patterns: test.patterns})
		wantEqual(t, test.dir, ids(l.Matched()), test.want...)
		for _, p := range l.Matched() {
			if !p.Module.Main || !p.FirstParty {
				t.Errorf("%s is not taken for one that is being checked", p.Path)
			}
		}
	}
}

func TestMatcher(t *testing.T) {
	tests := []struct {
		pattern string
		yes, no []string
	}{
		{"/a/b", []string{"/a/b"}, []string{"/a/b/c", "/a", "/a/bc"}},
		{"/a/...", []string{"/a", "/a/b", "/a/b/c"}, []string{"/ab", "/b"}},
		{"/.../b", []string{"/a/b", "/a/c/b"}, []string{"/b", "/a/b/c"}},
		{"/a...", []string{"/a", "/ab", "/a/b"}, []string{"/b"}},
		{"a.b/c", []string{"a.b/c"}, []string{"axb/c"}},
	}
	for _, test := range tests {
		match := matcher(test.pattern)
		for _, path := range test.yes {
			if !match(path) {
				t.Errorf("%s does not match %s", test.pattern, path)
			}
		}
		for _, path := range test.no {
			if match(path) {
				t.Errorf("%s matches %s", test.pattern, path)
			}
		}
	}
}

func FuzzMatcher(f *testing.F) {
	f.Add("./...", "a")
	f.Add("a/.../b...", "a/x/b")
	f.Add("a(\xff", "[")
	f.Fuzz(func(t *testing.T, pattern, path string) {
		valid := utf8.ValidString(pattern) && utf8.ValidString(path)
		if valid && !strings.Contains(pattern, "...") && matcher(pattern)(path) != (pattern == path) {
			t.Errorf("%q without a wildcard matches %q, or not itself", pattern, path)
		}
	})
}
