// A program that holds several services as types with a common interface; methods
// are roots in the manifest.
package main

import (
	"net/http"
	"os"
)

type service interface{ Run() error }

type app struct {
	mux   *http.ServeMux
	users string
}

// Basket is a service.
type Basket struct{ app }

// Catalog is another.
type Catalog struct{ app }

func newApp() app { return app{mux: http.NewServeMux(), users: "http://users"} }

// NewBasket makes one.
func NewBasket() *Basket { return &Basket{newApp()} }

// Run serves.
func (b *Basket) Run() error {
	b.mux.HandleFunc("GET /basket", func(w http.ResponseWriter, r *http.Request) {
		http.Get(b.users + "/users/1") // want `GET /basket of services-basket waits for users GET /users/\{id\}`
	})
	return http.ListenAndServe(":8080", b.mux)
}

// Run serves.
func (c *Catalog) Run() error {
	c.mux.HandleFunc("GET /catalog", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/1") // want `GET /catalog of services-catalog waits for orders GET /orders/\{id\}`
	})
	return http.ListenAndServe(":8080", c.mux)
}

func runBasket() error { return NewBasket().Run() }

func runCatalog() error {
	c := &Catalog{newApp()}
	return c.Run()
}

func main() {
	var s service
	switch os.Getenv("ROLE") {
	case "basket":
		s = NewBasket()
	default:
		s = &Catalog{newApp()}
	}
	if err := s.Run(); err != nil {
		os.Exit(1)
	}
}
