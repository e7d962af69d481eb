// Dependencies that nobody sets, types that nobody makes, and small integers that
// decide.
package main

import (
	"context"
	"net/http"
)

type auditor interface {
	Audit(ctx context.Context, what string) error
}

type remoteAuditor struct{ url string }

func (a remoteAuditor) Audit(ctx context.Context, what string) error {
	_, err := http.Post(a.url, "text/plain", nil)
	return err
}

type noAuditor struct{}

func (noAuditor) Audit(context.Context, string) error { return nil }

type mode int

const (
	off mode = iota
	shadow
	live
)

type server struct {
	auditor auditor
	metrics func(string)
	mode    mode
	events  any
}

func newServer(a auditor) *server {
	if a == nil {
		a = noAuditor{}
	}
	return &server{auditor: a, mode: off, events: "none"}
}

func (s *server) audit(w http.ResponseWriter, r *http.Request) {
	if s.auditor != nil {
		s.auditor.Audit(r.Context(), "seen")
	}
	if s.metrics != nil {
		s.metrics("http://users/users/metrics")
	}
}

func (s *server) byMode(w http.ResponseWriter, r *http.Request) {
	switch s.mode {
	case off:
	case shadow:
		http.Get("http://users/users/shadow")
	case live:
		http.Get("http://orders/orders/live")
	}
}

func (s *server) byType(w http.ResponseWriter, r *http.Request) {
	switch e := s.events.(type) {
	case string:
		w.Write([]byte(e))
	case auditor:
		http.Get("http://users/users/auditor")
	case func():
		http.Get("http://orders/orders/func")
	}
}

func (s *server) really(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/1") // want `GET /really of nildeps waits for orders GET /orders/\{id\}`
}

var _ = newServer(nil).auditor == remoteAuditor{}

func main() {
	s := newServer(nil)
	http.HandleFunc("GET /audit", s.audit)
	http.HandleFunc("GET /mode", s.byMode)
	http.HandleFunc("GET /type", s.byType)
	http.HandleFunc("GET /really", s.really)
	http.ListenAndServe(":8080", nil)
}
