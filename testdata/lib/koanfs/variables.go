package main

import (
	"log"
	"net/http"
	"strings"

	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/v2"
)

// variables come from the environment alone: USERS_URL is the key url.
func variables() {
	users := koanf.New(".")
	err := users.Load(env.Provider(".", env.Opt{
		Prefix: "USERS_",
		TransformFunc: func(k, v string) (string, any) {
			return strings.ToLower(strings.TrimPrefix(k, "USERS_")), v
		},
	}), nil)
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /variable", func(w http.ResponseWriter, r *http.Request) {
		http.Get(users.String("url") + "/users/1") // want `GET /variable of koanfs waits for users GET /users/\{id\}`
	})
}
