// Clients made by functional options, by an options struct with defaults, and by a
// builder.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"cases/options/client"
)

type server struct {
	orders   *client.Client
	users    *client.Client
	payments *client.Client
}

func (s *server) all(w http.ResponseWriter, r *http.Request) {
	s.orders.Get(r.Context(), "/orders/1") // want `GET /all of options waits for orders GET /orders/\{id\}`
	s.users.Get(r.Context(), "/users/1")   // want `GET /all of options waits for users GET /users/\{id\}`
	s.payments.Post(r.Context(), "/payments")
}

func main() {
	s := &server{
		orders:   client.New(client.WithTimeout(time.Second), client.WithBaseURL("http://orders"), client.WithHeader("X-A", "b")),
		users:    client.NewWith(client.Options{BaseURL: os.Getenv("USERS_URL"), Retries: 2}),
		payments: client.Build().To("http://payments").Within(3 * time.Second).Client(),
	}
	_ = client.New(client.WithBaseURL("http://nobody"))
	http.HandleFunc("GET /all", s.all)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
