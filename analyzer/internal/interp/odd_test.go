package interp

import (
	"fmt"
	"testing"
	"time"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// odd are bodies of a handler, with declarations, that use the language in ways that
// the interpreter might stumble over. Each ends in a call of http://b, which must be found.
var odd = []struct{ name, decls, body string }{
	{"recursion", `func f(n int) int { if n == 0 { return 0 }; return f(n-1) + 1 }`, `f(3)`},
	{"recursion that grows its argument", `type list struct{ next *list }
func f(l *list) *list { return f(&list{l}) }`, `go f(nil)`},
	{"recursion through an interface", `type node interface{ walk(node) }
type leaf struct{ up node }
func (l leaf) walk(n node) { n.walk(leaf{n}) }`, `go leaf{}.walk(leaf{})`},
	{"closure that calls itself", ``, `var f func(int); f = func(n int) { if n > 0 { f(n - 1) } }; f(9)`},
	{"function that is its own argument", `type self func(self)`, `f := func(g self) { g(g) }; go f(f)`},
	{"y combinator", `type rec func(rec) func(int) int
func y(f func(func(int) int) func(int) int) func(int) int {
	g := func(x rec) func(int) int { return f(func(n int) int { return x(x)(n) }) }
	return g(g)
}`, `y(func(f func(int) int) func(int) int { return func(n int) int { if n == 0 { return 1 }; return n * f(n-1) } })(5)`},
	{"nil map", ``, `var m map[string]func(); m["x"](); for _, f := range m { f() }; delete(m, "x")`},
	{"nil function", ``, `var f func(); if f != nil { f() }`},
	{"nil interface", ``, `var h http.Handler; if h != nil { h.ServeHTTP(w, r) }`},
	{"nil slice", ``, `var s []func(); for _, f := range s { f() }; s = append(s, nil); s[0]()`},
	{"nil channel", ``, `var c chan func(); select { case f := <-c: f(); default: }`},
	{"goto loop", ``, `i := 0
top:
	if i < 10 { i++; goto top }`},
	{"goto into the middle of nothing", ``, `goto end
end:`},
	{"labelled loops", ``, `outer:
	for i := range 10 { for j := range 10 { for { if i == j { continue outer }; if i > j { break outer }; break } } }`},
	{"switch that falls through", ``, `switch len(r.Host) { case 1: fallthrough; case 2: fallthrough; default: }`},
	{"endless select", ``, `go func() { for { select {} } }()`},
	{"select of everything", ``, `c, d := make(chan int), make(chan func()); select { case c <- 1: case f := <-d: f(); case n, ok := <-c: _, _ = n, ok; default: }`},
	{"method value of an embedded interface", `type inner interface{ do() }
type outer struct{ inner }
type impl struct{}
func (impl) do() {}`, `f := outer{impl{}}.do; f(); g := (*outer).do; g(&outer{impl{}}); outer{}.do()`},
	{"embedding in a circle", `type a1 struct{ *a2; s string }
type a2 struct{ *a1 }`, `x := &a1{}; x.a2 = &a2{x}; x.s = "x"; x.a2.a1.s += x.s`},
	{"generics", `type num interface{ ~int | ~string }
func sum[T num](xs ...T) (t T) { for _, x := range xs { t += x }; return t }
type tree[K comparable, V any] struct{ l, r *tree[K, V]; k K; v V }
func (t *tree[K, V]) put(k K, v V) *tree[K, V] { if t == nil { return &tree[K, V]{k: k, v: v} }; t.l = t.l.put(k, v); return t }`,
		`sum(1, 2); sum("a", "b"); var t *tree[string, func()]; t = t.put("x", func() {}).put("y", nil); t.v()`},
	{"generic recursion", `func f[T any](n int, v T) { if n > 0 { f(n-1, v) } }`, `f(3, "x"); f(3, func() {})`},
	{"arrays of arrays", ``, `var a [3][3][3]string; for i := range 3 { for j := range a { a[i][j][i] = a[j][i][j] + "x" } }; b := a; b[0] = a[1]; _ = b`},
	{"maps of maps", ``, `m := map[string]map[string][]string{}; m["x"] = map[string][]string{"y": nil}; m["x"]["y"] = append(m["x"]["y"], "z"); for k, v := range m { m[k+"a"] = v }`},
	{"struct keys", ``, `type k struct{ a, b string }; m := map[k]func(){{"x", "y"}: func() {}}; m[k{"x", "y"}]()`},
	{"panics and recovers", ``, `func() { defer func() { recover() }(); panic(r) }()`},
	{"defer in a loop", ``, `for range 10 { defer func() { recover() }() }`},
	{"shadowed builtins", ``, `len := func(s string) int { return 1 }; append := func() {}; len("x"); append()`},
	{"complex numbers and shifts", ``, `c := complex(1, 2); _ = real(c) * imag(c); x := uint(1) << 3 &^ 2; _ = x`},
	{"min, max and clear", ``, `m := map[int]string{}; clear(m); _ = max(1, 2, 3) + min(1, 2); _ = max("a", "b")`},
	{"anonymous structs", ``, `x := struct{ f func(); s []struct{ g func() } }{func() {}, []struct{ g func() }{{func() {}}}}; x.f(); x.s[0].g()`},
	{"pointers to pointers", ``, `s := "x"; p := &s; q := &p; z := &q; ***z = "y"; *q = new(string)`},
	{"pointer to itself", ``, `type p *p; var x p; x = &x; **x = x`},
	{"interface that holds itself", ``, `var x any; x = &x; for range 3 { x = *(x.(*any)) }`},
	{"slice that holds itself", ``, `s := []any{nil}; s[0] = s; s = append(s, s...); for _, e := range s { s = append(s, e) }`},
	{"map that holds itself", ``, `m := map[string]any{}; m["m"] = m; m = m["m"].(map[string]any)`},
	{"channel of channels", ``, `type c chan c; x := make(c, 1); x <- x; (<-x) <- x`},
	{"range over a function", `func seq(yield func(string, func()) bool) { for yield("x", func() {}) { } }`, `for s, f := range seq { f(); if s == "y" { break } }`},
	{"range over range functions", `func twice(s func(func(int) bool)) func(func(int) bool) { return func(y func(int) bool) { s(func(i int) bool { return y(i) && y(i) }) } }`,
		`s := func(y func(int) bool) { y(1) }; for range 5 { s = twice(s) }; for range s { }`},
	{"strings by byte", ``, `s := r.Host; t := ""; for i := range s { t = string(s[i]) + t + s[i:] }; for _, c := range t { s += string(c) }`},
	{"unsafe arithmetic of loops", ``, `var x []string; for i, j := 0, 10; i < j; i, j = i+1, j-1 { x = append(x[:i], x[min(j, len(x)):]...) }`},
	{"goroutines that start goroutines", `func spawn(n int, done chan int) { if n > 0 { go spawn(n-1, done); go spawn(n-2, done) }; done <- n }`, `d := make(chan int); go spawn(9, d); <-d`},
	{"method on a function", `type fn func(string) fn
func (f fn) do(s string) fn { return f(s).do(s) }`, `var f fn; f = func(string) fn { return f }; go f.do("x")`},
	{"const overflow indexes", ``, `var a [1 << 20]string; a[1<<19] = "x"; _ = a[len(r.Host)]`},
	{"dead code", ``, `if false { panic("x") }; for false { }; switch { }`},
}

// TestOdd checks that the interpreter comes to an end, without a panic, and that it
// still sees what comes after.
func TestOdd(t *testing.T) {
	for _, test := range odd {
		t.Run(test.name, func(t *testing.T) {
			p := runWithin(t, maxOdd, serving(fmt.Sprintf("func a(w http.ResponseWriter, r *http.Request) {\ndefer http.Get(\"http://b\")\n%s\n}\n%s\n", test.body, test.decls)))
			if p != nil && len(p.Calls) == 0 {
				t.Error("the call of http://b is lost")
			}
		})
	}
}

const maxOdd = time.Minute

// runWithin runs a program and fails if that takes too long; the result is then nil.
func runWithin(t *testing.T, limit time.Duration, src string) *hop.Program {
	t.Helper()
	cfg := config(t, src)
	done := make(chan *hop.Program, 1)
	start := time.Now()
	go func() {
		p, err := Run(cfg)
		if err != nil {
			t.Error(err)
		}
		done <- p
	}()
	select {
	case p := <-done:
		if d := time.Since(start); d > limit/10 {
			t.Logf("took %v", d.Round(time.Millisecond))
		}
		return p
	case <-time.After(limit):
		t.Errorf("does not end within %v", limit)
		return nil
	}
}
