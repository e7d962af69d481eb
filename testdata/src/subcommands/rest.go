package main

import (
	"net/http"
	"os"
	"strings"
)

// rest takes what stands behind the first of a list.
func rest() {
	args := os.Args[1:]
	http.HandleFunc("GET /command", func(w http.ResponseWriter, r *http.Request) {
		switch args[0] {
		case "catalog":
			http.Get("http://users/users/1") // want `GET /command of subcommands-catalog waits for users GET /users/\{id\}`
		case "-listen":
			http.Get("http://orders/orders/1") // want `GET /command of subcommands-basket waits for orders GET /orders/\{id\}`
		case "main":
			http.Get("http://payments/payments")
		}
	})
	http.HandleFunc("GET /split", func(w http.ResponseWriter, r *http.Request) {
		for _, name := range strings.Split("payments/users", "/")[1:] {
			http.Get("http://" + name + "/users/2") // want `GET /split of subcommands-basket waits for users GET /users/\{id\}` `GET /split of subcommands-catalog waits for users GET /users/\{id\}`
		}
	})
}
