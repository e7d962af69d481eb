// A service that hands requests on to others: it waits for them like for any other
// call.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
)

func target(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		panic(err)
	}
	return u
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /orders/{id}", httputil.NewSingleHostReverseProxy(target("http://orders"))) // want `GET /orders/\{id\} of proxies waits for orders GET /orders/\{id\}`
	mux.Handle("/users/", &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {      // want `ANY /users/ of proxies waits for users GET /users/\{id\}`
		r.SetURL(target("http://users"))
		r.SetXForwarded()
	}})
	payments := &httputil.ReverseProxy{Director: func(r *http.Request) {
		r.URL.Scheme = "http"
		r.URL.Host = "payments"
	}}
	mux.HandleFunc("POST /payments", func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.UserAgent(), "bot") {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		payments.ServeHTTP(w, r) // want `POST /payments of proxies waits for payments POST /payments:`
	})
	idle := httputil.NewSingleHostReverseProxy(target("http://users"))
	idle.ErrorLog = nil
	http.ListenAndServe(":8080", mux)
}
