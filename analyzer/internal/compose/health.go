package compose

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// healthWords are the last segments of the paths of health endpoints, by custom.
var healthWords = map[string]bool{
	"health": true, "healthz": true, "livez": true, "readyz": true, "ready": true, "live": true,
	"liveness": true, "readiness": true, "hc": true, "ping": true, "status": true,
}

// isHealth reports whether an endpoint tells the health of its service. One with a
// parameter tells of something else: "GET /orders/{id}/status".
func isHealth(endpoint string) bool {
	if strings.HasPrefix(endpoint, "grpc.health.v1.Health/") {
		return true
	}
	_, text := splitEndpoint(endpoint)
	if !strings.HasPrefix(text, "/") || strings.Contains(text, "{") {
		return false
	}
	segments := segmentsOf(text)
	if len(segments) == 0 {
		return false
	}
	last := strings.TrimLeft(segments[len(segments)-1], "_")
	return healthWords[strings.ToLower(last)]
}

// contextOf returns the context of a call. A health endpoint that asks another one
// is context health: no user waits for it. A probe that runs a business endpoint of
// another service stays a request, for it is served like any other and fails with it.
func contextOf(call *hop.ProgramCall, to string) hop.Context {
	if call.Context == hop.Request && isHealth(call.Endpoint) && isHealth(to) {
		return hop.Health
	}
	return call.Context
}
