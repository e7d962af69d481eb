// Addresses in a struct that caarlos0/env fills, with prefixes and defaults.
package main

import (
	"log"
	"net/http"
	"net/url"

	"github.com/caarlos0/env/v11"
)

// Peer is another service.
type Peer struct {
	URL string `env:"URL,required"`
}

// Config is what the environment holds.
type Config struct {
	Users  Peer   `envPrefix:"USERS_"`
	Orders string `env:"ORDERS_URL" envDefault:"http://localhost:9000"`
	Parsed
}

// Parsed is embedded.
type Parsed struct {
	Payments url.URL `env:"PAYMENTS_URL"`
}

func load() (*Config, error) {
	var c Config
	if err := env.Parse(&c); err != nil {
		return nil, err
	}
	return &c, nil
}

func main() {
	c, err := load()
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /default", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Orders + "/orders/1") // want `GET /default of caarlos waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /prefixed", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Users.URL + "/users/1") // want `GET /prefixed of caarlos waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /url", func(w http.ResponseWriter, r *http.Request) {
		http.Post(c.Payments.JoinPath("payments").String(), "application/json", nil) // want `GET /url of caarlos waits for payments POST /payments`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
