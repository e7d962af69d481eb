package main

import (
	"net/http"

	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
)

// admit runs for what a route matches: not before the handler of what is not found.
func admit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/admitted") // want `of gorillas \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func byMethod(w http.ResponseWriter, r *http.Request) {
	handlers.MethodHandler{"GET": http.HandlerFunc(read), "PUT": http.HandlerFunc(write)}.ServeHTTP(w, r)
}

func read(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + mux.Vars(r)["path"]) // want `ANY /files/\{path\.\.\.\} of gorillas waits for orders GET /orders/\{id\}`
}

func write(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `ANY /files/\{path\.\.\.\} of gorillas waits for orders POST /orders`
}

func listed(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/1") // want `GET /list of gorillas waits for archive GET /orders/\{id\}`
}

func nowhere(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/2") // want `ANY /\{\.\.\.\} of gorillas waits for archive GET /orders/\{id\}`
}

// behind serves a router that a handler of net/http hands its requests to.
func behind() {
	r := mux.NewRouter()
	r.Use(admit)
	r.NotFoundHandler = http.HandlerFunc(nowhere)
	r.Path("/files/{path:.*}").HandlerFunc(byMethod)
	r.Path("/list").Methods("GET").HandlerFunc(listed)
	http.ListenAndServe(":8081", http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `of gorillas \(like 2 other endpoints\) waits for payments POST /payments`
		r.ServeHTTP(w, req)
	}))
}
