// Addresses from a decoded configuration: they are known by their key.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
)

// Config is what the file holds.
type Config struct {
	Listen   string          `json:"listen"`
	Services Services        `json:"services"`
	Extra    map[string]Peer `json:"extra"`
	Users    *Peer           `json:"users"`
}

// Services are those that are called.
type Services struct {
	Orders Peer `json:"orders"`
}

// Peer is a service.
type Peer struct {
	URL string `json:"url"`
}

func load(name string) (*Config, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var c Config
	if err := json.NewDecoder(f).Decode(&c); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &c, nil
}

func main() {
	c, err := load(os.Args[1])
	if err != nil {
		panic(err)
	}
	http.HandleFunc("GET /nested", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Services.Orders.URL + "/orders/1") // want `GET /nested of jsonconfig waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /pointer", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Users.URL + "/users/1") // want `GET /pointer of jsonconfig waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /map", func(w http.ResponseWriter, r *http.Request) {
		http.Post(c.Extra["payments"].URL+"/payments", "application/json", nil) // want `GET /map of jsonconfig waits for payments POST /payments`
	})
	http.HandleFunc("POST /body", body)
	if err := others(); err != nil {
		panic(err)
	}
	http.ListenAndServe(c.Listen, nil)
}

// body decodes a request: what it names is not configuration.
func body(w http.ResponseWriter, r *http.Request) {
	var c Config
	b, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	if err := json.Unmarshal(b, &c); err != nil {
		return
	}
	http.Get(c.Services.Orders.URL + "/orders/1")
}
