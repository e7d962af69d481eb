// Base addresses and paths that are joined with and without slashes.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
)

const (
	scheme    = "http"
	usersHost = "users"
	usersPort = 8081
)

type client struct{ base string }

// newClient sees to it that the base has no slash at its end.
func newClient(base string) *client { return &client{base: strings.TrimRight(base, "/")} }

func (c *client) get(format string, args ...any) (*http.Response, error) {
	return http.Get(c.base + "/" + strings.TrimLeft(fmt.Sprintf(format, args...), "/"))
}

func ensureSlash(s string) string {
	if !strings.HasSuffix(s, "/") {
		s += "/"
	}
	return s
}

func withScheme(addr string) string {
	if strings.HasPrefix(addr, "http://") || strings.HasPrefix(addr, "https://") {
		return addr
	}
	return "http://" + addr
}

func main() {
	orders := newClient("http://orders/")
	users := newClient(fmt.Sprintf("%s://%s:%d/", scheme, usersHost, usersPort))
	http.HandleFunc("GET /trimmed", func(w http.ResponseWriter, r *http.Request) {
		orders.get("/orders/%s", r.PathValue("id")) // want `GET /trimmed of joins waits for orders GET /orders/\{id\}`
		users.get("users/%d", 42)                   // want `GET /trimmed of joins waits for users GET /users/\{id\}`
	})
	payments := ensureSlash(os.Getenv("PAYMENTS_URL"))
	http.HandleFunc("GET /ensured", func(w http.ResponseWriter, r *http.Request) {
		http.Post(payments+"payments", "application/json", nil) // want `GET /ensured of joins waits for payments POST /payments`
	})
	addr := withScheme(os.Getenv("ORDERS_URL"))
	http.HandleFunc("GET /scheme", func(w http.ResponseWriter, r *http.Request) {
		http.Post(addr+"/orders", "application/json", nil) // want `GET /scheme of joins waits for orders POST /orders`
	})
	http.HandleFunc("GET /parts", parts)
	http.HandleFunc("GET /hostport", hostPort)
	http.HandleFunc("GET /local", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "http://users/users/"+r.FormValue("id"))
	})
	http.ListenAndServe(":8080", nil)
}

func parts(w http.ResponseWriter, r *http.Request) {
	parts := []string{"http:/", "orders", "orders", r.FormValue("id")}
	http.Get(strings.Join(parts, "/")) // want `GET /parts of joins waits for orders GET /orders/\{id\}`
}

func hostPort(w http.ResponseWriter, r *http.Request) {
	addr := net.JoinHostPort(usersHost, strconv.Itoa(usersPort))
	http.Get("http://" + addr + "/users/1") // want `GET /hostport of joins waits for users GET /users/\{id\}`
}
