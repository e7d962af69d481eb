// Variables that a row of a table is read into, and what is only printed.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

type order struct {
	ID   string
	User string
}

type config struct {
	base  string
	other string
}

type server struct {
	db  *sql.DB
	cfg *config
}

func (s *server) read(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := s.db.QueryRowContext(r.Context(), "select id, user from orders").Scan(&o.ID, &o.User); err != nil {
		return
	}
	http.Get("http://orders/orders/" + o.ID) // want `GET /read of scanned waits for orders GET /orders/\{id\}`
	http.Get("http://users/users/" + o.User) // want `GET /read of scanned waits for users GET /users/\{id\}`
}

// other is never set: printing the configuration does not do it.
func (s *server) printed(w http.ResponseWriter, r *http.Request) {
	log.Printf("%+v", s.cfg)
	if s.cfg.other != "" {
		http.Get(s.cfg.base + "/users/never")
	}
	http.Get(s.cfg.base + "/orders/1") // want `GET /printed of scanned waits for orders GET /orders/\{id\}`
}

func main() {
	db, err := sql.Open("postgres", "postgres://db")
	if err != nil {
		log.Fatal(err)
	}
	s := &server{db, &config{base: "http://orders"}}
	http.HandleFunc("GET /read", s.read)
	http.HandleFunc("GET /printed", s.printed)
	http.ListenAndServe(":8080", nil)
}
