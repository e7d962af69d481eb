// Fields that a function puts right step by step: what they held in between does not
// count, unless somebody looked.
package main

import (
	"log"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"sync"
)

type client struct {
	raw   string
	base  *url.URL
	token string
}

// newClient trims and extends what it was given.
func newClient(raw string) *client {
	c := &client{raw: raw, token: os.Getenv("TOKEN")}
	c.raw = strings.TrimRight(c.raw, "/")
	c.raw += "/orders"
	return c
}

func newURLClient(raw string) (*client, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return nil, err
	}
	c := &client{base: u}
	c.base.Path = path.Join(c.base.Path, "orders")
	if !strings.HasSuffix(c.base.Path, "/") {
		c.base.Path += "/"
	}
	return c, nil
}

func (c *client) resolve(ref string) string {
	rel, err := url.Parse(ref)
	if err != nil {
		return ""
	}
	return c.base.ResolveReference(rel).String()
}

type config struct{ users string }

// complete changes what its caller made.
func complete(c *config) {
	c.users = strings.TrimSpace(c.users)
	if c.users == "" {
		c.users = "http://localhost:9000"
	}
}

// lazy finds out at the first request.
type lazy struct {
	mu  sync.Mutex
	url string
}

func (l *lazy) get(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.url == "" {
		l.url = "http://users" + "/users/1"
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	http.Get(l.url) // want `GET /lazy of selfupdates waits for users GET /users/\{id\}`
}

// peer is made twice by one call, and pointed elsewhere each time.
type peer struct{ url string }

func newPeer() *peer { return &peer{} }

func (p *peer) get() { http.Get(p.url) } // want `GET /moved of selfupdates waits for orders GET /orders/\{id\}` `GET /moved of selfupdates waits for users GET /users/\{id\}`

func main() {
	c := newClient("http://orders/")
	u, err := newURLClient(os.Getenv("ORDERS_URL"))
	if err != nil {
		log.Fatal(err)
	}
	cfg := config{users: os.Getenv("USERS_URL")}
	complete(&cfg)
	a, b := newPeer(), newPeer()
	a.url = "http://orders/orders/1"
	b.url = "http://users/users/1"
	http.HandleFunc("GET /text", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.raw + "/" + r.FormValue("id")) // want `GET /text of selfupdates waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /url", func(w http.ResponseWriter, r *http.Request) {
		http.Get(u.resolve(r.FormValue("id"))) // want `GET /url of selfupdates waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /completed", func(w http.ResponseWriter, r *http.Request) {
		http.Get(cfg.users + "/users/" + r.FormValue("id")) // want `GET /completed of selfupdates waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /request", func(w http.ResponseWriter, r *http.Request) {
		req, err := http.NewRequest("GET", "http://users", nil)
		if err != nil {
			return
		}
		req.URL = req.URL.JoinPath("users", r.FormValue("id"))
		http.DefaultClient.Do(req) // want `GET /request of selfupdates waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /lazy", (&lazy{}).get)
	http.HandleFunc("GET /peers", func(w http.ResponseWriter, r *http.Request) {
		http.Get(a.url) // want `GET /peers of selfupdates waits for orders GET /orders/\{id\}` `GET /peers of selfupdates waits for users GET /users/\{id\}`
		_ = b
	})
	http.HandleFunc("GET /moved", moved)
	http.HandleFunc("GET /overwritten", overwritten)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

// moved calls in between.
func moved(w http.ResponseWriter, r *http.Request) {
	p := &peer{}
	p.url = "http://orders/orders/1"
	p.get()
	p.url = "http://users/users/1"
	p.get()
}

// overwritten has another target until it knows better: nobody calls the first.
func overwritten(w http.ResponseWriter, r *http.Request) {
	p := peer{url: "http://payments/payments"}
	p.url = "http://users/users/" + r.FormValue("id")
	http.Get(p.url) // want `GET /overwritten of selfupdates waits for users GET /users/\{id\}`
}
