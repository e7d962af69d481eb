// Reverse proxies whose director is wrapped, and one whose transport and answers are
// looked at.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
)

func newProxy(target string) *httputil.ReverseProxy {
	u, err := url.Parse(target)
	if err != nil {
		panic(err)
	}
	p := httputil.NewSingleHostReverseProxy(u)
	director := p.Director
	p.Director = func(r *http.Request) {
		director(r)
		r.Host = u.Host
		r.Header.Del("Cookie")
	}
	return p
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /orders/{id}", newProxy("http://orders")) // want `GET /orders/\{id\} of directors waits for orders GET /orders/\{id\}`
	p := newProxy("http://users")
	p.ModifyResponse = func(resp *http.Response) error {
		resp.Header.Set("X-Served-By", "users")
		return nil
	}
	mux.HandleFunc("GET /users/{id}", func(w http.ResponseWriter, r *http.Request) {
		if r.PathValue("id") == "0" {
			http.NotFound(w, r)
			return
		}
		p.ServeHTTP(w, r) // want `GET /users/\{id\} of directors waits for users GET /users/\{id\}`
	})
	http.ListenAndServe(":8080", mux)
}
