// What a request changes held its zero value before: a breaker was closed, a token was
// not there yet. What is set before the program serves is set.
package main

import (
	"errors"
	"net/http"
)

// breaker is open after a failure.
type breaker struct {
	open  bool
	state string
}

func (b *breaker) do(f func() error) error {
	if b.open || b.state == "half" {
		return errors.New("open")
	}
	err := f()
	if err != nil {
		b.trip()
	}
	return err
}

func (b *breaker) trip() { b.open, b.state = true, "half" }

type token struct{ value string }

// client fetches a token with its first request.
type client struct {
	token *token
	calls int
}

func (c *client) bearer() string {
	if c.token == nil {
		http.Get("http://users/users/token") // want `GET /token of laterwrites waits for users GET /users/\{id\}`
		c.token = &token{"secret"}
	}
	return c.token.value
}

var (
	known  = map[string]*token{}
	warmed bool
)

func remember(id string) *token {
	t := known[id]
	if t == nil {
		http.Get("http://orders/orders/" + id) // want `GET /known of laterwrites waits for orders GET /orders/\{id\}`
		t = &token{id}
		known[id] = t
	}
	return t
}

func warm(http.ResponseWriter, *http.Request) {
	if !warmed {
		http.Get("http://users/users/all") // want `GET /warm of laterwrites waits for users GET /users/\{id\}`
		warmed = true
	}
}

// settings are set by main, and by nobody later.
type settings struct {
	remote, legacy bool
	backup         *token
}

func (s *settings) use(remote bool) { s.remote = remote }

func main() {
	b, c, s := &breaker{}, &client{}, &settings{}
	s.use(true)
	http.HandleFunc("GET /guarded", func(w http.ResponseWriter, r *http.Request) {
		b.do(func() error {
			_, err := http.Get("http://orders/orders/" + r.FormValue("id")) // want `GET /guarded of laterwrites waits for orders GET /orders/\{id\}`
			return err
		})
	})
	http.HandleFunc("GET /token", func(w http.ResponseWriter, r *http.Request) { c.bearer() })
	http.HandleFunc("GET /known", func(w http.ResponseWriter, r *http.Request) { remember(r.FormValue("id")) })
	http.HandleFunc("GET /warm", warm)
	http.HandleFunc("GET /settings", func(w http.ResponseWriter, r *http.Request) {
		if !s.remote || s.legacy || s.backup != nil {
			http.Get("http://users/users/nobody")
		}
	})
	http.ListenAndServe(":8080", nil)
}
