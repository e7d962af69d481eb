// Another program that is made of a package with waivers.
package main

import (
	"net/http"

	"cases/waivers/clients"
)

func main() {
	http.HandleFunc("GET /admin", func(w http.ResponseWriter, r *http.Request) {
		clients.User("1")
		clients.Order("1")
	})
	http.ListenAndServe(":8080", nil)
}
