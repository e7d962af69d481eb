// Addresses from maps that mapstructure decodes.
package main

import (
	"encoding/json"
	"net/http"
	"os"

	"github.com/go-viper/mapstructure/v2"
)

type services struct {
	Services struct {
		Orders struct {
			Address string `mapstructure:"url"`
		}
	} `mapstructure:"services"`
}

type people struct {
	Profile struct {
		Base string `mapstructure:"url"`
	} `mapstructure:"users"`
}

func read(name string) map[string]any {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	var m map[string]any
	json.Unmarshal(data, &m)
	return m
}

func order(s *services) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Get(s.Services.Orders.Address + "/orders/1") // want `GET /order of mapstructures waits for orders GET /orders/\{id\}`
	}
}

func user(p *people) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Get(p.Profile.Base + "/users/1") // want `GET /user of mapstructures waits for users GET /users/\{id\}`
	}
}

func main() {
	var s services
	if err := mapstructure.Decode(read("services.json"), &s); err != nil {
		return
	}
	var p people
	decoder, err := mapstructure.NewDecoder(&mapstructure.DecoderConfig{Result: &p, WeaklyTypedInput: true})
	if err != nil {
		return
	}
	decoder.Decode(read("people.json"))
	http.HandleFunc("GET /order", order(&s))
	http.HandleFunc("GET /user", user(&p))
	http.ListenAndServe(":8080", nil)
}
