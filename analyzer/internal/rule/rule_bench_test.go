package rule

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// large makes a system in which every call is a hop. Calls lead to later services or,
// in a tangle, to any, so that nearly all endpoints wait for each other.
func large(services, calls int, tangle bool) *hop.System {
	const endpoints = 10
	random := rand.New(rand.NewPCG(1, 2))
	sys := &hop.System{}
	for i := range services {
		sys.Services = append(sys.Services, hop.Service{Name: serviceName(i), Role: hop.RoleService})
	}
	path := []hop.Frame{{Func: "main.handle", Pos: "main.go:1:1"}, {Func: "main.call", Pos: "main.go:2:1"}}
	for i := range calls {
		from, to := random.IntN(services), random.IntN(services)
		if !tangle {
			from, to = min(from, to), max(from, to)
		}
		sys.Calls = append(sys.Calls, hop.Call{
			From: hop.From{Service: serviceName(from), Endpoint: endpointName(random.IntN(endpoints))},
			To:   hop.To{Service: serviceName(to), Endpoint: endpointName(random.IntN(endpoints))},
			Kind: hop.Sync, Context: hop.Request, Awaited: hop.Direct, Verb: hop.Query,
			Pos: fmt.Sprintf("%s/main.go:%d:2", serviceName(from), i), Path: path,
		})
	}
	slices.SortFunc(sys.Calls, func(a, b hop.Call) int { return compareCalls(&a, &b) }) // as systems are
	return sys
}

func serviceName(i int) string  { return fmt.Sprintf("service-%05d", i) }
func endpointName(i int) string { return fmt.Sprintf("GET /items/{id}/%d", i) }

func BenchmarkJudge(b *testing.B) {
	for _, tangle := range []bool{false, true} {
		for _, calls := range []int{10_000, 100_000, 1_000_000} {
			b.Run(fmt.Sprintf("calls=%d/tangle=%t", calls, tangle), func(b *testing.B) {
				sys := large(calls/100, calls, tangle)
				m := manifest.Default()
				b.ReportAllocs()
				for b.Loop() {
					Judge(sys, m, Terms{})
				}
			})
		}
	}
}
