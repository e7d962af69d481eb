// Shapes of recursion: over data, by closures, callbacks and visitors; and what only looks
// like it: trying again, a token that is fetched on the way, decorators, what is done once
// at the end.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"
)

var errBusy = errors.New("busy")

func get(url string) (*http.Response, error) { return http.Get(url) }

func post(url string) (*http.Response, error) { return http.Post(url, "text/plain", nil) }

type node struct {
	ID       string
	Children []*node
}

// visit is handed to a helper that calls it for each child.
func visit(n *node) {
	get("http://orders/orders/" + n.ID) // want `POST /visit of recursions waits for orders` `POST /visit of recursions calls orders GET /orders/\{id\} once per element`
	each(n.Children, visit)
}

func each(ns []*node, f func(*node)) {
	for _, n := range ns {
		f(n)
	}
}

// binary has no loop.
func binary(n *node) {
	if n == nil {
		return
	}
	get("http://users/users/" + n.ID) // want `POST /binary of recursions waits for users` `POST /binary of recursions calls users GET /users/\{id\} once per turn`
	binary(n.Children[0])
	binary(n.Children[1])
}

// spawn starts a goroutine for each child and waits.
func spawn(n *node) {
	get("http://orders/orders/" + n.ID) // want `POST /spawn of recursions waits for orders` `POST /spawn of recursions calls orders GET /orders/\{id\} once per turn`
	if len(n.Children) == 0 {
		return
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		spawn(n.Children[0])
	}()
	wg.Wait()
}

type visitor interface{ visit(id string) }

type pricer struct{ base string }

func (p *pricer) visit(id string) {
	resp, err := get(p.base + "/orders/" + id) // want `GET /visitor of recursions waits for orders` `GET /visitor of recursions calls orders GET /orders/\{id\} once per turn`
	if err == nil {
		descend(p, resp.Header.Get("Next"))
	}
}

func descend(v visitor, id string) {
	if id != "" {
		v.visit(id)
	}
}

// part is a tree that the handler makes of the request.
type part struct {
	id   string
	next *part
}

func parse(path string) *part {
	id, rest, _ := strings.Cut(path, "/")
	if id == "" {
		return nil
	}
	return &part{id, parse(rest)}
}

func (p *part) fetch() {
	get("http://users/users/" + p.id) // want `GET /parts of recursions waits for users` `GET /parts of recursions calls users GET /users/\{id\} once per turn`
	if p.next != nil {
		p.next.fetch()
	}
}

// split calls only when all is done.
func split(text string, parts int) {
	if text == "" {
		post("http://orders/orders") // want `POST /split of recursions waits for orders POST /orders`
		return
	}
	_, rest, _ := strings.Cut(text, ",")
	split(rest, parts+1)
}

func status(left int) {
	resp, err := post("http://orders/orders") // want `POST /status of recursions waits for orders POST /orders`
	if err == nil && resp.StatusCode >= 500 && left > 0 {
		status(left - 1)
	}
}

func reserve(id string) error {
	_, err := post("http://payments/payments?" + id) // want `POST /busy of recursions waits for payments POST /payments`
	if err != nil {
		return errBusy
	}
	return nil
}

func busy(id string, left int) error {
	err := reserve(id)
	if errors.Is(err, errBusy) && left > 0 {
		return busy(id+"x", left-1)
	}
	return err
}

// session fetches a token when it has none: by the same function.
type session struct{ token string }

func (s *session) call(ctx context.Context, path string) (*http.Response, error) {
	if s.token == "" {
		s.login(ctx)
	}
	return http.Get("http://users" + path) // want `GET /session of recursions waits for users GET /users/\{id\}`
}

func (s *session) login(ctx context.Context) {
	if resp, err := s.call(ctx, "/users/login"); err == nil {
		s.token = resp.Header.Get("Token")
	}
}

// getter is an interface with decorators.
type getter interface{ get(id string) }

type remote struct{ base string }

func (r remote) get(id string) { http.Get(r.base + "/orders/" + id) } // want `GET /decorated of recursions waits for orders GET /orders/\{id\}`

type logged struct{ inner getter }

func (l *logged) get(id string) { l.inner.get("x" + id) }

func main() {
	body := func(f func(*node)) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			var root node
			json.NewDecoder(r.Body).Decode(&root)
			f(&root)
		}
	}
	http.HandleFunc("POST /visit", body(visit))
	http.HandleFunc("POST /binary", body(binary))
	http.HandleFunc("POST /spawn", body(spawn))
	http.HandleFunc("GET /closure", func(w http.ResponseWriter, r *http.Request) {
		var follow func(id string)
		follow = func(id string) {
			resp, err := get("http://orders/orders/" + id) // want `GET /closure of recursions waits for orders` `GET /closure of recursions calls orders GET /orders/\{id\} once per turn`
			if err == nil && resp.Header.Get("Next") != "" {
				follow(resp.Header.Get("Next"))
			}
		}
		follow(r.FormValue("id"))
	})
	http.HandleFunc("GET /visitor", func(w http.ResponseWriter, r *http.Request) {
		descend(&pricer{"http://orders"}, r.FormValue("id"))
	})
	http.HandleFunc("GET /parts", func(w http.ResponseWriter, r *http.Request) { parse(r.FormValue("path")).fetch() })
	http.HandleFunc("POST /split", func(w http.ResponseWriter, r *http.Request) { split(r.FormValue("text"), 0) })
	http.HandleFunc("POST /status", func(w http.ResponseWriter, r *http.Request) { status(3) })
	http.HandleFunc("POST /busy", func(w http.ResponseWriter, r *http.Request) { busy(r.FormValue("id"), 3) })
	s := &session{}
	http.HandleFunc("GET /session", func(w http.ResponseWriter, r *http.Request) { s.call(r.Context(), "/users/me") })
	var g getter = remote{"http://orders"}
	for range 3 {
		g = &logged{g}
	}
	http.HandleFunc("GET /decorated", func(w http.ResponseWriter, r *http.Request) { g.get(r.FormValue("id")) })
	http.ListenAndServe(":8080", nil)
}
