package main

import "net/http"

func init() { register("basket", serveBasket) }

func serveBasket(addr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /basket", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `POST /basket of registryslice-basket waits for users GET /users/\{id\}`
	})
	return http.ListenAndServe(addr, mux)
}
