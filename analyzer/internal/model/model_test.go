package model

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

func load(t testing.TB) *Table {
	t.Helper()
	table, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// with decodes one user's library on top of the embedded ones.
func with(t testing.TB, text string) (*Table, error) {
	t.Helper()
	var nodes []yaml.Node
	if err := yaml.Unmarshal([]byte(text), &nodes); err != nil {
		t.Fatal(err)
	}
	return load(t).With("hoplint.yaml", nodes)
}

// TestEmbedded checks every row of the embedded libraries.
func TestEmbedded(t *testing.T) {
	table := load(t)
	for _, lib := range libraries(t, table) {
		t.Run(lib.Library, func(t *testing.T) {
			if lib.Library == "" || len(lib.Import)+len(lib.Infrastructure) == 0 || lib.Versions == "" {
				t.Error("a library needs its name, import path and versions")
			}
			if len(lib.Rows) == 0 && len(lib.Infrastructure) == 0 {
				t.Error("the library says nothing")
			}
			for i := range lib.Rows {
				checkEmbedded(t, table, &lib, &lib.Rows[i])
			}
		})
	}
}

// TestHeads checks that the imports which are read of an embedded file without decoding
// it are those that decoding gives: of a list on several lines none would be. What is
// read of the section infrastructure, TestInfrastructure checks.
func TestHeads(t *testing.T) {
	for _, f := range load(t).files {
		d, err := f.decode()
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(f.imports, d.library.Import) {
			t.Errorf("%s: the imports %q are read, want %q: they belong on one line, import: [a, b]", f.name, f.imports, d.library.Import)
		}
	}
}

func checkEmbedded(t *testing.T, table *Table, lib *Library, row *Row) {
	t.Helper()
	if err := row.check(); err != nil {
		t.Error(err)
	}
	view := table.View()
	for _, name := range namesOf(t, lib, row) {
		if !wellFormed(name) {
			t.Errorf("%q is no name that types.Func.FullName or a package variable has", name)
		}
		if got := view.Row(name); got == nil || got.Kind != row.Kind {
			t.Errorf("the table has another row for %s", name)
		}
		if !strings.HasPrefix(name, "(") && row.On == "" && usesReceiver(row) {
			t.Errorf("%s has no receiver, but its row speaks of one", name)
		}
	}
	if row.Syntax != "" && !slices.Contains(Syntaxes, row.Syntax) {
		t.Errorf("%s: unknown syntax %q", row.Func, row.Syntax)
	}
	if (row.Kind == Wrap || row.Kind == Pass) && row.Pass.Base == Nowhere {
		t.Errorf("%s: kind %s needs pass", row.Func, row.Kind)
	}
	for role, loc := range row.Args {
		if again, err := ParseLocator(loc.String()); err != nil || again != loc {
			t.Errorf("%s: role %s: locator %v is written as %q", row.Func, role, loc, loc)
		}
	}
}

func libraries(t testing.TB, table *Table) []Library {
	t.Helper()
	libs, err := table.Libraries()
	if err != nil {
		t.Fatal(err)
	}
	return libs
}

func namesOf(t testing.TB, lib *Library, row *Row) []string {
	t.Helper()
	names, err := lib.names(row)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func usesReceiver(row *Row) bool {
	if row.Pass.Base == Receiver {
		return true
	}
	for _, loc := range row.Args {
		if loc.Base == Receiver {
			return true
		}
	}
	return false
}

// fullName is what types.Func.FullName prints of functions without type arguments, and
// the name of a package variable: "path/pkg.F", "(path/pkg.T).M", "(*path/pkg.T).M".
var fullName = regexp.MustCompile(`^(` + pkgPath + `\.` + ident + `|\(\*?` + pkgPath + `\.` + ident + `\)\.` + ident + `)$`)

const (
	ident   = `[\pL_][\pL\pN_]*`
	pkgPath = `[a-z0-9][\w.~-]*(?:/[\w.~-]+)*`
)

func wellFormed(name string) bool { return fullName.MatchString(name) }

func TestWellFormed(t *testing.T) {
	for name, want := range map[string]bool{
		"net/http.Get":             true,
		"(*net/http.Client).Do":    true,
		"(net/http.Handler).Serve": true,
		"gopkg.in/yaml.v3.Decode":  true,
		"github.com/a/b-c/v2.F":    true,
		"(*a/b.Pool[T]).Go":        false,
		"*net/http.Client.Do":      false,
		"(*net/http.Client.Do":     false,
		"(*net/http.Client)Do":     false,
		"net/http":                 false,
		"net/http.":                false,
		"":                         false,
		"net/http.Get ":            false,
		"(*a.com/b.T[]).M":         false,
	} {
		if got := wellFormed(name); got != want {
			t.Errorf("%q: got %t, want %t", name, got, want)
		}
	}
}

// TestNoDuplicates checks that no function has two rows, in one file or in several.
func TestNoDuplicates(t *testing.T) {
	seen := make(map[string]string)
	for _, lib := range libraries(t, load(t)) {
		for i := range lib.Rows {
			for _, name := range namesOf(t, &lib, &lib.Rows[i]) {
				if other, ok := seen[name]; ok {
					t.Errorf("%s has rows in %s and in %s", name, other, lib.Library)
				}
				seen[name] = lib.Library
			}
		}
	}
}

// TestRowErrors checks what is said of rows that are wrong, and where.
func TestRowErrors(t *testing.T) {
	for _, test := range []struct{ name, rows, want string }{
		{"unknown kind", `[{func: a.F, kind: calls}]`, `unknown kind "calls"`},
		{"no function", `[{kind: inert}]`, "a row needs a func"},
		{"role of another kind", `[{func: a.F, kind: env, args: {handler: 0}}]`, `kind env has no role "handler"`},
		{"unknown role", `[{func: a.F, kind: call, args: {uri: 0}}]`, `kind call has no role "uri"`},
		{"const of another kind", `[{func: a.F, kind: inert, const: {method: GET}}]`, `kind inert has no role "method"`},
		{"type parameters", `[{func: "(*a.T[K]).F", kind: inert}]`, `named without their type parameters`},
		{"no locator", `[{func: a.F, kind: call, args: {url: first}}]`, `"first" is no locator`},
		{"unknown operation", `[{func: a.F, kind: string, op: sprintff}]`, `kind string has no op "sprintff" (did you mean`},
		{"no operation", `[{func: a.F, kind: url}]`, `kind url has no op ""`},
		{"operation of nothing", `[{func: a.F, kind: inert, op: sprintf}]`, `kind inert has no op "sprintf"`},
		{"unknown key", `[{func: a.F, kind: inert, argz: {}}]`, `argz`},
		{"twice", `[{func: a.F, kind: inert}, {func: a.F, kind: env, args: {key: 0}}]`, "a.F has a row already"},
		{"twice in one row", `[{func: a.F, funcs: [a.F], kind: inert}]`, "a.F has a row already"},
		{"unknown syntax", `[{func: a.F, kind: route, args: {path: 0}, syntax: regexp}]`, `regexp`},
		{"pass that is missing", `[{func: a.F, kind: pass}]`, `pass`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := with(t, "- library: a\n  import: a\n  rows: "+test.rows+"\n")
			if err == nil {
				t.Fatalf("no error, want one with %s", test.want)
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %q, want one with %s", err, test.want)
			}
			if !regexp.MustCompile(`^hoplint\.yaml:\d+:\d+: `).MatchString(err.Error()) {
				t.Errorf("the error %q does not begin with a position", err)
			}
		})
	}
}

// TestWith checks that the user's rows stand before the embedded ones and leave them as
// they are.
func TestWith(t *testing.T) {
	base := load(t)
	user, err := with(t, `
- library: mine
  import: acme/rpc
  protocol: rpc
  infrastructure: {acme/db: database}
  rows:
    - {func: (*acme/rpc.Client).Call, kind: call, args: {url: 0}}
    - {func: net/http.Get, kind: inert}
`)
	if err != nil {
		t.Fatal(err)
	}
	if row := user.View().Row("(*acme/rpc.Client).Call"); row == nil || row.Protocol != "rpc" {
		t.Errorf("the user's row is %v, want one of protocol rpc", row)
	}
	if row := user.View().Row("net/http.Get"); row.Kind != Inert {
		t.Errorf("the user's row does not override: kind %s", row.Kind)
	}
	if row := base.View().Row("net/http.Get"); row.Kind != Call {
		t.Errorf("the embedded table was changed: kind %s", row.Kind)
	}
	if user.View().Row("net/http.Post") == nil {
		t.Error("the embedded rows are lost")
	}
	if !user.Known("acme/rpc/internal") || base.Known("acme/rpc") || user.Known("acme/rpcs") || !user.Known("net/http") {
		t.Error("the libraries' import paths are wrong")
	}
	if libraries(t, user)[0].Library != "mine" {
		t.Error("the user's library does not come first")
	}
	if user.Digest() == base.Digest() {
		t.Error("the user's rows do not change the digest")
	}
	if again := load(t); again.Digest() != base.Digest() {
		t.Error("two equal tables have two digests")
	}
}

func TestLocators(t *testing.T) {
	for text, want := range map[string]Locator{
		"recv":           {Base: Receiver},
		"recv.Transport": {Base: Receiver, Field: "Transport"},
		"0":              {Base: Argument},
		"12":             {Base: Argument, Arg: 12},
		"1..":            {Base: Argument, Arg: 1, Variadic: true},
		"2.A.B":          {Base: Argument, Arg: 2, Field: "A.B"},
	} {
		got, err := ParseLocator(text)
		if err != nil || got != want {
			t.Errorf("%q: got %v, %v, want %v", text, got, err, want)
		}
		if got.String() != text {
			t.Errorf("%q is written as %q", text, got)
		}
	}
	for _, text := range []string{"", "-1", "x", "recv..x", "1.", ".", "..", "0..1", "receiver", "1e3", "recv."} {
		if got, err := ParseLocator(text); err == nil {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
}

// FuzzLibrary checks that decoding a library file does not panic, and that what it
// takes is a table that finds each of its rows.
func FuzzLibrary(f *testing.F) {
	names, err := library.ReadDir("library")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range names {
		data, err := library.ReadFile("library/" + e.Name())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("rows: [{func: a.F, kind: call, args: {url: &x 0, method: *x}}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var lib Library
		if strict.Decode("fuzz.yaml", data, &lib) != nil {
			return
		}
		found, err := lib.rowsOf("fuzz.yaml")
		if err != nil {
			return
		}
		for _, name := range lib.Functions() {
			row := found[name]
			if row == nil {
				t.Fatalf("%q is not found", name)
			}
			for _, loc := range row.Args {
				if again, err := ParseLocator(loc.String()); err != nil || again != loc {
					t.Errorf("locator %+v is written as %q", loc, loc)
				}
			}
		}
	})
}

// BenchmarkLoad shows what models cost a run that interprets nothing.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

// BenchmarkView shows what they cost a run that decodes those of common libraries.
func BenchmarkView(b *testing.B) {
	for b.Loop() {
		view := load(b).View()
		for _, fn := range []string{
			"net/http.Get", "fmt.Sprintf", "os.Getenv", "(*sync.WaitGroup).Wait", "encoding/json.Unmarshal",
			"google.golang.org/grpc.NewClient", "(*github.com/gin-gonic/gin.Engine).Run", "github.com/spf13/viper.GetString",
			"(*github.com/go-resty/resty/v2.Request).Get", "(*github.com/nats-io/nats.go.Conn).Request",
		} {
			if view.Row(fn) == nil {
				b.Fatalf("no row speaks of %s", fn)
			}
		}
	}
}
