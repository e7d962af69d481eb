// A configuration file in the program, with other names than the fields: the manifest
// knows it by the file's keys. A request with the same fields is no configuration.
package main

import (
	_ "embed"
	"encoding/json"
	"log"
	"net/http"
)

//go:embed config.json
var file []byte

type config struct {
	Backends map[string]peer `json:"services"`
	Charges  *struct {
		Addr string `json:"url"`
	} `json:"payments"`
	shared
}

type shared struct {
	Profiles peer `json:"users,omitempty"`
}

type peer struct {
	Base string `json:"url"`
}

var cfg config

func init() {
	if err := json.Unmarshal(file, &cfg); err != nil {
		log.Fatal(err)
	}
}

func main() {
	http.HandleFunc("GET /map", func(w http.ResponseWriter, r *http.Request) {
		http.Get(cfg.Backends["orders"].Base + "/orders/1") // want `GET /map of keytags waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /pointer", func(w http.ResponseWriter, r *http.Request) {
		http.Post(cfg.Charges.Addr+"/payments", "application/json", nil) // want `GET /pointer of keytags waits for payments POST /payments`
	})
	http.HandleFunc("GET /embedded", func(w http.ResponseWriter, r *http.Request) {
		http.Get(cfg.Profiles.Base + "/users/1") // want `GET /embedded of keytags waits for users GET /users/\{id\}`
	})
	http.HandleFunc("POST /body", func(w http.ResponseWriter, r *http.Request) {
		var c config
		if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
			return
		}
		http.Get(c.Profiles.Base + "/users/1")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
