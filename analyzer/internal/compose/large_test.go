package compose

import (
	"fmt"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// generated returns a system of services with the given number of calls each.
func generated(services, calls int) []Deployment {
	out := make([]Deployment, services)
	for i := range out {
		var p hop.Program
		p.Endpoints = httpEndpoints("GET /", "GET /orders", "GET /orders/{id}", "POST /orders", "GET /health")
		p.Endpoints = append(p.Endpoints, hop.ProgramEndpoint{Protocol: hop.GRPC, Name: fmt.Sprintf("shop.S%d/Get", i)})
		for j := range calls {
			p.Calls = append(p.Calls, generatedCall(i, j, services))
		}
		out[i] = deployed(fmt.Sprintf("svc%d", i), p)
	}
	return out
}

func generatedCall(i, j, services int) hop.ProgramCall {
	to := (i*31 + j*17) % services
	from := []string{"GET /orders", "POST /orders", "GET /orders/{id}"}[j%3]
	path := fmt.Sprintf("main.h@s%d/h.go:%d:2 m.Log@m/m.go:1:1 cl.Get@s%d/c.go:%d:2 x.Do@x/x.go:1:1", i, j, i, j)
	switch j % 4 {
	case 0:
		return get(from, fmt.Sprintf("http://svc%d:8080/orders/{}", to), path)
	case 1:
		return get(from, fmt.Sprintf("http://{env:SVC%d_URL|http://localhost:80}/orders?x={}", to), path)
	case 2:
		return get(from, fmt.Sprintf("{env:UNKNOWN_%d}/orders", j), path)
	}
	c := get(from, "{config:grpc.target}", path)
	c.Protocol, c.Methods, c.Procedure = hop.GRPC, nil, fmt.Sprintf("shop.S%d/Get", to)
	return c
}

// BenchmarkSystem composes a large system: 10,000 services with 100 calls each.
func BenchmarkSystem(b *testing.B) {
	deployments := generated(10_000, 100)
	for b.Loop() {
		r := System(manifest.Default(), deployments)
		if r.Coverage.Calls == 0 {
			b.Fatal("no calls")
		}
	}
}
