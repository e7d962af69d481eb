// Calls before and after serving: in package variables, init functions, constructors,
// hooks of the server, and helpers for tests in ordinary files.
package main

import (
	"context"
	"expvar"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/signal"
	"testing"
)

var version = fetch("http://users/users/version")

func init() { http.Get("http://orders/orders/init") }

func fetch(url string) string {
	resp, err := http.Get(url)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	return resp.Status
}

type server struct{ token string }

func newServer() *server {
	return &server{token: fetch("http://users/users/token")}
}

func (s *server) version(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(version + s.token + fetch("http://orders/orders/1"))) // want `GET /version of startup waits for orders GET /orders/\{id\}`
}

// NewTestServer is for the tests of other packages.
func NewTestServer(t *testing.T) *httptest.Server {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://payments/payments")
	}))
	t.Cleanup(srv.Close)
	return srv
}

func main() {
	s := newServer()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /version", s.version)
	srv := &http.Server{
		Handler:     mux,
		BaseContext: func(net.Listener) context.Context { http.Get("http://users/users/base"); return context.Background() },
		ConnState:   func(net.Conn, http.ConnState) { http.Get("http://users/users/conn") },
	}
	expvar.Publish("orders", expvar.Func(func() any { return fetch("http://orders/orders/expvar") }))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	go srv.ListenAndServe()
	<-ctx.Done()
	srv.Shutdown(context.Background())
	http.Post("http://payments/payments", "text/plain", nil)
}
