// Wiring after construction: setters, fields of fields, a struct of functions, and a
// package variable that main replaces.
package main

import (
	"context"
	"log"
	"net/http"

	"cases/setters/notify"
)

type userSource interface {
	User(ctx context.Context, id string) error
}

type httpUsers struct{ base string }

func (u *httpUsers) User(_ context.Context, id string) error {
	_, err := http.Get(u.base + "/users/" + id) // want `GET /user of setters waits for users GET /users/\{id\}`
	return err
}

type noUsers struct{}

func (noUsers) User(context.Context, string) error { return nil }

type hooks struct {
	before func(r *http.Request) error
	after  func(r *http.Request)
}

type server struct {
	deps struct {
		users userSource
		hooks *hooks
	}
}

func newServer() *server { return new(server) }

func (s *server) SetUsers(u userSource) { s.deps.users = u }

func (s *server) user(w http.ResponseWriter, r *http.Request) {
	if err := s.deps.users.User(r.Context(), r.FormValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (s *server) hooked(w http.ResponseWriter, r *http.Request) {
	if h := s.deps.hooks; h != nil && h.before != nil {
		if err := h.before(r); err != nil {
			return
		}
		if h.after != nil {
			h.after(r)
		}
	}
}

func (s *server) notify(w http.ResponseWriter, r *http.Request) {
	notify.Send(r.FormValue("order"))
}

func main() {
	s := newServer()
	s.SetUsers(&httpUsers{base: "http://users"})
	s.deps.hooks = &hooks{before: func(r *http.Request) error {
		_, err := http.Get("http://orders/orders/" + r.FormValue("id")) // want `GET /hooked of setters waits for orders GET /orders/\{id\}`
		return err
	}}
	notify.Sender = notify.HTTP{URL: "http://payments/payments"}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /user", s.user)
	mux.HandleFunc("GET /hooked", s.hooked)
	mux.HandleFunc("POST /notify", s.notify)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
