// Callbacks of functions of one's own and of the standard library that run there and
// then, and one that is only stored.
package main

import (
	"context"
	"database/sql"
	"net/http"
	"sync"
)

type store struct{ db *sql.DB }

// inTx runs f in a transaction.
func (s *store) inTx(ctx context.Context, f func(ctx context.Context, tx *sql.Tx) error) (err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tx.Rollback()
			return
		}
		err = tx.Commit()
	}()
	return f(ctx, tx)
}

type breaker struct {
	mu       sync.Mutex
	failures int
	fallback func() error
}

func (b *breaker) execute(f func() (any, error)) (any, error) {
	b.mu.Lock()
	open := b.failures > 5
	b.mu.Unlock()
	if open {
		return nil, b.fallback()
	}
	v, err := f()
	if err != nil {
		b.mu.Lock()
		b.failures++
		b.mu.Unlock()
	}
	return v, err
}

type server struct {
	store   *store
	breaker *breaker
	hooks   []func()
}

func (s *server) reserve(w http.ResponseWriter, r *http.Request) {
	err := s.store.inTx(r.Context(), func(ctx context.Context, tx *sql.Tx) error {
		if _, err := http.Post("http://payments/payments", "", nil); err != nil { // want `POST /reserve of transactions waits for payments POST /payments`
			return err
		}
		_, err := tx.ExecContext(ctx, "update stock set n = n - 1")
		return err
	})
	if err != nil {
		w.WriteHeader(http.StatusConflict)
	}
}

func (s *server) broken(w http.ResponseWriter, r *http.Request) {
	s.breaker.execute(func() (any, error) {
		return http.Get("http://orders/orders/1") // want `GET /broken of transactions waits for orders GET /orders/\{id\}`
	})
}

// hooked stores a function that nobody runs.
func (s *server) hooked(w http.ResponseWriter, r *http.Request) {
	s.hooks = append(s.hooks, func() { http.Get("http://users/users/hook") })
}

func main() {
	db, err := sql.Open("x", "")
	if err != nil {
		panic(err)
	}
	s := &server{store: &store{db}, breaker: &breaker{fallback: func() error {
		_, err := http.Get("http://users/users/fallback") // want `GET /broken of transactions waits for users GET /users/\{id\}`
		return err
	}}}
	http.HandleFunc("POST /reserve", s.reserve)
	http.HandleFunc("GET /broken", s.broken)
	http.HandleFunc("POST /hooked", s.hooked)
	http.ListenAndServe(":8080", nil)
}
