// Upstreams that are listed in the configuration and searched by name: no key says which
// of them has the name.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type upstream struct{ Name, URL string }

type config struct{ Upstreams []upstream }

func (c config) url(name string) string {
	for _, u := range c.Upstreams {
		if u.Name == name {
			return u.URL
		}
	}
	return ""
}

func main() {
	f, err := os.Open("config.json")
	if err != nil {
		log.Fatal(err)
	}
	var c config
	if err := json.NewDecoder(f).Decode(&c); err != nil {
		log.Fatal(err)
	}
	orders := c.url("orders")
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		http.Get(orders + "/orders/" + r.FormValue("id")) // want `GET /order of foundbyname waits for orders GET /orders/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
