// Addresses that depend on a branch: both sides count.
package main

import (
	"cmp"
	"fmt"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("GET /sprintf", sprintf)
	http.HandleFunc("GET /region/{region}", region)
	http.HandleFunc("GET /table/{kind}", table)
	http.HandleFunc("GET /default", byDefault)
	http.ListenAndServe(":8080", nil)
}

func sprintf(w http.ResponseWriter, r *http.Request) {
	var u string
	if id := r.FormValue("user"); id != "" {
		u = fmt.Sprintf("http://users/users/%s", id)
	} else {
		u = fmt.Sprintf("http://orders/orders/%d", 1)
	}
	http.Get(u) // want `GET /sprintf of branches waits for users GET /users/\{id\}` `GET /sprintf of branches waits for orders GET /orders/\{id\}`
}

func hostOf(region string) string {
	switch region {
	case "eu":
		return "orders/orders"
	case "us":
		return "users/users"
	default:
		return ""
	}
}

// region calls a host by a name that a function finds, and nobody if it finds none.
func region(w http.ResponseWriter, r *http.Request) {
	host := hostOf(r.PathValue("region"))
	if host == "" {
		http.NotFound(w, r)
		return
	}
	http.Get("http://" + host + "/1") // want `GET /region/\{region\} of branches waits for users GET /users/\{id\}` `GET /region/\{region\} of branches waits for orders GET /orders/\{id\}`
}

var tables = map[string]string{
	"user":  "http://users/users/1",
	"order": "http://orders/orders/1",
}

func table(w http.ResponseWriter, r *http.Request) {
	u, ok := tables[r.PathValue("kind")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	http.Get(u) // want `GET /table/\{kind\} of branches waits for users GET /users/\{id\}` `GET /table/\{kind\} of branches waits for orders GET /orders/\{id\}`
}

func byDefault(w http.ResponseWriter, r *http.Request) {
	base := cmp.Or(os.Getenv("PAYMENTS_URL"), "http://payments")
	http.Post(base+"/payments", "application/json", nil) // want `GET /default of branches waits for payments POST /payments`
}
