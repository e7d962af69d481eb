// Wrappers of handlers with types of the service's own, and handlers that are structs
// with many dependencies.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
)

type endpoint[Req, Resp any] func(ctx context.Context, req Req) (Resp, error)

// serveJSON turns an endpoint into a handler.
func serveJSON[Req, Resp any](e endpoint[Req, Resp], mws ...func(endpoint[Req, Resp]) endpoint[Req, Resp]) http.Handler {
	for _, mw := range mws {
		e = mw(e)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var req Req
		if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		resp, err := e(r.Context(), req)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(resp)
	})
}

type (
	findRequest  struct{ ID string }
	findResponse struct{ Found bool }
	payRequest   struct{ Cents int }
	payResponse  struct{}
)

type service struct{ orders, payments string }

func (s *service) find(ctx context.Context, req findRequest) (findResponse, error) {
	resp, err := http.Get(s.orders + "/orders/" + req.ID) // want `POST /find of wrappers waits for orders GET /orders/\{id\}`
	if err != nil {
		return findResponse{}, err
	}
	defer resp.Body.Close()
	return findResponse{Found: resp.StatusCode == http.StatusOK}, nil
}

func (s *service) pay(ctx context.Context, req payRequest) (payResponse, error) {
	if req.Cents <= 0 {
		return payResponse{}, errors.New("nothing to pay")
	}
	_, err := http.Post(s.payments+"/payments", "application/json", nil) // want `POST /pay of wrappers waits for payments POST /payments`
	return payResponse{}, err
}

func (s *service) noop(context.Context, struct{}) (struct{}, error) { return struct{}{}, nil }

func authorised[Req, Resp any](users string) func(endpoint[Req, Resp]) endpoint[Req, Resp] {
	return func(next endpoint[Req, Resp]) endpoint[Req, Resp] {
		return func(ctx context.Context, req Req) (resp Resp, err error) {
			if _, err = http.Get(users + "/users/me"); err != nil { // want `POST /pay of wrappers waits for users GET /users/\{id\}`
				return resp, err
			}
			return next(ctx, req)
		}
	}
}

// statusHandler is an adapter with a method.
type statusHandler func(r *http.Request) (int, error)

func (h statusHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	status, err := h(r)
	if err != nil {
		status = http.StatusInternalServerError
	}
	w.WriteHeader(status)
}

func main() {
	s := &service{orders: "http://orders", payments: "http://payments"}
	mux := http.NewServeMux()
	mux.Handle("POST /find", serveJSON(s.find))
	mux.Handle("POST /pay", serveJSON(s.pay, authorised[payRequest, payResponse]("http://users")))
	mux.Handle("POST /noop", serveJSON(s.noop))
	mux.Handle("GET /status", statusHandler(func(r *http.Request) (int, error) {
		resp, err := http.Get(s.orders + "/orders/status") // want `GET /status of wrappers waits for orders GET /orders/\{id\}`
		if err != nil {
			return 0, err
		}
		return resp.StatusCode, resp.Body.Close()
	}))
	mux.Handle("GET /fixed", statusHandler(func(r *http.Request) (int, error) { return http.StatusTeapot, nil }))
	http.ListenAndServe(":8080", mux)
}
