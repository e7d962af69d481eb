// Addresses in a struct that cleanenv fills from a file and the environment: fields
// without a tag for the environment are known by their key in the file.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/ilyakaznacheev/cleanenv"
)

// Config is what the file and the environment hold.
type Config struct {
	Orders   string `yaml:"orders" env:"ORDERS_URL" env-default:"http://localhost:9000"`
	Services struct {
		Orders struct {
			URL string `yaml:"url"`
		} `yaml:"orders"`
	} `yaml:"services"`
}

// Variables is what the environment alone holds.
type Variables struct {
	Peer struct {
		Base string `env:"URL"`
	} `env-prefix:"USERS_"`
	Back string `env:"BACK" env-default:"http://archive"`
}

func main() {
	var c Config
	if err := cleanenv.ReadConfig(os.Getenv("CONFIG"), &c); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /env", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Orders + "/orders/1") // want `GET /env of cleanenvs waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /file", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Services.Orders.URL + "/orders/1") // want `GET /file of cleanenvs waits for orders GET /orders/\{id\}`
	})
	var v Variables
	if err := cleanenv.ReadEnv(&v); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /variable", func(w http.ResponseWriter, r *http.Request) {
		http.Get(v.Peer.Base + "/users/1") // want `GET /variable of cleanenvs waits for users GET /users/\{id\}`
		http.Get(v.Back + "/orders/1")     // want `GET /variable of cleanenvs waits for archive GET /orders/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
