// Addresses in a struct that kelseyhightower/envconfig fills: names come from the
// prefix, the fields and their tags.
package main

import (
	"log"
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

// Backend is part of the configuration.
type Backend struct {
	URL string `default:"http://localhost:9000"`
}

// Specification is what the environment holds.
type Specification struct {
	Port     int    `default:"8080"`
	Orders   string `envconfig:"ORDERS_URL" required:"true"`
	UsersURL string `split_words:"true"`
	Payments Backend
}

func main() {
	var s Specification
	if err := envconfig.Process("shop", &s); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /tagged", func(w http.ResponseWriter, r *http.Request) {
		http.Get(s.Orders + "/orders/1") // want `GET /tagged of envconfigs waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /words", func(w http.ResponseWriter, r *http.Request) {
		http.Get(s.UsersURL + "/users/1") // want `GET /words of envconfigs waits for mailer GET /users/\{id\}`
	})
	http.HandleFunc("GET /nested", func(w http.ResponseWriter, r *http.Request) {
		http.Post(s.Payments.URL+"/payments", "application/json", nil) // want `GET /nested of envconfigs waits for mailer POST /payments`
	})
	http.HandleFunc("GET /port", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(s.Port % 400) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
