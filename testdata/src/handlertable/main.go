// A table of routes with functions, method values and closures, registered in a loop:
// each pattern keeps its handler.
package main

import (
	"log"
	"net/http"
)

type route struct {
	method, path string
	handler      http.HandlerFunc
}

type api struct{ orders, users string }

func (a *api) routes() []route {
	return []route{
		{"GET", "/order", a.order},
		{"GET", "/user", a.user},
		{method: http.MethodPost, path: "/order", handler: func(w http.ResponseWriter, r *http.Request) {
			http.Post(a.orders+"/orders", "application/json", r.Body) // want `POST /order of handlertable waits for orders POST /orders`
		}},
		{"GET", "/local", local},
	}
}

func (a *api) order(w http.ResponseWriter, r *http.Request) {
	http.Get(a.orders + "/orders/" + r.FormValue("id")) // want `GET /order of handlertable waits for orders GET /orders/\{id\}`
}

func (a *api) user(w http.ResponseWriter, r *http.Request) {
	http.Get(a.users + "/users/" + r.FormValue("id")) // want `GET /user of handlertable waits for users GET /users/\{id\}`
}

func local(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) }

func main() {
	a := &api{orders: "http://orders", users: "http://users"}
	mux := http.NewServeMux()
	for _, r := range a.routes() {
		mux.HandleFunc(r.method+" "+r.path, r.handler)
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
