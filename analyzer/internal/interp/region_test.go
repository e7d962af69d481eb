package interp

import (
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A handlerCase is a program whose handler a has the given body. Where the calls that
// are wanted do not say who makes them, GET /a does.
type handlerCase struct {
	name, imports, decls, body string
	want                       []string
}

func (c handlerCase) run(t *testing.T) {
	src := "import (\n\"net/http\"\n" + c.imports + "\n)\n" + `
func main() {
	http.HandleFunc("GET /a", a)
	http.ListenAndServe("", nil)
}
func a(w http.ResponseWriter, r *http.Request) {` + c.body + "}\n" + c.decls
	var want []string
	for _, call := range c.want {
		if !strings.Contains(call, " -> ") {
			call = "GET /a -> " + call
		}
		want = append(want, call)
	}
	if got := lines(runSource(t, src)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestAwaited checks which goroutines a request waits for.
func TestAwaited(t *testing.T) {
	const get = `func get(u string) { http.Get(u) }`
	for _, test := range []handlerCase{
		{"plain", ``, get, `get("http://b")`, []string{"GET http://b"}},
		{"forgotten", ``, get, `go get("http://b")`, []string{"GET http://b [detached]"}},
		{"wait group", `"sync"`, get, `var wg sync.WaitGroup; wg.Add(1); go func() { defer wg.Done(); get("http://b") }(); wg.Wait()`, []string{"GET http://b [joined]"}},
		{"wait group's Go", `"sync"`, get, `var wg sync.WaitGroup; wg.Go(func() { get("http://b") }); wg.Wait()`, []string{"GET http://b [joined]"}},
		{"nobody waits for the group", `"sync"`, get, `var wg sync.WaitGroup; wg.Add(1); go func() { defer wg.Done(); get("http://b") }()`, []string{"GET http://b [detached]"}},
		{"another group", `"sync"`, get, `var wg, other sync.WaitGroup; go func() { defer wg.Done(); get("http://b") }(); other.Wait()`, []string{"GET http://b [detached]"}},
		{"error group", `"context"; "golang.org/x/sync/errgroup"`, get, `g, _ := errgroup.WithContext(context.Background()); g.Go(func() error { get("http://b"); return nil }); g.Wait()`, []string{"GET http://b [joined]"}},
		{"error group that is not waited for", `"context"; "golang.org/x/sync/errgroup"`, get, `g, _ := errgroup.WithContext(context.Background()); g.Go(func() error { get("http://b"); return nil })`, []string{"GET http://b [detached]"}},
		{"result channel", ``, get, `c := make(chan int); go func() { get("http://b"); c <- 1 }(); <-c`, []string{"GET http://b [joined]"}},
		{"closed channel", ``, get, `c := make(chan int); go func() { get("http://b"); close(c) }(); <-c`, []string{"GET http://b [joined]"}},
		{"select", `"time"`, get, `c := make(chan int, 1); go func() { get("http://b"); c <- 1 }(); select { case <-c: case <-time.After(1): }`, []string{"GET http://b [joined]"}},
		{"range over results", ``, get, `c := make(chan int); go func() { get("http://b"); c <- 1; close(c) }(); for range c {}`, []string{"GET http://b [joined]"}},
		{"channel that nobody reads", ``, get, `c := make(chan int, 1); go func() { get("http://b"); c <- 1 }()`, []string{"GET http://b [detached]"}},
		{"goroutine of a goroutine", ``, get, `c := make(chan int); go func() { d := make(chan int); go func() { get("http://b"); d <- 1 }(); <-d; c <- 1 }(); <-c`, []string{"GET http://b [joined]"}},
		{"joined within detached", ``, get, `go func() { d := make(chan int); go func() { get("http://b"); d <- 1 }(); <-d }()`, []string{"GET http://b [detached]"}},
		{"background pool", ``, get + "\nvar jobs = make(chan string)\nfunc init() { go func() { for u := range jobs { get(u) } }() }", `jobs <- "http://b"`, []string{"background -> GET http://b [detached range]"}},
		{"functions sent to a pool", ``, get + "\nvar jobs = make(chan func())\nfunc init() { go func() { for f := range jobs { f() } }() }",
			`done := make(chan int); jobs <- func() { get("http://b"); done <- 1 }; <-done`, []string{"GET http://b [joined]"}},
		{"deferred", ``, get, `defer get("http://b")`, []string{"GET http://b"}},
		{"later", `"time"`, get, `time.AfterFunc(5, func() { get("http://b") })`, []string{"GET http://b [detached]"}},
		{"both ways", ``, get, `go get("http://b"); get("http://b")`, []string{"GET http://b"}},
	} {
		t.Run(test.name, test.run)
	}
}

// TestLoops checks in which loops a call lies: the worst on the way counts.
func TestLoops(t *testing.T) {
	const get = `func get(u string) { http.Get(u) }`
	for _, test := range []handlerCase{
		{"none", ``, get, `get("http://b")`, []string{"GET http://b"}},
		{"range", ``, get, `for range r.Header { get("http://b") }`, []string{"GET http://b [range]"}},
		{"for", ``, get, `for i := 0; i < len(r.Header); i++ { get("http://b") }`, []string{"GET http://b [for]"}},
		{"in a caller", ``, get + "\nfunc all(r *http.Request) { for range r.Header { each() } }\nfunc each() { get(\"http://b\") }", `all(r)`, []string{"GET http://b [range]"}},
		{"for within range", ``, get, `for range r.Header { for i := 0; i < 3; i++ { get("http://b") } }`, []string{"GET http://b [range]"}},
		{"after a loop", ``, get, `for range r.Header {}; get("http://b")`, []string{"GET http://b"}},
		{"retry", ``, ``, `for i := 0; i < 3; i++ { if _, err := http.Get("http://b"); err == nil { break } }`, []string{"GET http://b [retry]"}},
		{"in the body of a range function", ``, get + "\nfunc seq(yield func(int) bool) { for i := range 3 { if !yield(i) { return } } }", `for range seq { get("http://b") }`, []string{"GET http://b [range]"}},
		{"goroutines in a loop", `"sync"`, get, `var wg sync.WaitGroup; for range r.Header { wg.Go(func() { get("http://b") }) }; wg.Wait()`, []string{"GET http://b [joined range]"}},
	} {
		t.Run(test.name, test.run)
	}
}

// TestContexts checks in which activity calls happen that no request makes.
func TestContexts(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"startup", `func main() { http.Get("http://b") }`, "startup -> GET http://b"},
		{"initialiser", `var x, _ = http.Get("http://b")
func main() {}`, "startup -> GET http://b"},
		{"init", `func init() { http.Get("http://b") }
func main() {}`, "startup -> GET http://b"},
		{"goroutine", `func main() { go http.Get("http://b"); select {} }`, "background -> GET http://b [detached]"},
		{"poller", `func main() { go func() { for { http.Get("http://b"); time.Sleep(1) } }() ; select {} }`, "background -> GET http://b [poll detached for]"},
		{"ticker", `func main() { go func() { t := time.NewTicker(1); for range t.C { http.Get("http://b") } }(); select {} }`, "background -> GET http://b [poll detached range]"},
		{"main polls", `func main() { for { http.Get("http://b"); time.Sleep(1) } }`, "background -> GET http://b [poll for]"},
		{"timer", `func main() { time.AfterFunc(1, func() { http.Get("http://b") }) }`, "background -> GET http://b [poll detached]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := lines(runSource(t, "import (\n\"net/http\"\n\"time\"\n)\nvar _ time.Duration\n"+test.src))
			if !slices.Equal(got, []string{test.want}) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestPath checks the frames from the handler to the call.
func TestPath(t *testing.T) {
	p := runSource(t, serving(`
func a(w http.ResponseWriter, r *http.Request) { (&client{"http://b"}).get() }
type client struct{ base string }
func (c *client) get() { func() { send(c.base) }() }
func send(u string) { http.Get(u) }
`))
	if len(p.Calls) != 1 {
		t.Fatalf("got %d calls, want 1", len(p.Calls))
	}
	want := []hop.PathFrame{
		{Func: "acme/p.a", Pos: "p.go:9:72"},
		{Func: "(*acme/p.client).get", Pos: "p.go:11:26"},
		{Func: "(*acme/p.client).get$1", Pos: "p.go:11:35"},
		{Func: "acme/p.send", Pos: "p.go:12:28"},
	}
	if got := p.Calls[0].Path; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestRelevance checks that what cannot reach a call or an endpoint is skipped, and
// that what can is not.
func TestRelevance(t *testing.T) {
	cfg := config(t, serving(`
func a(w http.ResponseWriter, r *http.Request) {}
func adds(a, b int) int { return a + b }
func checks(s string) bool { if s == "" { return false }; return adds(len(s), 2) > 3 }
func fills(p *string) { *p = "http://b" }
func local() int { var s struct{ n int; t string }; s.t = "x"; s.n = 3; return s.n }
func callsBoth() { checks("y"); local() }
func text() string { return "x" }
func get() bool { _, err := http.Get("http://b"); return err == nil }
func far() bool { return further() }
func further() bool { return get() }
func spawns() { go get() }
func dynamic(f func() int) int { return f() }
func invokes(e interface{ N() int }) int { return e.N() }
func sends(c chan int) { c <- 1 }
`))
	m := newMachine(cfg)
	for name, want := range map[string]bool{
		"adds": false, "checks": false, "local": false, "callsBoth": false,
		"fills": true, "text": true, "get": true, "far": true, "further": true, "spawns": true, "dynamic": true, "invokes": true, "sends": true,
	} {
		fn := m.funcs["acme/p."+name]
		if fn == nil {
			t.Errorf("no function %s", name)
			continue
		}
		if fn.relevant != want {
			t.Errorf("%s: relevant is %t, want %t", name, fn.relevant, want)
		}
	}
}
