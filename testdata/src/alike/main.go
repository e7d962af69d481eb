// Strings that are built of a variable twice: it is the same both times.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func name() string {
	if os.Getenv("WITH_USERS") != "" {
		return "users"
	}
	return "orders"
}

func concatenated(w http.ResponseWriter, r *http.Request) {
	n := name()
	http.Get("http://" + n + "/" + n + "/1") // want `GET /concatenated of alike waits for orders GET /orders/\{id\}` `GET /concatenated of alike waits for users GET /users/\{id\}`
}

func formatted(w http.ResponseWriter, r *http.Request) {
	n := name()
	http.Get(fmt.Sprintf("http://%s/%s/1", n, n)) // want `GET /formatted of alike waits for orders GET /orders/\{id\}` `GET /formatted of alike waits for users GET /users/\{id\}`
}

// Two variables that may hold the same differ.
func apart(w http.ResponseWriter, r *http.Request) {
	n, m := name(), name()
	http.Get("http://" + n + "/" + m + "/1") // want `GET /apart of alike waits for orders GET /orders/\{id\}` `GET /apart of alike waits for orders GET /users/1` `GET /apart of alike waits for users GET /users/\{id\}` `GET /apart of alike waits for users GET /orders/1`
}

func main() {
	http.HandleFunc("GET /concatenated", concatenated)
	http.HandleFunc("GET /formatted", formatted)
	http.HandleFunc("GET /apart", apart)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
