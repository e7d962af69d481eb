// One client type and two instances of it for two services; the third is never used.
package main

import (
	"log"
	"net/http"

	"cases/twoclients/rest"
)

type server struct {
	orders *rest.Client
	users  *rest.Client
	spare  *rest.Client
}

func (s *server) order(w http.ResponseWriter, r *http.Request) {
	var order struct{ User string }
	if err := s.orders.Get(r.Context(), "/orders/"+r.PathValue("id"), &order); err != nil { // want `GET /order/\{id\} of twoclients waits for orders GET /orders/\{id\}`
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (s *server) user(w http.ResponseWriter, r *http.Request) {
	var user struct{ Name string }
	if err := s.users.Get(r.Context(), "/users/"+r.PathValue("id"), &user); err != nil { // want `GET /user/\{id\} of twoclients waits for users GET /users/\{id\}`
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (s *server) place(w http.ResponseWriter, r *http.Request) {
	if err := s.orders.Post(r.Context(), "/orders", map[string]string{"item": r.FormValue("item")}, nil); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func main() {
	s := &server{
		orders: rest.New("http://orders/"),
		users:  rest.New("http://users/"),
		spare:  rest.New("http://payments/"),
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /order/{id}", s.order)
	mux.HandleFunc("POST /order", s.place)
	mux.HandleFunc("GET /user/{id}", s.user)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
