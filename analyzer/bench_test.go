package analyzer

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/rule"
)

// A systemSize is the size of a generated system. Service n calls the services that
// follow it, so that chains are as long as the system and no cycle is closed.
type systemSize struct {
	services  int
	functions int // of a service, between its handlers and its clients
	depth     int // of the wiring: structs between a handler and its client
	fanOut    int // services that each service calls, one from each of its endpoints
}

var benchSize = systemSize{services: 8, functions: 40, depth: 6, fanOut: 3}

// write writes the system's module and manifest into a directory.
func (s systemSize) write(b *testing.B, dir string) {
	b.Helper()
	files := map[string]string{
		"go.mod":       "module system.test/bench\n\ngo 1.26\n",
		"hoplint.yaml": s.manifest(),
	}
	for n := range s.services {
		files[fmt.Sprintf("svc%d/main.go", n)] = s.service(n)
		files[fmt.Sprintf("svc%d/client/client.go", n)] = s.client()
	}
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			b.Fatal(err)
		}
	}
}

func (s systemSize) manifest() string {
	text := "version: 1\nservices:\n"
	for n := range s.services {
		text += fmt.Sprintf("  svc%d:\n    role: service\n    root: ./svc%d\n    address: {hosts: [svc%d]}\n", n, n, n)
	}
	return text
}

// client is the package through which a service calls others: structs within structs.
func (s systemSize) client() string {
	text := `package client

import "net/http"

type Layer0 struct{ base string }

func New0(base string) *Layer0 { return &Layer0{base} }

func (l *Layer0) Get(p string) { http.Get(l.base + p) }
`
	for d := 1; d <= s.depth; d++ {
		text += fmt.Sprintf("\ntype Layer%d struct{ next *Layer%d }\n\nfunc New%d(base string) *Layer%d { return &Layer%d{New%d(base)} }\n\nfunc (l *Layer%d) Get(p string) { l.next.Get(p) }\n",
			d, d-1, d, d, d, d-1, d)
	}
	return text + fmt.Sprintf("\ntype Client = Layer%d\n\nvar New = New%d\n", s.depth, s.depth)
}

// service is the main package of service n. Each of its endpoints calls one service,
// through a chain of functions; an endpoint without a service to call ends chains.
func (s systemSize) service(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package main\n\nimport (\n\t\"net/http\"\n\n\t\"system.test/bench/svc%d/client\"\n)\n\ntype server struct{ clients []*client.Client }\n", n)
	var setup, routes string
	for k := range s.fanOut {
		if target := n + k + 1; target < s.services {
			setup += fmt.Sprintf("client.New(\"http://svc%d\"), ", target)
			fmt.Fprintf(&b, "\nfunc (s *server) e%d(w http.ResponseWriter, r *http.Request) { s.e%df%d(\"/e%d\") }\n", k, k, s.functions, k)
			fmt.Fprintf(&b, "\nfunc (s *server) e%df0(p string) { s.clients[%d].Get(p) }\n", k, k)
			for f := range s.functions {
				fmt.Fprintf(&b, "\nfunc (s *server) e%df%d(p string) { s.e%df%d(p) }\n", k, f+1, k, f)
			}
		} else {
			fmt.Fprintf(&b, "\nfunc (s *server) e%d(w http.ResponseWriter, r *http.Request) {}\n", k)
		}
		routes += fmt.Sprintf("\thttp.HandleFunc(\"GET /e%d\", s.e%d)\n", k, k)
	}
	fmt.Fprintf(&b, "\nvar _ *client.Client\n\nfunc main() {\n\ts := &server{[]*client.Client{%s}}\n%s\thttp.ListenAndServe(\":80\", nil)\n}\n", setup, routes)
	return b.String()
}

// calls is how many calls the system makes.
func (s systemSize) calls() int {
	n := 0
	for from := range s.services {
		n += min(s.fanOut, s.services-1-from)
	}
	return n
}

// BenchmarkPhases measures each phase of a check of a generated system, and the whole.
// Cold is without a cache, warm with one that knows all.
func BenchmarkPhases(b *testing.B) {
	dir, warm := b.TempDir(), b.TempDir()
	benchSize.write(b, dir)
	cold := Config{Dir: dir, Cache: "off"}
	benchSize.check(b, Config{Dir: dir, Cache: warm})

	benchmarkPhase(b, "list", cold, 0, (*checker).listPhase)
	benchmarkPhase(b, "types+lower/cold", cold, 1, (*checker).lowerPhase)
	benchmarkPhase(b, "types+lower/warm", Config{Dir: dir, Cache: warm}, 1, (*checker).lowerPhase)
	benchmarkPhase(b, "interp", cold, 2, (*checker).interpretPhase)
	benchmarkPhase(b, "compose", cold, 3, func(c *checker, b *testing.B) { compose.System(c.manifest, c.deployments()) })
	b.Run("judge", func(b *testing.B) {
		c := advanced(b, cold, 3)
		result := compose.System(c.manifest, c.deployments())
		for b.Loop() {
			if findings := rule.Judge(&result.System, c.manifest, rule.Terms{}); len(findings) == 0 {
				b.Fatal("no finding in a system of chains")
			}
		}
	})
	b.Run("check/cold", func(b *testing.B) {
		for b.Loop() {
			benchSize.check(b, cold)
		}
	})
	b.Run("check/warm", func(b *testing.B) {
		for b.Loop() {
			benchSize.check(b, Config{Dir: dir, Cache: warm})
		}
	})
}

// phases are those of [Check] that fill the checker, in order.
var phases = []func(*checker, *testing.B){(*checker).listPhase, (*checker).lowerPhase, (*checker).interpretPhase}

func (c *checker) listPhase(b *testing.B) {
	if err := c.list(); err != nil {
		b.Fatal(err)
	}
}

func (c *checker) lowerPhase(*testing.B) { c.lower() }

func (c *checker) interpretPhase(b *testing.B) {
	if err := c.interpret(); err != nil {
		b.Fatal(err)
	}
}

// advanced returns a checker after the first phases.
func advanced(b *testing.B, cfg Config, done int) *checker {
	b.Helper()
	c, err := newChecker(context.Background(), cfg)
	if err != nil {
		b.Fatal(err)
	}
	for _, phase := range phases[:done] {
		phase(c, b)
	}
	return c
}

// benchmarkPhase measures a phase alone: what comes before it is not counted.
func benchmarkPhase(b *testing.B, name string, cfg Config, done int, phase func(*checker, *testing.B)) {
	b.Run(name, func(b *testing.B) {
		for range b.N {
			b.StopTimer()
			c := advanced(b, cfg, done)
			b.StartTimer()
			phase(c, b)
		}
	})
}

// check checks the generated system, and that nothing of it was missed.
func (s systemSize) check(b *testing.B, cfg Config) {
	b.Helper()
	report, err := Check(context.Background(), cfg)
	if err != nil {
		b.Fatal(err)
	}
	if got := report.Coverage; got.Calls != s.calls() || got.Resolved != got.Calls || len(got.Skipped) > 0 {
		b.Fatalf("%d calls, %d resolved, skipped %v; want %d, all resolved", got.Calls, got.Resolved, got.Skipped, s.calls())
	}
}

// BenchmarkServices shows the time for each service of systems that double.
func BenchmarkServices(b *testing.B) {
	for n := 8; n <= 64; n *= 2 {
		b.Run(fmt.Sprintf("services=%d", n), func(b *testing.B) {
			size := systemSize{services: n, functions: 10, depth: 3, fanOut: 3}
			dir := b.TempDir()
			size.write(b, dir)
			for b.Loop() {
				size.check(b, Config{Dir: dir, Cache: "off"})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/service")
		})
	}
}
