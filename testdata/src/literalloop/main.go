// A loop over a literal calls each target once: as many calls as the code shows, however
// large the data.
package main

import "net/http"

func both(w http.ResponseWriter, r *http.Request) {
	for _, url := range []string{"http://orders/orders/a", "http://users/users/a"} {
		http.Get(url) // want `GET /both of literalloop waits for orders GET /orders/\{id\}` `GET /both of literalloop waits for users GET /users/\{id\}`
	}
}

func main() {
	http.HandleFunc("GET /both", both)
	http.ListenAndServe(":8080", nil)
}
