// Calls by a library that no model describes. The signatures of its functions, and of the
// interface that the service has for them, say that a request is sent.
package main

import (
	"context"
	"net/http"
	"os"

	"example.net/courier"
	"google.golang.org/protobuf/proto"

	"libcases/shop/orderspb"
)

// A doer is what the service wants of an HTTP client.
type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type shop struct {
	doer   doer
	client *courier.Client
}

func main() {
	client := courier.New(3)
	s := &shop{doer: client, client: client}
	conn := courier.Dial("payments:443")
	http.HandleFunc("GET /interface", s.byInterface)
	http.HandleFunc("GET /method", s.byMethod)
	http.HandleFunc("GET /value", s.byValue)
	http.HandleFunc("GET /grpc", func(w http.ResponseWriter, r *http.Request) {
		conn.Invoke(r.Context(), "/shop.Payments/Charge", nil, nil) // want `GET /grpc of signatures waits for payments shop.Payments/Charge`
	})
	http.HandleFunc("GET /copied", func(w http.ResponseWriter, r *http.Request) {
		order := proto.Clone(&orderspb.Order{Id: "http://users/users/1"}).(*orderspb.Order)
		http.Get(order.GetId()) // want `GET /copied of signatures waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /told", s.told)
	http.HandleFunc("GET /later", s.later)
	http.ListenAndServe(":8080", nil)
}

func (s *shop) request(ctx context.Context) *http.Request {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("ORDERS_URL")+"/orders/1", nil)
	if err != nil {
		panic(err)
	}
	return req
}

func (s *shop) byInterface(w http.ResponseWriter, r *http.Request) {
	s.doer.Do(s.request(r.Context())) // want `GET /interface of signatures waits for orders GET /orders/\{id\}`
}

func (s *shop) byMethod(w http.ResponseWriter, r *http.Request) {
	s.client.Deliver(r.Context(), s.request(r.Context())) // want `GET /method of signatures waits for orders GET /orders/\{id\}`
}

func (s *shop) byValue(w http.ResponseWriter, r *http.Request) {
	send := s.client.Endpoint()
	send(s.request(r.Context())) // want `GET /value of signatures waits for orders GET /orders/\{id\}`
}

// told says what it would ask for.
func (s *shop) told(w http.ResponseWriter, r *http.Request) {
	text, _ := s.client.Describe(s.request(r.Context()))
	w.Write([]byte(text))
}

// later does not wait.
func (s *shop) later(w http.ResponseWriter, r *http.Request) {
	go s.doer.Do(s.request(context.Background()))
}
