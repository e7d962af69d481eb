// Slices that are cloned, joined and extended by the standard library keep their elements
// in order; rows of a database fill variables.
package main

import (
	"cmp"
	"context"
	"database/sql"
	"net/http"
	"net/url"
	"os"
	"path"
	"slices"
)

type step func(ctx context.Context, id string) error

func call(base string) step {
	return func(_ context.Context, id string) error {
		_, err := http.Get(base + id) // want `POST /paid of slicecopies waits for orders GET /orders/\{id\}` `POST /paid of slicecopies \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		return err
	}
}

func run(steps []step) http.HandlerFunc {
	steps = slices.Clone(steps)
	return func(w http.ResponseWriter, r *http.Request) {
		for _, s := range steps {
			s(r.Context(), r.FormValue("id"))
		}
	}
}

// at joins segments to a host.
func at(host string, segments ...string) string {
	u := url.URL{Scheme: "http", Host: host}
	u.Path = path.Join(append([]string{"/", "orders"}, segments...)...)
	return u.String()
}

type server struct{ db *sql.DB }

func (s *server) stored(w http.ResponseWriter, r *http.Request) {
	var user, host string
	if err := s.db.QueryRowContext(r.Context(), "select").Scan(&user, &host); err != nil {
		return
	}
	http.Get("http://users/users/" + user) // want `GET /stored of slicecopies waits for users GET /users/\{id\}`
	http.Get("http://" + host + "/orders/1")
}

func main() {
	db, _ := sql.Open("pgx", "")
	s := &server{db}
	base := []step{call("http://users/users/")}
	paid := slices.Concat(base, []step{call("http://orders/orders/")})
	http.HandleFunc("POST /seen", run(base))
	http.HandleFunc("POST /paid", run(slices.Insert(paid, 0, func(context.Context, string) error { return nil })))
	http.HandleFunc("POST /none", run(slices.Clip([]step{})))
	http.HandleFunc("GET /stored", s.stored)
	http.HandleFunc("GET /joined", func(w http.ResponseWriter, r *http.Request) {
		http.Get(at("orders", r.FormValue("id"))) // want `GET /joined of slicecopies waits for orders GET /orders/\{id\}`
	})
	payments := cmp.Or(os.Getenv("PAYMENTS_URL"), "http://localhost:9999")
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		http.Post(payments+"/payments", "", nil) // want `POST /pay of slicecopies waits for payments POST /payments`
	})
	http.ListenAndServe(":8080", nil)
}
