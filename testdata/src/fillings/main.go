// A place that is filled when it is empty is filled once, in whatever loop somebody asks
// for what is in it; one for each key is not, nor is what depends on what is asked for.
package main

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"
)

func fetch(url string) string {
	resp, err := http.Get(url)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return string(body)
}

// expiring fetches a token when there is none that is valid.
type expiring struct {
	mu      sync.Mutex
	base    string
	token   string
	expires time.Time
}

func (e *expiring) get(ctx context.Context) string {
	e.mu.Lock()
	defer e.mu.Unlock()
	if time.Now().Before(e.expires) {
		return e.token
	}
	e.token = fetch(e.base + "/users/expiring") // want `GET /expiring of fillings waits for users GET /users/\{id\}`
	e.expires = time.Now().Add(time.Minute)
	return e.token
}

// lazy fetches when it has nothing, by a method of its own.
type lazy struct{ token string }

func (l *lazy) get() string {
	if l.token == "" {
		l.refresh()
	}
	return l.token
}

func (l *lazy) refresh() {
	l.token = fetch("http://users/users/lazy") // want `GET /lazy of fillings waits for users GET /users/\{id\}`
}

var config string

func settings() string {
	if config != "" {
		return config
	}
	config = fetch("http://users/users/settings") // want `GET /settings of fillings waits for users GET /users/\{id\}`
	return config
}

// inLoop fetches in the loop itself.
func (l *lazy) inLoop(ids []string) {
	for range ids {
		if l.token == "" {
			l.token = fetch("http://users/users/inloop") // want `GET /inloop of fillings waits for users GET /users/\{id\}`
		}
	}
}

// keyed has a place for each key.
type keyed struct{ tokens map[string]string }

func (k *keyed) get(id string) string {
	if t, ok := k.tokens[id]; ok {
		return t
	}
	k.tokens[id] = fetch("http://orders/orders/" + id) // want `GET /keyed of fillings waits for orders GET /orders/\{id\}` `GET /keyed of fillings calls orders GET /orders/\{id\} once per element of a loop`
	return k.tokens[id]
}

// last keeps what was asked for last.
type last struct{ id, order string }

func (l *last) get(id string) string {
	if l.id == id {
		return l.order
	}
	l.id, l.order = id, fetch("http://orders/orders/"+id) // want `GET /last of fillings waits for orders GET /orders/\{id\}` `GET /last of fillings calls orders GET /orders/\{id\} once per element of a loop`
	return l.order
}

// pages goes on as long as there is something: the other way round.
type pages struct{ cursor, seen string }

func (p *pages) next() {
	if p.cursor == "" {
		return
	}
	p.cursor = fetch("http://orders/orders/" + p.cursor) // want `GET /pages of fillings waits for orders GET /orders/\{id\}` `GET /pages of fillings calls orders GET /orders/\{id\} once per element of a loop`
}

// each has a place of its own for each element.
func each(ids []string) {
	for range ids {
		own := &expiringEach{}
		own.get()
	}
}

type expiringEach struct{ token string }

func (e *expiringEach) get() string {
	if e.token == "" {
		e.token = fetch("http://users/users/each") // want `GET /each of fillings waits for users GET /users/\{id\}` `GET /each of fillings calls users GET /users/\{id\} once per element of a loop`
	}
	return e.token
}

// forced fetches whenever it is told to.
type forced struct{ token string }

func (f *forced) get(force bool) string {
	if !force && f.token != "" {
		return f.token
	}
	f.token = fetch("http://users/users/forced") // want `GET /forced of fillings waits for users GET /users/\{id\}` `GET /forced of fillings calls users GET /users/\{id\} once per element of a loop`
	return f.token
}

func main() {
	e, l, in := &expiring{base: "http://users"}, &lazy{}, &lazy{}
	k, la, p, f := &keyed{tokens: map[string]string{}}, &last{}, &pages{cursor: "first"}, &forced{}
	loop := func(path string, ask func(r *http.Request, id string)) {
		http.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) {
			for _, id := range r.URL.Query()["id"] {
				ask(r, id)
			}
		})
	}
	loop("/expiring", func(r *http.Request, id string) { e.get(r.Context()) })
	loop("/lazy", func(r *http.Request, id string) { l.get() })
	loop("/settings", func(r *http.Request, id string) { settings() })
	loop("/keyed", func(r *http.Request, id string) { k.get(id) })
	loop("/last", func(r *http.Request, id string) { la.get(id) })
	loop("/pages", func(r *http.Request, id string) { p.next() })
	loop("/forced", func(r *http.Request, id string) { f.get(id == "") })
	http.HandleFunc("GET /inloop", func(w http.ResponseWriter, r *http.Request) { in.inLoop(r.URL.Query()["id"]) })
	http.HandleFunc("GET /each", func(w http.ResponseWriter, r *http.Request) { each(r.URL.Query()["id"]) })
	http.ListenAndServe(":8080", nil)
}
