// Calls in loops: over data they multiply, retries do not.
package main

import (
	"errors"
	"net/http"
	"strings"
)

func main() {
	http.HandleFunc("/range", ranged)
	http.HandleFunc("/caller", caller)
	http.HandleFunc("/retry", retry)
	http.HandleFunc("/once", once)
	http.ListenAndServe(":8080", nil)
}

func ranged(w http.ResponseWriter, r *http.Request) {
	for _, id := range strings.Split(r.FormValue("ids"), ",") {
		http.Get("http://orders/orders/" + id) // want `ANY /range of loops waits for orders` `calls orders GET /orders/\{id\} .*loop`
	}
}

func caller(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.Form["id"] {
		user(id)
	}
}

func user(id string) {
	http.Get("http://users/users/" + id) // want `ANY /caller of loops waits for users` `calls users GET /users/\{id\} .*loop`
}

func retry(w http.ResponseWriter, r *http.Request) {
	for range 3 {
		if err := attempt(); err == nil {
			return
		}
	}
}

func attempt() error {
	resp, err := http.Post("http://payments/payments", "text/plain", nil) // want `ANY /retry of loops waits for payments POST /payments`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func once(w http.ResponseWriter, r *http.Request) {
	names := 0
	for range r.Form {
		names++
	}
	http.Get("http://orders/orders/once") // want `ANY /once of loops waits for orders`
}
