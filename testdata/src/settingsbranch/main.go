// One program deployed as two services: what they call is told apart by what they
// are started with, how they are called by their settings' keys.
package main

import (
	"flag"
	"net/http"
	"os"
)

var audit = flag.Bool("audit", false, "look every order up")

func main() {
	flag.Parse()
	upstream := os.Getenv("UPSTREAM_URL")
	kind := os.Getenv("KIND")
	http.HandleFunc("GET /lookup", func(w http.ResponseWriter, r *http.Request) {
		http.Get(upstream + "/" + kind + "/" + r.FormValue("id")) // want `GET /lookup of settingsbranch-orders waits for orders GET /orders/\{id\}` `GET /lookup of settingsbranch-users waits for users GET /users/\{id\}`
	})
	if kind == "orders" {
		http.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
			http.Post("http://payments/payments", "application/json", nil) // want `POST /orders of settingsbranch-orders waits for payments POST /payments`
		})
	}
	http.ListenAndServe(":8080", nil)
}
