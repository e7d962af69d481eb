// Clients that are made in a loop over a section of the configuration and asked for by
// name: the name is the key.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type endpoint struct{ URL string }

type config struct{ Services map[string]endpoint }

type client struct{ base string }

func (c *client) get(path string) {
	http.Get(c.base + path)
}

func clients(c config) map[string]*client {
	out := make(map[string]*client, len(c.Services))
	for name, e := range c.Services {
		out[name] = &client{e.URL}
	}
	return out
}

// A factory gives clients by name.
type factory struct{ clients map[string]*client }

func (f *factory) named(name string) *client {
	if c, ok := f.clients[name]; ok {
		return c
	}
	log.Fatalf("no client %q", name)
	return nil
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
	all := clients(c)
	orders := all["orders"]
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		orders.get("/orders/" + r.FormValue("id")) // want `GET /order of namedclients waits for orders GET /orders/\{id\}`
	})
	byName := &factory{all}
	users, nobody := byName.named("users"), byName.named("nobody")
	http.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) {
		users.get("/users/" + r.FormValue("id")) // want `GET /user of namedclients waits for users GET /users/\{id\}`
	})
	// The manifest gives this key to no service.
	http.HandleFunc("GET /nobody", func(w http.ResponseWriter, r *http.Request) { nobody.get("/users/1") })
	http.ListenAndServe(":8080", nil)
}
