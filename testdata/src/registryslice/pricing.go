package main

import "net/http"

func init() { register("pricing", servePricing) }

func servePricing(addr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /price/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/" + r.PathValue("id")) // want `GET /price/\{id\} of registryslice-pricing waits for orders GET /orders/\{id\}`
	})
	return http.ListenAndServe(addr, mux)
}
