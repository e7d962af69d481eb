// Functions that are passed to libraries run there and then, on the request's path;
// functions that libraries keep for later do not.
package main

import (
	"context"
	"database/sql"
	"io/fs"
	"net/http"
	"os"
	"slices"
	"sync"
)

type server struct {
	db    *sql.DB
	cache sync.Map
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		panic(err)
	}
	s := &server{db: db}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /transfer", s.transfer)
	mux.HandleFunc("GET /cached", s.cached)
	mux.HandleFunc("GET /files", s.files)
	mux.HandleFunc("GET /allowed", s.allowed)
	mux.HandleFunc("GET /later", s.later)
	srv := &http.Server{Addr: ":8080", Handler: mux}
	srv.RegisterOnShutdown(func() { http.Get("http://users/users/goodbye") })
	srv.ListenAndServe()
}

// transfer charges on the connection of a transaction.
func (s *server) transfer(w http.ResponseWriter, r *http.Request) {
	conn, err := s.db.Conn(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	defer conn.Close()
	err = conn.Raw(func(driver any) error {
		return charge(r.Context())
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func charge(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://payments/payments", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `POST /transfer of thirdparty waits for payments POST /payments`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (s *server) cached(w http.ResponseWriter, r *http.Request) {
	s.cache.Range(func(key, value any) bool {
		_, err := http.Get("http://orders/orders/" + key.(string)) // want `GET /cached of thirdparty waits for orders GET /orders/\{id\}` `GET /cached of thirdparty calls orders GET /orders/\{id\} once per element of a loop`
		return err == nil
	})
}

func (s *server) files(w http.ResponseWriter, r *http.Request) {
	fs.WalkDir(os.DirFS("/srv"), ".", visit)
}

func visit(path string, d fs.DirEntry, err error) error {
	_, err = http.Get("http://orders/orders/" + d.Name()) // want `GET /files of thirdparty waits for orders GET /orders/\{id\}` `GET /files of thirdparty calls orders GET /orders/\{id\} once per element of a loop`
	return err
}

func (s *server) allowed(w http.ResponseWriter, r *http.Request) {
	if !slices.ContainsFunc(r.Header["X-User"], known) {
		w.WriteHeader(http.StatusForbidden)
	}
}

func known(user string) bool {
	resp, err := http.Get("http://users/users/" + user) // want `GET /allowed of thirdparty waits for users GET /users/\{id\}` `GET /allowed of thirdparty calls users GET /users/\{id\} once per element of a loop`
	return err == nil && resp.StatusCode == http.StatusOK
}

// later leaves something for the library to do when the answer has been sent.
func (s *server) later(w http.ResponseWriter, r *http.Request) {
	context.AfterFunc(r.Context(), func() { http.Get("http://users/users/later") })
}
