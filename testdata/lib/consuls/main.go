// Addresses that Consul knows: by the name of a service, or under a key.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/hashicorp/consul/api"
)

type resolver struct{ consul *api.Client }

// healthy returns the address of an instance that is well.
func (r *resolver) healthy(name string) (string, error) {
	entries, _, err := r.consul.Health().Service(name, "", true, nil)
	if err != nil || len(entries) == 0 {
		return "", fmt.Errorf("no %s: %w", name, err)
	}
	s := entries[0].Service
	return fmt.Sprintf("http://%s:%d", s.Address, s.Port), nil
}

func (r *resolver) order(w http.ResponseWriter, req *http.Request) {
	base, err := r.healthy("orders")
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	http.Get(base + "/orders/" + req.PathValue("id")) // want `GET /order/\{id\} of consuls waits for orders GET /orders/\{id\}`
}

func (r *resolver) archived(w http.ResponseWriter, req *http.Request) {
	instances, _, err := r.consul.Catalog().Service("archive", "", nil)
	if err != nil {
		return
	}
	for _, s := range instances {
		http.Get(fmt.Sprintf("http://%s:%d/orders/1", s.ServiceAddress, s.ServicePort)) // want `GET /archived of consuls waits for archive GET /orders/\{id\}`
		return
	}
}

// user reads the address from the store of keys.
func (r *resolver) user(w http.ResponseWriter, req *http.Request) {
	pair, _, err := r.consul.KV().Get("users.url", nil)
	if err != nil || pair == nil {
		return
	}
	http.Get(string(pair.Value) + "/users/1") // want `GET /user of consuls waits for users GET /users/\{id\}`
}

// local asks the agent beside the service.
func (r *resolver) local(w http.ResponseWriter, req *http.Request) {
	service, _, err := r.consul.Agent().Service("archive", nil)
	if err != nil {
		return
	}
	http.Get("http://" + service.Address + "/orders/1") // want `GET /local of consuls waits for archive GET /orders/\{id\}`
}

// flag reads what is no address.
func (r *resolver) flag(w http.ResponseWriter, req *http.Request) {
	pair, _, err := r.consul.KV().Get("features.fast", nil)
	if err == nil {
		w.Write(pair.Value)
	}
}

func main() {
	client, err := api.NewClient(api.DefaultConfig())
	if err != nil {
		log.Fatal(err)
	}
	r := &resolver{client}
	http.HandleFunc("GET /order/{id}", r.order)
	http.HandleFunc("GET /archived", r.archived)
	http.HandleFunc("GET /user", r.user)
	http.HandleFunc("GET /local", r.local)
	http.HandleFunc("GET /flag", r.flag)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
