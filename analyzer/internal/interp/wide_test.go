package interp

import "fmt"

// wide are large programs in the manner of real ones: registries, tables, state
// machines. Their cost must follow their size.
var wide = []worstCase{
	{name: "table of routes through middleware", src: func() string { return routeTable(100, 10) }, call: "GET /h99 -> GET http://b/99"},
	{name: "registry filled by many", src: func() string { return registry(300) }, call: "GET /a -> GET http://b/299"},
	{name: "event bus", src: func() string { return eventBus(150) }, call: "GET /a -> GET http://b/149"},
	{name: "state machine", src: func() string { return stateMachine(100) }, note: "loops carry too much"},
	{name: "visitor", src: func() string { return visitor(150) }, call: "GET /a -> GET http://b/149"},
	{name: "struct made from the one before", src: summedStruct, call: "GET /a -> GET http://b/x"},
	{name: "router of one's own", src: func() string { return ownRouter(100) }},
	{name: "commands in a circle", src: func() string { return commandCircle(6) }, call: "startup -> GET http://b/x"},
	{name: "long function", src: func() string { return longFunction(10_000) }, call: "GET /a -> GET http://b/x"},
	{name: "linked configuration", src: linkedConfig, call: "GET /a -> GET {config:", note: "too many"},
	{name: "wrappers of wrappers", src: func() string { return wrappers(200) }, call: "GET /a -> GET http://b/x"},
	{name: "many interfaces that meet", src: func() string { return meetingInterfaces(40) }, call: "GET /a -> GET http://b/x", note: "too many"},
	{name: "loops within loops", src: func() string { return nestedLoops(12) }, call: "GET /a -> GET http://b/x"},
	{name: "many closures of one function", src: func() string { return closures(700) }, call: "GET /h699 -> GET http://b/699"},
	{name: "many branches", src: func() string { return branches(400) }, call: "GET /a -> GET http://b/", note: "strings"},
}

func routeTable(routes, middlewares int) string {
	return `
import "net/http"
type route struct{ pattern string; h http.HandlerFunc }
func main() {
	var mws []func(http.Handler) http.Handler
` + repeat(middlewares, func(i int) string { return fmt.Sprintf("mws = append(mws, logged(\"m%d\"))\n", i) }) + `
	for _, r := range []route{
` + repeat(routes, func(i int) string { return fmt.Sprintf("{\"GET /h%d\", h%d},\n", i, i) }) + `} {
		var h http.Handler = r.h
		for _, mw := range mws { h = mw(h) }
		http.Handle(r.pattern, h)
	}
	http.ListenAndServe("", nil)
}
func logged(name string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { print(name); next.ServeHTTP(w, r) })
	}
}
` + repeat(routes, func(i int) string {
		return fmt.Sprintf("func h%d(w http.ResponseWriter, r *http.Request) { http.Get(\"http://b/%d\") }\n", i, i)
	})
}

func registry(n int) string {
	return serving(`
var registered = map[string]func(){}
func register(name string, f func()) {
	if _, ok := registered[name]; ok { panic(name) }
	registered[name] = f
}
func a(w http.ResponseWriter, r *http.Request) { registered[r.Host]() }
` + repeat(n, func(i int) string {
		return fmt.Sprintf("func init() { register(\"n%d\", func() { http.Get(\"http://b/%d\") }) }\n", i, i)
	}))
}

func eventBus(n int) string {
	return serving(`
type bus struct{ subs map[string][]func(string) }
func (b *bus) subscribe(topic string, f func(string)) { b.subs[topic] = append(b.subs[topic], f) }
func (b *bus) publish(topic string) { for _, f := range b.subs[topic] { f(topic) } }
var events = &bus{map[string][]func(string){}}
func a(w http.ResponseWriter, r *http.Request) { events.publish("created") }
func init() {
` + repeat(n, func(i int) string {
		return fmt.Sprintf("events.subscribe(\"created\", func(t string) { http.Get(\"http://b/%d\") })\n", i)
	}) + "}\n")
}

func stateMachine(n int) string {
	return serving(`
type lexer struct{ input string }
type state func(*lexer) state
func a(w http.ResponseWriter, r *http.Request) { for s := state(s0); s != nil; { s = s(&lexer{r.Host}) } }
` + repeat(n, func(i int) string {
		return fmt.Sprintf("func s%d(l *lexer) state { if l.input == \"\" { return nil }; return s%d }\n", i, i+1)
	}) + fmt.Sprintf("func s%d(l *lexer) state { http.Get(\"http://b/x\"); return s0 }\n", n))
}

func visitor(n int) string {
	return serving(`
type node interface{ accept(visitor) }
type visitor interface { visit(node) }
type printer struct{}
func a(w http.ResponseWriter, r *http.Request) { for _, x := range nodes { x.accept(printer{}) } }
func (p printer) visit(x node) { switch x := x.(type) {
` + repeat(n, func(i int) string {
		return fmt.Sprintf("case *n%d: http.Get(\"http://b/%d\"); for _, k := range x.kids { k.accept(p) }\n", i, i)
	}) + "} }\nvar nodes = []node{" + repeat(n, func(i int) string { return fmt.Sprintf("&n%d{},", i) }) + "}\n" +
		repeat(n, func(i int) string {
			return fmt.Sprintf("type n%d struct{ kids []node }\nfunc (n *n%d) accept(v visitor) { v.visit(n) }\nfunc init() { nodes[%d].(*n%d).kids = nodes }\n", i, i, i, i)
		}))
}

func ownRouter(n int) string {
	return `
import (
	"net/http"
	"strings"
)
type tree struct{ kids map[string]*tree; h http.HandlerFunc }
func (t *tree) add(segs []string, h http.HandlerFunc) {
	if len(segs) == 0 { t.h = h; return }
	kid := t.kids[segs[0]]
	if kid == nil { kid = &tree{kids: map[string]*tree{}}; t.kids[segs[0]] = kid }
	kid.add(segs[1:], h)
}
func (t *tree) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, s := range strings.Split(r.URL.Path, "/") { if t = t.kids[s]; t == nil { return } }
	t.h(w, r)
}
func main() {
	t := &tree{kids: map[string]*tree{}}
` + repeat(n, func(i int) string {
		return fmt.Sprintf("t.add(strings.Split(\"v1/r%d/x\", \"/\"), func(w http.ResponseWriter, r *http.Request) { http.Get(\"http://b/%d\") })\n", i, i)
	}) + `
	http.ListenAndServe("", t)
}`
}

func commandCircle(n int) string {
	return `
import (
	"net/http"

	"github.com/spf13/cobra"
)
func main() {
	cmds := []*cobra.Command{
` + repeat(n, func(i int) string {
		return fmt.Sprintf("{Use: \"c%d\", Run: func(*cobra.Command, []string) { http.Get(\"http://b/x\") }},\n", i)
	}) + `}
	for _, c := range cmds { for _, d := range cmds { c.AddCommand(d) } }
	cmds[0].Execute()
}`
}

func longFunction(n int) string {
	return serving(`
type item struct{ next *item; s string }
func keep(i *item, s string) *item { return &item{i, s} }
func a(w http.ResponseWriter, r *http.Request) {
	var i *item
` + repeat(n, func(i int) string { return fmt.Sprintf("i = keep(i, \"k%d\")\n", i%7) }) + `
	http.Get("http://b/x")
}`)
}

func linkedConfig() string {
	return `
import (
	"encoding/json"
	"net/http"
	"os"
)
type conf struct{ URL string; Next *conf; All []conf; ByName map[string]conf }
var c conf
func main() {
	data, _ := os.ReadFile("c.json")
	json.Unmarshal(data, &c)
	http.HandleFunc("GET /a", func(w http.ResponseWriter, r *http.Request) { walk(&c, 9) })
	http.ListenAndServe("", nil)
}
func walk(c *conf, n int) {
	http.Get(c.URL)
	if n == 0 { return }
	walk(c.Next, n-1)
	for i := range c.All { walk(&c.All[i], n-1) }
	for _, d := range c.ByName { walk(&d, n-1) }
}
`
}

func wrappers(n int) string {
	return serving(`
type doer interface{ do(string) }
type base struct{}
func (base) do(p string) { http.Get("http://b/" + p) }
type wrapper struct{ next doer; name string }
func (w *wrapper) do(p string) { w.next.do(p) }
func wrap(d doer, name string) doer { return &wrapper{d, name} }
func a(w http.ResponseWriter, r *http.Request) {
	var d doer = base{}
` + repeat(n, func(i int) string { return fmt.Sprintf("d = wrap(d, \"w%d\")\n", i) }) + `
	d.do("x")
}`)
}

func meetingInterfaces(n int) string {
	return serving(`
type actor interface{ act(actor, int) }
func a(w http.ResponseWriter, r *http.Request) { for _, x := range actors { for _, y := range actors { x.act(y, 3) } } }
var actors = []actor{` + repeat(n, func(i int) string { return fmt.Sprintf("t%d{},", i) }) + `}
` + repeat(n, func(i int) string {
		return fmt.Sprintf("type t%d struct{}\nfunc (x t%d) act(y actor, n int) { if n == 0 { http.Get(\"http://b/x\"); return }; y.act(x, n-1) }\n", i, i)
	}))
}

func nestedLoops(n int) string {
	return serving(`
func a(w http.ResponseWriter, r *http.Request) {
	f := func() { http.Get("http://b/x") }
	var s []func()
` + repeat(n, func(i int) string {
		return fmt.Sprintf("for i%d := 0; i%d < len(r.Host); i%d++ { s = append(s, f)\n", i, i, i)
	}) +
		"for _, g := range s { g() }\n" + repeat(n, func(int) string { return "}\n" }) + "}")
}

func closures(n int) string {
	return `
import "net/http"
func handler(u string) http.HandlerFunc { return func(w http.ResponseWriter, r *http.Request) { http.Get(u) } }
func main() {
` + repeat(n, func(i int) string {
		return fmt.Sprintf("http.HandleFunc(\"GET /h%d\", handler(\"http://b/%d\"))\n", i, i)
	}) + `
	http.ListenAndServe("", nil)
}`
}

func branches(n int) string {
	return serving(`
func a(w http.ResponseWriter, r *http.Request) {
	s, f := "", func() {}
` + repeat(n, func(i int) string {
		return fmt.Sprintf("if r.Host == \"h%d\" { s = s + \"x\"; f = func() { print(%d) } } else if s == \"\" { f() }\n", i, i)
	}) + `
	http.Get("http://b/" + s)
}`)
}

// summedStruct adds up structs by value: none holds the one that it was made from.
func summedStruct() string {
	return serving(`
type money struct { code string; units int }
func (m *money) currency() string { return m.code }
func sum(l, r money) (money, error) { return money{l.currency(), l.units + r.units}, nil }
func must(m money, err error) money { if err != nil { panic(err) }; return m }
func times(m money, n int) money {
	out := m
	for n > 1 { out = must(sum(out, m)); n-- }
	return out
}
func a(w http.ResponseWriter, r *http.Request) {
	times(money{code: r.Host}, 7)
	http.Get("http://b/x")
}`)
}
