// A service of negroni: handlers that run one after another, before all routes or before
// one of them.
package main

import (
	"net/http"

	"github.com/urfave/negroni"
)

func auth(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	http.Get("http://users/users/" + r.Header.Get("user")) // want `of negronis \(like 2 other endpoints\) waits for users GET /users/\{id\}`
	next(w, r)
}

type audit struct{ payments string }

func (a *audit) ServeHTTP(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	http.Post(a.payments+"/payments", "text/plain", nil) // want `POST /orders of negronis \(like 1 other endpoint\) waits for payments POST /payments`
	next(w, r)
}

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + r.PathValue("id")) // want `GET /orders/\{id\} of negronis waits for orders GET /orders/\{id\}`
}

func place(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `POST /orders of negronis \(like 1 other endpoint\) waits for orders POST /orders`
}

func unserved(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/1")
}

func pay(w http.ResponseWriter, r *http.Request) {
	http.Post("http://payments/payments", "text/plain", nil) // want `POST /pay of negronis waits for payments POST /payments`
}

// A chain calls its handler by hand.
type chain struct{ first negroni.Handler }

func (c *chain) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.first.ServeHTTP(w, r, place)
}

// behind hands its requests to handlers in a row.
func behind(w http.ResponseWriter, r *http.Request) {
	negroni.New(negroni.HandlerFunc(auth), negroni.WrapFunc(pay)).ServeHTTP(w, r)
}

func main() {
	http.HandleFunc("POST /pay", behind)
	http.Handle("POST /chained", &chain{&audit{"http://payments"}})
	go http.ListenAndServe(":8081", nil)
	common := negroni.New(&audit{"http://payments"})
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders/{id}", order)
	mux.Handle("POST /orders", common.With(negroni.Wrap(http.HandlerFunc(place))))
	common.With(negroni.Wrap(http.HandlerFunc(unserved)))
	n := negroni.Classic()
	n.Use(negroni.HandlerFunc(auth))
	n.UseHandler(mux)
	n.Run(":8080")
}
