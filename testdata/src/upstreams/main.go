// Upstreams in lists and maps, found by name or by what the environment says, and
// addresses that are types of their own.
package main

import (
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
)

type upstream struct{ Name, URL string }

type config struct{ upstreams []upstream }

func load() config {
	return config{upstreams: []upstream{
		{Name: "orders", URL: os.Getenv("ORDERS_URL")},
		{Name: "users", URL: os.Getenv("USERS_URL")},
	}}
}

// find searches the list.
func (c config) find(name string) (upstream, error) {
	for _, u := range c.upstreams {
		if u.Name == name {
			return u, nil
		}
	}
	return upstream{}, errors.New("no upstream " + name)
}

type address struct{ host, port string }

// String writes the address as a URL.
func (a address) String() string {
	if strings.HasPrefix(a.host, "http://") {
		return a.host
	}
	return "http://" + net.JoinHostPort(a.host, a.port)
}

type environment string

const (
	development environment = "development"
	production  environment = "production"
)

// bases has a developer's machine beside the real thing.
var bases = map[environment]string{
	development: "http://localhost:9000",
	production:  "http://orders",
}

func main() {
	cfg := load()
	users, orders := address{"users", "80"}, address{host: "http://orders"}
	env := environment(os.Getenv("ENVIRONMENT"))
	http.HandleFunc("GET /found", func(w http.ResponseWriter, r *http.Request) {
		u, err := cfg.find("users")
		if err != nil {
			return
		}
		http.Get(u.URL + "/users/1") // want `GET /found of upstreams waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /any", func(w http.ResponseWriter, r *http.Request) {
		u, err := cfg.find(r.FormValue("upstream"))
		if err != nil {
			return
		}
		http.Get(u.URL + "/users/1") // want `GET /any of upstreams waits for users GET /users/\{id\}` `GET /any of upstreams waits for orders GET /users/1`
	})
	http.HandleFunc("GET /stringer", func(w http.ResponseWriter, r *http.Request) {
		http.Get(fmt.Sprintf("%s/users/%s", users, r.FormValue("id"))) // want `GET /stringer of upstreams waits for users GET /users/\{id\}`
		http.Get(fmt.Sprint(orders) + "/orders/1")                     // want `GET /stringer of upstreams waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /environment", func(w http.ResponseWriter, r *http.Request) {
		http.Get(bases[env] + "/orders/" + r.FormValue("id")) // want `GET /environment of upstreams waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /expanded", func(w http.ResponseWriter, r *http.Request) {
		names := map[string]string{"host": "users", "other": "orders"}
		http.Get(os.Expand("http://${host}/users/1", func(key string) string { return names[key] })) // want `GET /expanded of upstreams waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /split", func(w http.ResponseWriter, r *http.Request) {
		host, port, err := net.SplitHostPort("orders:8080")
		if err != nil {
			return
		}
		http.Get("http://" + net.JoinHostPort(host, port) + "/orders/1") // want `GET /split of upstreams waits for orders GET /orders/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
