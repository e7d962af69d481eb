// One program deployed as two services, told apart by what they are started with.
package main

import (
	"net/http"
	"os"
)

func main() {
	upstream := os.Getenv("UPSTREAM_URL")
	kind := os.Getenv("KIND")
	http.HandleFunc("GET /lookup", func(w http.ResponseWriter, r *http.Request) {
		http.Get(upstream + "/" + kind + "/" + r.FormValue("id")) // want `GET /lookup of twice-orders waits for orders GET /orders/\{id\}` `GET /lookup of twice-users waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /kind", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(kind)) })
	http.ListenAndServe(":8080", nil)
}
