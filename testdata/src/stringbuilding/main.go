// Strings that are written byte by byte, printed into a buffer, or replaced in.
package main

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
)

func main() {
	http.HandleFunc("GET /built", built)
	http.HandleFunc("GET /buffer", buffer)
	http.HandleFunc("GET /template", template)
	http.HandleFunc("GET /appended", appended)
	parts()
	http.ListenAndServe(":8080", nil)
}

func built(w http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	b.WriteString("http://orders")
	b.WriteByte('/')
	b.WriteString("orders/")
	b.WriteString(r.FormValue("id"))
	http.Get(b.String()) // want `GET /built of stringbuilding waits for orders GET /orders/\{id\}`
}

func buffer(w http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "http://%s/users/%s", "users", r.FormValue("id"))
	http.Get(b.String()) // want `GET /buffer of stringbuilding waits for users GET /users/\{id\}`
}

func template(w http.ResponseWriter, r *http.Request) {
	u := strings.NewReplacer("{id}", r.FormValue("id")).Replace("http://orders/orders/{id}")
	http.Get(u) // want `GET /template of stringbuilding waits for orders GET /orders/\{id\}`
	v := strings.ReplaceAll("http://users/users/:id", ":id", r.FormValue("id"))
	http.Get(v) // want `GET /template of stringbuilding waits for users GET /users/\{id\}`
}

func appended(w http.ResponseWriter, r *http.Request) {
	u := fmt.Appendf(nil, "http://orders/orders/%s", r.FormValue("id"))
	http.Get(string(u)) // want `GET /appended of stringbuilding waits for orders GET /orders/\{id\}`
}
