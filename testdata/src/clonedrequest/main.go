// An inbound request is cloned, pointed elsewhere and sent on.
package main

import (
	"io"
	"net/http"
	"net/url"
)

var users = &url.URL{Scheme: "http", Host: "users"}

func main() {
	http.HandleFunc("GET /users/{id}", cloned)
	http.HandleFunc("GET /shallow", shallow)
	http.ListenAndServe(":8080", nil)
}

func cloned(w http.ResponseWriter, r *http.Request) {
	out := r.Clone(r.Context())
	out.RequestURI = ""
	out.URL.Scheme, out.URL.Host = users.Scheme, users.Host
	resp, err := http.DefaultTransport.RoundTrip(out) // want `GET /users/\{id\} of clonedrequest waits for users GET /users/\{id\}`
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func shallow(w http.ResponseWriter, r *http.Request) {
	out := *r
	out.URL = &url.URL{Scheme: "http", Host: "orders", Path: "/orders/1"}
	http.DefaultClient.Do(&out) // want `GET /shallow of clonedrequest waits for orders GET /orders/\{id\}`
}
