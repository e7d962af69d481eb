// A service whose handlers and clients are wrapped by what watches them.
package main

import (
	"net/http"

	ddhttp "github.com/DataDog/dd-trace-go/contrib/net/http/v2"
	sentryhttp "github.com/getsentry/sentry-go/http"
	"github.com/newrelic/go-agent/v3/newrelic"
	ddold "gopkg.in/DataDog/dd-trace-go.v1/contrib/net/http"
)

var client = ddhttp.WrapClient(&http.Client{Transport: newrelic.NewRoundTripper(nil)})

type server struct{ orders string }

func (s *server) order(w http.ResponseWriter, r *http.Request) {
	client.Get(s.orders + "/orders/" + r.PathValue("id")) // want `GET /orders/\{id\} of wrappedhandlers waits for orders GET /orders/\{id\}`
}

func (s *server) place(w http.ResponseWriter, r *http.Request) {
	client.Post(s.orders+"/orders", "text/plain", nil) // want `POST /orders of wrappedhandlers waits for orders POST /orders`
}

func pay(w http.ResponseWriter, r *http.Request) {
	http.Post("http://payments/payments", "text/plain", nil) // want `POST /pay of wrappedhandlers waits for payments POST /payments`
}

func user(w http.ResponseWriter, r *http.Request) {
	http.Get("http://users/users/1") // want `of wrappedhandlers \(like 1 other endpoint\) waits for users GET /users/\{id\}`
}

func archived(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/1") // want `ANY /archive of wrappedhandlers waits for archive GET /orders/\{id\}`
}

func refund(w http.ResponseWriter, r *http.Request) {
	http.Post("http://payments/payments", "text/plain", nil) // want `PUT /refund of wrappedhandlers waits for payments POST /payments`
}

// traced serves with another handler.
func traced(w http.ResponseWriter, r *http.Request) {
	ddhttp.TraceAndServe(http.HandlerFunc(audit), w, r, &ddhttp.ServeConfig{Service: "shop"})
}

func audit(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/2") // want `GET /traced of wrappedhandlers waits for archive GET /orders/\{id\}`
}

// behind serves routers that handlers of net/http hand their requests to.
func behind() {
	mux, old := ddhttp.NewServeMux(), ddold.NewServeMux()
	mux.HandleFunc("PUT /refund", refund)
	mux.HandleFunc("GET /traced", traced)
	old.HandleFunc("PATCH /user", user)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/gate") // want `of wrappedhandlers \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		mux.ServeHTTP(w, r)
	})
	go http.ListenAndServe(":8082", nil)
	http.ListenAndServe(":8083", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/old") // want `PATCH /user of wrappedhandlers waits for users GET /users/\{id\}`
		old.ServeHTTP(w, r)
	}))
}

func main() {
	go behind()
	app, _ := newrelic.NewApplication()
	s := &server{"http://orders"}
	mux := ddhttp.NewServeMux()
	mux.HandleFunc(newrelic.WrapHandleFunc(app, "GET /orders/{id}", s.order))
	mux.Handle(newrelic.WrapHandle(app, "POST /orders", http.HandlerFunc(s.place)))
	mux.Handle("POST /pay", sentryhttp.New(sentryhttp.Options{}).HandleFunc(pay))
	old := ddold.NewServeMux()
	old.Handle("GET /user", ddold.WrapHandler(http.HandlerFunc(user), "shop", "user"))
	old.HandleFunc("/archive", archived)
	go http.ListenAndServe(":8081", old)
	http.ListenAndServe(":8080", sentryhttp.New(sentryhttp.Options{}).Handle(ddhttp.WrapHandler(mux, "shop", "http")))
}
