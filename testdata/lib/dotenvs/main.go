// Variables from a file, and in fields that are slices, pointers, or have a prefix that
// the call names.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/caarlos0/env/v11"
	"github.com/joho/godotenv"
)

type config struct {
	Orders   *string  `env:"ORDERS_URL"`
	Payments []string `env:"PAYMENTS_URL" envSeparator:","`
}

type peer struct {
	URL string `env:"URL"`
}

func main() {
	if err := godotenv.Load("local.env"); err != nil {
		log.Print(err)
	}
	vars, err := godotenv.Read("shop.env")
	if err != nil {
		log.Fatal(err)
	}
	var c config
	var p peer
	if err := env.Parse(&c); err != nil {
		log.Fatal(err)
	}
	if err := env.ParseWithOptions(&p, env.Options{Prefix: "USERS_"}); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /map", func(w http.ResponseWriter, r *http.Request) {
		http.Get(vars["USERS_URL"] + "/users/1") // want `GET /map of dotenvs waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /pointer", func(w http.ResponseWriter, r *http.Request) {
		http.Get(*c.Orders + "/orders/1") // want `GET /pointer of dotenvs waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /slice", func(w http.ResponseWriter, r *http.Request) {
		for _, base := range c.Payments {
			if _, err := http.Post(base+"/payments", "application/json", nil); err == nil { // want `GET /slice of dotenvs waits for payments POST /payments`
				return
			}
		}
	})
	http.HandleFunc("GET /prefixed", func(w http.ResponseWriter, r *http.Request) {
		http.Get(p.URL + "/users/1") // want `GET /prefixed of dotenvs waits for users GET /users/\{id\}`
	})
	// What Load put there is in the environment.
	http.HandleFunc("GET /loaded", func(w http.ResponseWriter, r *http.Request) {
		http.Get(os.Getenv("ORDERS_URL") + "/orders/1") // want `GET /loaded of dotenvs waits for orders GET /orders/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
