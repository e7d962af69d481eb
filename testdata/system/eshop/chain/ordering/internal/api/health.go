package api

import (
	"net/http"
	"time"

	"example.com/eshop/chain/platform/rest"
)

// Health asks the services that ordering depends on whether they are up.
type Health struct {
	dependencies []string
	http         *http.Client
}

// NewHealth makes a health check of the services at the given URLs.
func NewHealth(dependencies ...string) *Health {
	return &Health{dependencies: dependencies, http: &http.Client{Timeout: time.Second}}
}

func (h *Health) check(w http.ResponseWriter, r *http.Request) error {
	for _, base := range h.dependencies {
		req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, base+"/hc", http.NoBody)
		if err != nil {
			return err
		}
		resp, err := h.http.Do(req)
		if err != nil {
			return rest.Errorf(http.StatusServiceUnavailable, "%s is down", base)
		}
		resp.Body.Close()
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}
