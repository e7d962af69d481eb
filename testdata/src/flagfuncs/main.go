// Flags that are parsed by functions and types of the program's own.
package main

import (
	"flag"
	"net/http"
	"net/url"
)

type urlValue struct{ u *url.URL }

func (v *urlValue) String() string {
	if v.u == nil {
		return ""
	}
	return v.u.String()
}

// Set parses a URL.
func (v *urlValue) Set(s string) error {
	u, err := url.Parse(s)
	if err != nil {
		return err
	}
	v.u = u
	return nil
}

func main() {
	var orders string
	var users urlValue
	flag.Func("orders-addr", "where orders are", func(s string) error {
		orders = s
		return nil
	})
	flag.Var(&users, "users-addr", "where users are")
	flag.Parse()
	sets()
	http.HandleFunc("GET /func", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://" + orders + "/orders/1") // want `GET /func of flagfuncs waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /var", func(w http.ResponseWriter, r *http.Request) {
		http.Get(users.u.JoinPath("users", "1").String()) // want `GET /var of flagfuncs waits for users GET /users/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
