// The environment in package variables, in parts, behind helpers of the service's own.
package main

import (
	"fmt"
	"net/http"
	"os"
	"strconv"
	"sync"
)

var paymentsURL = os.Getenv("PAYMENTS_URL")

// Env reads a variable of any type.
func Env[T any](key string, def T, parse func(string) (T, error)) T {
	s, ok := os.LookupEnv(key)
	if !ok {
		return def
	}
	v, err := parse(s)
	if err != nil {
		panic(fmt.Errorf("%s: %w", key, err))
	}
	return v
}

func text(s string) (string, error) { return s, nil }

type config struct {
	host, port string
	timeout    int
	users      string
}

// ordersURL is where an order is.
func (c config) ordersURL(id string) string {
	return fmt.Sprintf("http://%s:%s/orders/%s", c.host, c.port, id)
}

var load = sync.OnceValue(func() config {
	return config{
		host:    must("ORDERS_URL"),
		port:    must("ORDERS_PORT"),
		timeout: Env("TIMEOUT", 10, strconv.Atoi),
		users:   Env("USERS_URL", "http://localhost:8081", text),
	}
})

func must(key string) string {
	v := os.Getenv(key)
	if v == "" {
		panic(key + " is not set")
	}
	return v
}

func main() {
	http.HandleFunc("GET /variable", func(w http.ResponseWriter, r *http.Request) {
		http.Post(paymentsURL+"/payments", "application/json", nil) // want `GET /variable of envvars waits for payments POST /payments`
	})
	http.HandleFunc("GET /parts", func(w http.ResponseWriter, r *http.Request) {
		http.Get(load().ordersURL(r.FormValue("id"))) // want `GET /parts of envvars waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /generic", func(w http.ResponseWriter, r *http.Request) {
		http.Get(load().users + "/users/1") // want `GET /generic of envvars waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /timeout", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, load().timeout, os.Getenv("USERS_URL"))
	})
	http.ListenAndServe(":8080", nil)
}
