package main

import (
	"flag"
	"net/http"
	"os"
	"syscall"
)

// hostText is a host, as text has it.
type hostText struct{ base string }

// UnmarshalText takes a host.
func (h *hostText) UnmarshalText(text []byte) error {
	h.base = "http://" + string(text)
	return nil
}

// MarshalText gives the host.
func (h *hostText) MarshalText() ([]byte, error) { return []byte(h.base), nil }

// sets has flags in a set of its own.
func sets() {
	var orders string
	var users hostText
	fs := flag.NewFlagSet("shop", flag.ExitOnError)
	fs.StringVar(&orders, "orders-addr", "", "where orders are")
	fs.TextVar(&users, "users-addr", &hostText{}, "where users are")
	fs.Parse(os.Args[1:])
	http.HandleFunc("GET /set", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://" + orders + "/orders/1") // want `GET /set of flagfuncs waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /text", func(w http.ResponseWriter, r *http.Request) {
		http.Get(users.base + "/users/1") // want `GET /text of flagfuncs waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /variable", func(w http.ResponseWriter, r *http.Request) {
		if base, ok := syscall.Getenv("ORDERS_URL"); ok {
			http.Get(base + "/orders/1") // want `GET /variable of flagfuncs waits for orders GET /orders/\{id\}`
		}
	})
}
