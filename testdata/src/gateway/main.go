// A gateway hands requests on, and asks another service first: neither is a hop.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
)

func main() {
	routes := map[string]string{
		"/orders/":   "http://orders",
		"/users/":    "http://users",
		"/payments/": "http://payments",
	}
	mux := http.NewServeMux()
	for prefix, target := range routes {
		u, err := url.Parse(target)
		if err != nil {
			panic(err)
		}
		mux.Handle(prefix, authenticated(httputil.NewSingleHostReverseProxy(u)))
	}
	http.ListenAndServe(":8080", mux)
}

func authenticated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := http.Get("http://users/users/me"); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
