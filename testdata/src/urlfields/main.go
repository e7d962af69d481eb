// URLs that are put together field by field, from parts of others, or resolved
// against a base.
package main

import (
	"net/http"
	"net/url"
	"os"
)

func main() {
	base, err := url.Parse(os.Getenv("ORDERS_URL"))
	if err != nil {
		panic(err)
	}
	a := &api{orders: base, users: url.URL{Scheme: "https", Host: "users"}}
	http.HandleFunc("GET /literal", a.literal)
	http.HandleFunc("GET /resolved", a.resolved)
	http.HandleFunc("GET /relative", a.relative)
	http.HandleFunc("GET /joined", a.joined)
	http.HandleFunc("GET /pathjoined", a.pathJoined)
	http.HandleFunc("GET /query", a.query)
	http.HandleFunc("GET /printed", a.printed)
	http.HandleFunc("GET /hostname", a.hostname)
	http.HandleFunc("GET /escaped", a.escaped)
	http.ListenAndServe(":8080", nil)
}

type api struct {
	orders *url.URL
	users  url.URL
}

func (a *api) literal(w http.ResponseWriter, r *http.Request) {
	u := url.URL{
		Scheme: "http",
		Host:   "users:8080",
		Path:   "/users/" + r.PathValue("id"),
	}
	http.Get(u.String()) // want `GET /literal of urlfields waits for users GET /users/\{id\}`
}

func (a *api) resolved(w http.ResponseWriter, r *http.Request) {
	u := a.orders.ResolveReference(&url.URL{Path: "/orders/" + r.FormValue("id")})
	http.Get(u.String()) // want `GET /resolved of urlfields waits for orders GET /orders/\{id\}`
}

func (a *api) relative(w http.ResponseWriter, r *http.Request) {
	u, err := a.users.Parse("/users/me")
	if err != nil {
		return
	}
	http.Get(u.String()) // want `GET /relative of urlfields waits for users GET /users/\{id\}`
}

func (a *api) joined(w http.ResponseWriter, r *http.Request) {
	http.Get(a.users.JoinPath("users", "me").String()) // want `GET /joined of urlfields waits for users GET /users/\{id\}`
}

func (a *api) pathJoined(w http.ResponseWriter, r *http.Request) {
	target, err := url.JoinPath("http://orders/", "orders", r.FormValue("id"))
	if err != nil {
		return
	}
	http.Get(target) // want `GET /pathjoined of urlfields waits for orders GET /orders/\{id\}`
}

func (a *api) query(w http.ResponseWriter, r *http.Request) {
	u := &url.URL{Scheme: "http", Host: "payments", Path: "/payments"}
	q := u.Query()
	q.Set("dry", "true")
	u.RawQuery = q.Encode()
	http.Post(u.String(), "application/json", nil) // want `GET /query of urlfields waits for payments POST /payments`
}

// printed makes a URL that it only shows.
func (a *api) printed(w http.ResponseWriter, r *http.Request) {
	u := a.users.JoinPath("users", "me")
	w.Write([]byte(u.String()))
}
