// Clients that are made in a loop over a section of the configuration and asked for by
// name: the name is the key.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"sync"
)

type endpoint struct{ URL string }

type config struct{ Services map[string]endpoint }

type client struct{ base string }

func (c *client) get(path string) {
	http.Get(c.base + path) // want `GET /all of namedclients waits for orders` `GET /all of namedclients waits for users` `GET /all of namedclients calls orders GET /version once per element` `GET /all of namedclients calls users GET /version once per element`
}

func clients(c config) map[string]*client {
	out := make(map[string]*client, len(c.Services))
	for name, e := range c.Services {
		out[name] = &client{e.URL}
	}
	return out
}

// factory keeps clients by name, and others in a concurrent map.
type factory struct {
	mu      sync.RWMutex
	clients map[string]*client
	shared  sync.Map
}

func (f *factory) add(name string, c *client) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.clients[name] = c
	f.shared.Store(name, c)
}

func (f *factory) get(name string) *client {
	f.mu.RLock()
	defer f.mu.RUnlock()
	c, ok := f.clients[name]
	if !ok {
		log.Fatal("no client " + name)
	}
	return c
}

func newFactory(c config) *factory {
	f := &factory{clients: make(map[string]*client)}
	for name, e := range c.Services {
		f.add(name, &client{base: e.URL})
	}
	return f
}

// picked goes through the section for one name.
func picked(c config) *client {
	var out *client
	for name, e := range c.Services {
		switch name {
		case "users":
			out = &client{e.URL}
		case "metrics":
			log.Print(e.URL)
		}
	}
	return out
}

type server struct{ orders, users *client }

func (s *server) order(w http.ResponseWriter, r *http.Request) {
	s.orders.get("/orders/" + r.FormValue("id")) // want `GET /field/order of namedclients waits for orders GET /orders/\{id\}`
}

func (s *server) user(w http.ResponseWriter, r *http.Request) {
	s.users.get("/users/" + r.FormValue("id")) // want `GET /field/user of namedclients waits for users GET /users/\{id\}`
}

func main() {
	f, err := os.Open("config.json")
	if err != nil {
		log.Fatal(err)
	}
	var c config
	if err := json.NewDecoder(f).Decode(&c); err != nil {
		log.Fatal(err)
	}
	all, named, user := clients(c), newFactory(c), picked(c)
	orders := all["orders"]
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		orders.get("/orders/" + r.FormValue("id")) // want `GET /order of namedclients waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) {
		all["users"].get("/users/" + r.FormValue("id")) // want `GET /user of namedclients waits for users GET /users/\{id\}`
	})
	s := &server{named.get("orders"), named.get("users")}
	http.HandleFunc("GET /field/order", s.order)
	http.HandleFunc("GET /field/user", s.user)
	http.HandleFunc("GET /shared", func(w http.ResponseWriter, r *http.Request) {
		if c, ok := named.shared.Load("orders"); ok {
			c.(*client).get("/orders/" + r.FormValue("id")) // want `GET /shared of namedclients waits for orders GET /orders/\{id\}`
		}
	})
	http.HandleFunc("GET /picked", func(w http.ResponseWriter, r *http.Request) {
		user.get("/users/" + r.FormValue("id")) // want `GET /picked of namedclients waits for users GET /users/\{id\}`
	})
	// A key that the manifest gives to nobody.
	http.HandleFunc("GET /legacy", func(w http.ResponseWriter, r *http.Request) {
		all["legacy"].get("/orders/" + r.FormValue("id"))
	})
	// Any of them, as the request says, and all of them.
	http.HandleFunc("GET /any", func(w http.ResponseWriter, r *http.Request) {
		if c := all[r.FormValue("name")]; c != nil {
			c.get("/version") // want `GET /any of namedclients waits for orders` `GET /any of namedclients waits for users`
		}
	})
	http.HandleFunc("GET /all", func(w http.ResponseWriter, r *http.Request) {
		for _, c := range all {
			c.get("/version")
		}
	})
	http.ListenAndServe(":8080", nil)
}
