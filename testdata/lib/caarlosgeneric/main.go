// env.ParseAs returns the struct that it fills.
package main

import (
	"log"
	"net/http"

	"github.com/caarlos0/env/v11"
)

// Config is what the environment holds.
type Config struct {
	Orders string `env:"ORDERS_URL" envDefault:"http://localhost:9000"`
}

// Peer is what variables with a prefix hold.
type Peer struct {
	Base string `env:"URL"`
}

func main() {
	c, err := env.ParseAs[Config]()
	if err != nil {
		log.Fatal(err)
	}
	must := env.Must(env.ParseAs[Config]())
	http.HandleFunc("GET /as", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Orders + "/orders/1") // want `GET /as of caarlosgeneric waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /must", func(w http.ResponseWriter, r *http.Request) {
		http.Get(must.Orders + "/orders/1") // want `GET /must of caarlosgeneric waits for orders GET /orders/\{id\}`
	})
	prefixed, err := env.ParseAsWithOptions[Peer](env.Options{Prefix: "USERS_"})
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /prefixed", func(w http.ResponseWriter, r *http.Request) {
		http.Get(prefixed.Base + "/users/1") // want `GET /prefixed of caarlosgeneric waits for users GET /users/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
