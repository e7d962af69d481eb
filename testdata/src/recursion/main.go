// Recursion repeats a call as a loop does; a retry that calls itself does not.
package main

import (
	"net/http"
	"strconv"
)

func get(url string) (*http.Response, error) { return http.Get(url) }

// follow goes from one order to the one that it names.
func follow(id string) {
	resp, err := get("http://orders/orders/" + id) // want `GET /follow of recursion waits for orders` `GET /follow of recursion calls orders GET /orders/\{id\} once per `
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if next := resp.Header.Get("Next"); next != "" {
		follow(next)
	}
}

func even(n int) {
	if n > 0 {
		get("http://users/users/" + strconv.Itoa(n)) // want `GET /mutual of recursion waits for users` `GET /mutual of recursion calls users GET /users/\{id\} once per `
		odd(n - 1)
	}
}

func odd(n int) {
	if n > 0 {
		even(n - 1)
	}
}

func again(left int) error {
	_, err := http.Post("http://payments/payments", "text/plain", nil) // want `POST /again of recursion waits for payments POST /payments`
	if err != nil && left > 0 {
		return again(left - 1)
	}
	return err
}

func main() {
	http.HandleFunc("GET /follow", func(w http.ResponseWriter, r *http.Request) { follow(r.FormValue("id")) })
	http.HandleFunc("GET /mutual", func(w http.ResponseWriter, r *http.Request) { even(len(r.FormValue("n"))) })
	http.HandleFunc("POST /again", func(w http.ResponseWriter, r *http.Request) { again(3) })
	http.ListenAndServe(":8080", nil)
}
