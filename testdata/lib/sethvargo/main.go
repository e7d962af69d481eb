// Addresses in a struct that sethvargo/go-envconfig fills: options and prefixes stand
// in the tag itself.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/sethvargo/go-envconfig"
)

// Peer is another service.
type Peer struct {
	URL string `env:"URL"`
}

// Config is what the environment holds.
type Config struct {
	Orders  string `env:"ORDERS_URL, default=http://localhost:9000"`
	Account *Peer  `env:", prefix=USERS_"`
}

func main() {
	var c Config
	if err := envconfig.Process(context.Background(), &c); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /default", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Orders + "/orders/1") // want `GET /default of sethvargo waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /prefixed", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Account.URL + "/users/1") // want `GET /prefixed of sethvargo waits for users GET /users/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
