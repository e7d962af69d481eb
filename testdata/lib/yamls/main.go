// A configuration in YAML, decoded in a package function, with a list of peers.
package main

import (
	"log"
	"net/http"
	"os"

	"gopkg.in/yaml.v3"
)

// Config is what the file holds.
type Config struct {
	Services struct {
		Orders peer `yaml:"orders"`
	} `yaml:"services"`
	Users    *peer             `yaml:"users"`
	Payments map[string]string `yaml:"payments"`
}

type peer struct {
	URL string `yaml:"url"`
}

func load(name string) (c Config, err error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return Config{}, err
	}
	err = yaml.Unmarshal([]byte(os.ExpandEnv(string(b))), &c)
	return c, err
}

func main() {
	c, err := load("shop.yaml")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /nested", get(c.Services.Orders, "/orders/1"))
	http.HandleFunc("GET /pointer", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Users.URL + "/users/1") // want `GET /pointer of yamls waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /map", func(w http.ResponseWriter, r *http.Request) {
		http.Post(c.Payments["url"]+"/payments", "application/json", nil) // want `GET /map of yamls waits for payments POST /payments`
	})
	if err := others(); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func get(p peer, path string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Get(p.URL + path) // want `GET /nested of yamls waits for orders GET /orders/\{id\}`
	}
}
