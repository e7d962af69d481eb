package main

import "net/http"

func init() { commands["pricing"] = servePricing }

func servePricing(addr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /price/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/" + r.PathValue("id")) // want `GET /price/\{id\} of registrymap-pricing waits for orders GET /orders/\{id\}`
	})
	return http.ListenAndServe(addr, mux)
}
