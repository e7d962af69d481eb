// One decorator around what a service serves and around its clients: who is wrapped by
// it calls nobody because others that are wrapped by it do.
package main

import (
	"context"
	"log"
	"net/http"
	"time"
)

type endpoint func(ctx context.Context, req string) error

type middleware func(endpoint) endpoint

func logging(l *log.Logger) middleware {
	return func(next endpoint) endpoint {
		return func(ctx context.Context, req string) error {
			defer func(begin time.Time) { l.Println(time.Since(begin)) }(time.Now())
			return next(ctx, req)
		}
	}
}

// client is the client's end of an endpoint.
func client(base string) endpoint {
	return func(ctx context.Context, req string) error {
		_, err := http.Get(base + req)
		return err
	}
}

type service struct{ user, order endpoint }

func (s *service) greet(ctx context.Context, req string) error {
	return s.user(ctx, "/users/"+req) // want `GET /greet of bothsides waits for users GET /users/\{id\}`
}

func (s *service) track(ctx context.Context, req string) error {
	return s.order(ctx, "/orders/"+req) // want `GET /track of bothsides waits for orders GET /orders/\{id\}`
}

func (s *service) version(context.Context, string) error { return nil }

func serve(e endpoint) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := e(r.Context(), r.FormValue("id")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func main() {
	logged := logging(log.Default())
	s := &service{user: logged(client("http://users")), order: logged(client("http://orders"))}
	http.HandleFunc("GET /greet", serve(logged(s.greet)))
	http.HandleFunc("GET /track", serve(logged(s.track)))
	http.HandleFunc("GET /version", serve(logged(s.version)))
	http.ListenAndServe(":8080", nil)
}
