package interp

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A worstCase is a program that must be run in a bounded time.
type worstCase struct {
	name string
	src  func() string
	call string // the beginning of a call that must be found; "" if none can be
	note string // part of the note that says where precision was given up; "" if none was
}

// worst are programs whose cost would not be bounded by their size if the
// interpreter had no bounds of its own.
var worst = []worstCase{
	{name: "mutual recursion", src: mutualRecursion, call: "GET /a -> GET http://b/x"},
	{name: "self-applied closure", src: selfApplied, call: "GET /a -> GET http://b/x"},
	{name: "wide interface", src: func() string { return wideInterface(10_000) }, note: "too many"},
	{name: "call tree", src: func() string { return callTree(40) }, note: "too many contexts"},
	{name: "concatenation in a loop", src: concatLoop, note: "string"},
	{name: "concatenation in a field", src: concatField, note: "string"},
	{name: "concatenation in recursion", src: concatRecursion, call: "GET /a -> GET http://b"},
	{name: "many handlers in one map", src: func() string { return handlerMap(1_000) }, call: "GET /h999 -> GET http://b/h999"},
	{name: "groups within groups", src: func() string { return groupLoop(6) }},
	{name: "struct copies in a circle", src: func() string { return copyCircle(12) }, call: "GET /a -> GET http://b/x"},
	{name: "huge switch", src: func() string { return hugeSwitch(4_000) }, call: "GET /a -> GET http://b/x"},
	{name: "pointer to itself", src: selfPointer, call: "GET /a -> GET http://b/x"},
	{name: "rotating variables", src: func() string { return rotation(12) }, call: "GET /a -> GET http://b/x"},
	{name: "mux in itself", src: func() string { return muxCircle(6) }, call: "GET /a -> GET http://b/x"},
	{name: "big map through many allocations", src: func() string { return bigMap(2_000, 200) }, call: "GET /a -> GET http://b/x"},
	{name: "deep wiring", src: func() string { return deepWiring(2_000) }, call: "GET /a -> GET http://b/x"},
	{name: "one helper of many callers", src: func() string { return manyCallers(4_000) }, call: "GET /a -> GET http://b/x"},
	{name: "many globals readers", src: func() string { return globalReaders(2_000) }, call: "GET /a -> GET http://b/x"},
}

// maxWorst is generous: what is not bounded takes minutes or all memory.
const maxWorst = 5 * time.Minute

func TestWorst(t *testing.T) {
	for _, test := range slices.Concat(worst, wide) {
		t.Run(test.name, func(t *testing.T) {
			if p := runWithin(t, maxWorst, test.src()); p != nil {
				checkWorst(t, p, test.call, test.note)
			}
		})
	}
}

func checkWorst(t *testing.T, p *hop.Program, call, note string) {
	t.Helper()
	found := false
	for _, line := range lines(p) {
		found = found || strings.HasPrefix(line, call)
	}
	if !found && call != "" {
		t.Errorf("no call %s among %d", call, len(p.Calls))
	}
	if note != "" && !noted(p, note) {
		t.Errorf("no note says %q: %v", note, p.Notes)
	}
	if note == "" && len(p.Notes) > 0 {
		t.Errorf("notes though nothing was given up: %v", p.Notes)
	}
}

// serving is a program that serves GET /a with the function a and has further declarations.
func serving(decls string) string {
	return `
import "net/http"
func main() {
	http.HandleFunc("GET /a", a)
	http.ListenAndServe("", nil)
}
` + decls
}

func repeat(n int, format func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(format(i))
	}
	return b.String()
}

func mutualRecursion() string {
	return serving(`
func a(w http.ResponseWriter, r *http.Request) { even(100, "x") }
func even(n int, s string) string { if n == 0 { http.Get("http://b/" + s); return s }; return odd(n-1, s) }
func odd(n int, s string) string { if n == 1 { return even(0, s) }; return even(n-1, s) }
`)
}

func selfApplied() string {
	return serving(`
type fn func(fn, string) fn
func a(w http.ResponseWriter, r *http.Request) {
	var self fn = func(f fn, s string) fn { http.Get("http://b/" + s); return f(f, s) }
	twice := func(f fn) fn { return func(g fn, s string) fn { return f(func(h fn, s string) fn { return h(g, s) }, s) } }
	for range 3 {
		self = twice(self)
		self(self, "x")(self, "x")
	}
}
`)
}

func wideInterface(n int) string {
	return serving(`
type shape interface{ draw() }
func a(w http.ResponseWriter, r *http.Request) { for _, s := range shapes { s.draw() } }
` + repeat(n, func(i int) string {
		return fmt.Sprintf("type t%d struct{ n int }\nfunc (t%d) draw() { http.Get(\"http://b/%d\") }\n", i, i, i)
	}) + "var shapes = []shape{" + repeat(n, func(i int) string { return fmt.Sprintf("t%d{},", i) }) + "}\n")
}

func callTree(n int) string {
	return serving(`
func a(w http.ResponseWriter, r *http.Request) { f` + fmt.Sprint(n) + `("") }
func f0(s string) { http.Get("http://b/" + s) }
` + repeat(n, func(i int) string {
		return fmt.Sprintf("func f%d(s string) { f%d(\"l\" + s); f%d(\"r\" + s) }\n", i+1, i, i)
	}))
}

func concatLoop() string {
	return serving(`
func a(w http.ResponseWriter, r *http.Request) {
	s := ""
	for range 10 { s = "p" + s }
	http.Get("http://b/" + s)
}`)
}

func concatField() string {
	return serving(`
type path struct{ s string }
func (p *path) add(seg string) *path { p.s = p.s + "/" + seg; return p }
func a(w http.ResponseWriter, r *http.Request) {
	p := &path{}
	for range 10 { p.add("x").add("y") }
	http.Get("http://b" + p.s)
}`)
}

func concatRecursion() string {
	return serving(`
func a(w http.ResponseWriter, r *http.Request) { walk("", 100) }
func walk(s string, n int) {
	if n > 0 { walk(s + "/x", n-1); return }
	http.Get("http://b" + s)
}`)
}

func handlerMap(n int) string {
	return `
import "net/http"
var handlers = map[string]http.HandlerFunc{
` + repeat(n, func(i int) string { return fmt.Sprintf("\"GET /h%d\": h%d,\n", i, i) }) + `}
func main() {
	for p, h := range handlers { http.HandleFunc(p, h) }
	http.ListenAndServe("", nil)
}
` + repeat(n, func(i int) string {
		return fmt.Sprintf("func h%d(w http.ResponseWriter, r *http.Request) { http.Get(\"http://b/h%d\") }\n", i, i)
	})
}

func groupLoop(n int) string {
	return `
import (
	"net/http"

	"github.com/go-chi/chi/v5"
)
func main() {
	root := chi.NewRouter()
	var r chi.Router = root
	for i := range 100 {
		switch i {
` + repeat(n, func(i int) string {
		return fmt.Sprintf("case %d: r.Route(\"/g%d\", func(s chi.Router) { r = s; s.Get(\"/x%d\", a) })\n", i, i, i)
	}) + `}
	}
	http.ListenAndServe("", root)
}
func a(w http.ResponseWriter, r *http.Request) { http.Get("http://b/x") }
`
}

func copyCircle(n int) string {
	return serving(`
type conf struct{ url string; next [2]string }
func a(w http.ResponseWriter, r *http.Request) {
	var ` + strings.TrimSuffix(repeat(n, func(i int) string { return fmt.Sprintf("c%d,", i) }), ",") + ` conf
	c0.url = "http://b/x"
	for range 10 {
` + repeat(n*n, func(i int) string {
		return fmt.Sprintf("use(&c%d, &c%d)\nif r.Host == \"%d\" { c%d = c%d }\n", i/n, i%n, i, i/n, i%n)
	}) + `}
	http.Get(c` + fmt.Sprint(n-1) + `.url)
}
func use(a, b *conf) { if a.url == "" { *a = *b } }
`)
}

func hugeSwitch(n int) string {
	return serving(`
func a(w http.ResponseWriter, r *http.Request) {
	s := "x"
	switch k := r.Host; k {
` + repeat(n, func(i int) string { return fmt.Sprintf("case \"k%d\": s = \"x\"; note(k)\n", i) }) + `
	}
	http.Get("http://b/" + s)
}
func note(s string) string { return s }
`)
}

func selfPointer() string {
	return `
import "net/http"
func main() {
	var h any
	h = &h
	http.HandleFunc("GET /a", func(w http.ResponseWriter, r *http.Request) {
		if h != nil { http.Get("http://b/x") }
	})
	http.ListenAndServe("", nil)
}`
}

func rotation(n int) string {
	list := func(from int, last string) string {
		return repeat(n-from, func(i int) string { return fmt.Sprintf("h%d,", i+from) }) + last
	}
	return serving(`
func a(w http.ResponseWriter, r *http.Request) {
	nop := func() {}
	target := func() { http.Get("http://b/x") }
	` + strings.TrimSuffix(list(0, ""), ",") + " := " + strings.TrimSuffix(strings.Repeat("nop,", n), ",") + `
	for range 100 {
		` + strings.TrimSuffix(list(0, ""), ",") + " = " + list(1, "target") + `
	}
	h0()
}`)
}

func muxCircle(n int) string {
	return `
import "net/http"
func main() {
	http.HandleFunc("GET /a", a)
	muxes := []*http.ServeMux{` + strings.Repeat("http.NewServeMux(),", n) + `}
	for _, m := range muxes { for _, k := range muxes { m.Handle("/", k) } }
	http.Handle("/z/", muxes[0])
	http.ListenAndServe("", nil)
}
func a(w http.ResponseWriter, r *http.Request) { http.Get("http://b/x") }
`
}

func bigMap(size, allocations int) string {
	return serving(`
type item struct{ s string }
var table = map[string]*item{
` + repeat(size, func(i int) string { return fmt.Sprintf("\"k%d\": {\"x\"},\n", i) }) + `}
func a(w http.ResponseWriter, r *http.Request) { use(table) }
func use(t map[string]*item) {
` + repeat(allocations, func(i int) string { return fmt.Sprintf("i%d := &item{\"x\"}; keep(i%d)\n", i, i) }) + `
	http.Get("http://b/" + t["k0"].s)
}
func keep(i *item) *item { return i }
`)
}

func deepWiring(n int) string {
	return serving(`
func a(w http.ResponseWriter, r *http.Request) { f` + fmt.Sprint(n) + `("http://b/x") }
func f0(s string) { http.Get(s) }
` + repeat(n, func(i int) string { return fmt.Sprintf("func f%d(s string) { f%d(s) }\n", i+1, i) }))
}

func manyCallers(n int) string {
	return serving(`
func a(w http.ResponseWriter, r *http.Request) { ` + repeat(n, func(i int) string { return fmt.Sprintf("f%d();", i) }) + `}
func get(s string) { http.Get(s) }
` + repeat(n, func(i int) string { return fmt.Sprintf("func f%d() { get(\"http://b/x\") }\n", i) }))
}

func globalReaders(n int) string {
	return serving(`
var base string
func a(w http.ResponseWriter, r *http.Request) { ` + repeat(n, func(i int) string { return fmt.Sprintf("f%d();", i) }) + `
	base = "http://b/x" }
` + repeat(n, func(i int) string { return fmt.Sprintf("func f%d() { http.Get(base) }\n", i) }))
}
