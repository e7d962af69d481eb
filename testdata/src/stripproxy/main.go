// A reverse proxy behind http.StripPrefix.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
)

func main() {
	u, err := url.Parse("http://users")
	if err != nil {
		panic(err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /api/users/{id}", http.StripPrefix("/api", httputil.NewSingleHostReverseProxy(u))) // want `GET /api/users/\{id\} of stripproxy waits for users GET /users/\{id\}`
	http.ListenAndServe(":8080", mux)
}
