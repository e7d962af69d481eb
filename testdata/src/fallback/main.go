// A reverse proxy that asks others before and after: what its hooks call counts too.
package main

import (
	"net/http"
	"net/http/httputil"
)

func main() {
	p := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.Out.URL.Scheme = "http"
			r.Out.URL.Host = "orders"
			r.Out.URL.Path = "/orders/1"
		},
		ErrorHandler: func(w http.ResponseWriter, r *http.Request, err error) {
			http.Get("http://users/users/fallback") // want `GET /order of fallback waits for users GET /users/\{id\}`
		},
		ModifyResponse: func(resp *http.Response) error {
			_, err := http.Post("http://payments/payments", "application/json", nil) // want `GET /order of fallback waits for payments POST /payments`
			return err
		},
	}
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		p.ServeHTTP(w, r) // want `GET /order of fallback waits for orders GET /orders/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
