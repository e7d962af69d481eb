package interp

import (
	"fmt"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A shape is the size of a generated service.
type shape struct {
	endpoints int // routes, each with a handler of its own
	functions int // of each handler's own, one calling the next
	depth     int // of the wiring: structs between a handler and its client
	fanOut    int // clients that each handler calls
}

// source writes a service of the shape: handlers reach clients, each with an address
// of its own, through a chain of structs and a chain of functions.
func (s shape) source() string {
	src := "import \"net/http\"\ntype client struct{ base string }\nfunc (c *client) get(p string) { http.Get(c.base + p) }\n"
	src += "type layer0 struct{ c *client }\nfunc (l *layer0) call(p string) { l.c.get(p) }\nfunc new0(base string) *layer0 { return &layer0{&client{base}} }\n"
	src += repeat(s.depth, func(i int) string {
		return fmt.Sprintf("type layer%d struct{ next *layer%d }\nfunc (l *layer%d) call(p string) { l.next.call(p) }\nfunc new%d(base string) *layer%d { return &layer%d{new%d(base)} }\n",
			i+1, i, i+1, i+1, i+1, i+1, i)
	})
	src += fmt.Sprintf("type server struct{ clients [%d]*layer%d }\n", s.fanOut, s.depth)
	src += repeat(s.endpoints, s.handler)
	src += "func main() {\ns := &server{}\n"
	src += repeat(s.fanOut, func(i int) string { return fmt.Sprintf("s.clients[%d] = new%d(\"http://b%d\")\n", i, s.depth, i) })
	src += repeat(s.endpoints, func(i int) string { return fmt.Sprintf("http.HandleFunc(\"GET /e%d\", s.e%d)\n", i, i) })
	return src + "http.ListenAndServe(\"\", nil)\n}\n"
}

func (s shape) handler(i int) string {
	src := fmt.Sprintf("func (s *server) e%d(w http.ResponseWriter, r *http.Request) { s.e%df%d(\"/e%d\") }\n", i, i, s.functions, i)
	src += fmt.Sprintf("func (s *server) e%df0(p string) {\n", i)
	src += repeat(s.fanOut, func(k int) string { return fmt.Sprintf("s.clients[%d].call(p)\n", k) }) + "}\n"
	return src + repeat(s.functions, func(f int) string {
		return fmt.Sprintf("func (s *server) e%df%d(p string) { s.e%df%d(p) }\n", i, f+1, i, f)
	})
}

// growth doubles one dimension at a time. The unit is what the work should be linear in.
var growth = []struct {
	name string
	of   func(n int) shape
	unit func(n int) int
	from int
}{
	{"functions", func(n int) shape { return shape{endpoints: 20, functions: n, depth: 3, fanOut: 2} }, func(n int) int { return 20 * n }, 25},
	{"depth", func(n int) shape { return shape{endpoints: 10, functions: 3, depth: n, fanOut: 2} }, func(n int) int { return 20 * n }, 25},
	{"endpoints", func(n int) shape { return shape{endpoints: n, functions: 3, depth: 3, fanOut: 2} }, func(n int) int { return n }, 50},
	{"fanout", func(n int) shape { return shape{endpoints: 10, functions: 3, depth: 3, fanOut: n} }, func(n int) int { return 10 * n }, 10},
}

// BenchmarkGrowth shows the time for a unit of each dimension as it doubles: for near-linear
// growth it stays the same.
func BenchmarkGrowth(b *testing.B) {
	for _, g := range growth {
		for n := g.from; n <= 8*g.from; n *= 2 {
			b.Run(fmt.Sprintf("%s=%d", g.name, n), func(b *testing.B) {
				cfg := config(b, g.of(n).source())
				b.ResetTimer()
				for b.Loop() {
					checkShape(b, g.of(n), runConfig(b, cfg))
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*g.unit(n)), "ns/unit")
			})
		}
	}
}

func checkShape(t testing.TB, s shape, p *hop.Program) {
	t.Helper()
	if len(p.Endpoints) != s.endpoints || len(p.Calls) != s.endpoints*s.fanOut || len(p.Notes) > 0 {
		t.Fatalf("%d endpoints, %d calls, %d notes; want %d, %d, 0", len(p.Endpoints), len(p.Calls), len(p.Notes), s.endpoints, s.endpoints*s.fanOut)
	}
}

// TestShape checks that the services that are measured are what they should be.
func TestShape(t *testing.T) {
	s := shape{endpoints: 3, functions: 2, depth: 2, fanOut: 2}
	p := runSource(t, s.source())
	checkShape(t, s, p)
	for _, c := range p.Calls {
		if len(c.Addresses) != 1 {
			t.Errorf("a call of %s has the addresses %v, want one", c.Endpoint, c.Addresses)
		}
	}
}
