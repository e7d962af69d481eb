// A field of an object that the same function just made is overwritten: what it held
// before does not count.
package main

import (
	"net/http"
	"net/url"
)

func main() {
	http.HandleFunc("GET /host", host)
	http.HandleFunc("GET /url", replaced)
	http.ListenAndServe(":8080", nil)
}

func host(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodGet, "http://orders/users/1", nil)
	if err != nil {
		return
	}
	req.URL.Host = "users"
	http.DefaultClient.Do(req) // want `GET /host of strongupdate waits for users GET /users/\{id\}`
}

func replaced(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodPost, "http://localhost/payments", nil)
	if err != nil {
		return
	}
	req.URL = &url.URL{Scheme: "http", Host: "payments", Path: "/payments"}
	http.DefaultClient.Do(req) // want `GET /url of strongupdate waits for payments POST /payments`
}
