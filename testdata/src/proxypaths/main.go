// Reverse proxies that put the path right after, or before, they point a request to its
// target: what was there in between goes nowhere.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
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
	http.Handle("GET /api/users/{id}", &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { // want `GET /api/users/\{id\} of proxypaths waits for users GET /users/\{id\}:`
		r.SetURL(target("http://users"))
		r.SetXForwarded()
		r.Out.URL.Path = strings.TrimPrefix(r.In.URL.Path, "/api")
	}})
	http.Handle("GET /own/users/{id}", &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { // want `GET /own/users/\{id\} of proxypaths waits for users GET /users/\{id\}:`
		r.SetURL(target("http://users"))
		r.Out.URL.Path = strings.TrimPrefix(r.Out.URL.Path, "/own")
	}})
	http.Handle("GET /before/{id}", &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { // want `GET /before/\{id\} of proxypaths waits for users GET /users/\{id\}:`
		r.Out.URL.Path = strings.TrimPrefix(r.In.URL.Path, "/before")
		r.SetURL(target("http://users/users"))
	}})

	wrapped := httputil.NewSingleHostReverseProxy(target("http://orders"))
	director := wrapped.Director
	wrapped.Director = func(r *http.Request) {
		director(r)
		r.URL.Path = strings.TrimPrefix(r.URL.Path, "/v1")
	}
	http.Handle("GET /v1/orders/{id}", wrapped) // want `GET /v1/orders/\{id\} of proxypaths waits for orders GET /orders/\{id\}:`

	// Here what was set stays for some.
	http.Handle("POST /payments", &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { // want `POST /payments of proxypaths waits for payments POST /payments:` `POST /payments of proxypaths waits for users POST /payments:`
		r.SetURL(target("http://payments"))
		if r.In.Header.Get("X-Internal") != "" {
			r.Out.URL.Host = "users"
		}
	}})
	kept := httputil.NewSingleHostReverseProxy(target("http://orders"))
	if strings.HasPrefix(os.Getenv("MODE"), "users") {
		kept.Director = func(r *http.Request) { r.URL.Scheme, r.URL.Host = "http", "users" }
	}
	http.Handle("POST /orders", kept) // want `POST /orders of proxypaths waits for orders POST /orders:` `POST /orders of proxypaths waits for users POST /orders:`
	http.ListenAndServe(":8080", nil)
}
