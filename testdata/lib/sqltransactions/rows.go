package main

import (
	"net/http"

	pgxold "github.com/jackc/pgx/v4"
	"github.com/jackc/pgx/v5"
)

// rows calls once for each row, and once for the only one.
func (s *store) rows(w http.ResponseWriter, r *http.Request) {
	rows, err := s.pgx.Query(r.Context(), "select id from orders")
	if err != nil {
		return
	}
	var id string
	pgx.ForEachRow(rows, []any{&id}, func() error {
		return get(r.Context(), "http://orders/orders/"+id) // want `GET /rows of sqltransactions waits for orders GET /orders/\{id\}` `GET /rows of sqltransactions calls orders GET /orders/\{id\} once per element of a loop`
	})
	pgx.CollectExactlyOneRow(rows, func(row pgx.CollectableRow) (string, error) {
		return "", get(r.Context(), "http://users/users/row") // want `GET /rows of sqltransactions waits for users GET /users/\{id\}`
	})
}

// older uses the methods that the fourth version has.
func (s *store) older(w http.ResponseWriter, r *http.Request) {
	s.old.BeginFunc(r.Context(), func(tx pgxold.Tx) error {
		return get(r.Context(), "http://orders/orders/older") // want `GET /older of sqltransactions waits for orders GET /orders/\{id\}`
	})
	s.old.BeginTxFunc(r.Context(), pgxold.TxOptions{}, func(tx pgxold.Tx) error {
		return get(r.Context(), "http://users/users/older") // want `GET /older of sqltransactions waits for users GET /users/\{id\}`
	})
}
