// Addresses from koanf: keys and structs.
package main

import (
	"log"
	"net/http"
	"strings"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/env"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/v2"
)

type peer struct {
	URL string `koanf:"url"`
}

var k = koanf.New(".")

func main() {
	if err := k.Load(file.Provider("shop.yaml"), yaml.Parser()); err != nil {
		log.Fatal(err)
	}
	if err := k.Load(env.Provider("SHOP_", ".", strings.ToLower), nil); err != nil {
		log.Fatal(err)
	}
	var users peer
	if err := k.Unmarshal("users", &users); err != nil {
		log.Fatal(err)
	}
	var all struct {
		Services map[string]peer `koanf:"services"`
	}
	if err := k.UnmarshalWithConf("", &all, koanf.UnmarshalConf{Tag: "koanf"}); err != nil {
		log.Fatal(err)
	}
	variables()
	http.HandleFunc("GET /key", func(w http.ResponseWriter, r *http.Request) {
		http.Get(k.String("services.orders.url") + "/orders/1") // want `GET /key of koanfs waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /must", func(w http.ResponseWriter, r *http.Request) {
		http.Post(k.MustString("payments.url")+"/payments", "application/json", nil) // want `GET /must of koanfs waits for payments POST /payments`
	})
	http.HandleFunc("GET /struct", func(w http.ResponseWriter, r *http.Request) {
		http.Get(users.URL + "/users/1") // want `GET /struct of koanfs waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /map", func(w http.ResponseWriter, r *http.Request) {
		http.Get(all.Services["orders"].URL + "/orders/1") // want `GET /map of koanfs waits for orders GET /orders/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
