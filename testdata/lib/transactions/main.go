// Calls within a transaction of a database that is given a function.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/jackc/pgx/v5"
	"go.etcd.io/bbolt"
)

type store struct {
	db  *bbolt.DB
	sql *pgx.Conn
}

// WithTx runs fn in a transaction.
func (s *store) WithTx(fn func(*bbolt.Tx) error) error { return s.db.Update(fn) }

func (s *store) place(w http.ResponseWriter, r *http.Request) {
	err := s.WithTx(func(tx *bbolt.Tx) error {
		_, err := http.Post("http://payments/payments", "application/json", nil) // want `POST /place of transactions waits for payments POST /payments`
		if err != nil {
			return err
		}
		return tx.Bucket([]byte("orders")).Put([]byte("1"), nil)
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (s *store) list(w http.ResponseWriter, r *http.Request) {
	s.db.View(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
			_, err := http.Get("http://users/users/" + string(name)) // want `GET /list of transactions waits for users GET /users/\{id\}`
			return err
		})
	})
}

func (s *store) audit(w http.ResponseWriter, r *http.Request) {
	pgx.BeginFunc(r.Context(), s.sql, func(tx pgx.Tx) error {
		_, err := http.Get("http://orders/orders/1") // want `GET /audit of transactions waits for orders GET /orders/\{id\}`
		return err
	})
}

func (s *store) count(w http.ResponseWriter, r *http.Request) {
	s.db.View(func(tx *bbolt.Tx) error { tx.OnCommit(func() {}); return nil })
}

func main() {
	db, err := bbolt.Open("/var/lib/shop.db", 0o600, nil)
	if err != nil {
		log.Fatal(err)
	}
	conn, err := pgx.Connect(context.Background(), "postgres://db")
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db, conn}
	http.HandleFunc("POST /place", s.place)
	http.HandleFunc("GET /list", s.list)
	http.HandleFunc("GET /audit", s.audit)
	http.HandleFunc("GET /count", s.count)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
