// A service of httprouter, whose handlers alice puts behind middleware, and which the
// library that a server needs around it wraps: CORS, plain HTTP/2, metrics and traces.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"

	"github.com/julienschmidt/httprouter"
	"github.com/justinas/alice"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/rs/cors"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/h2c"
)

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/" + r.Header.Get("user")) // want `of httprouters \(like 2 other endpoints\) waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func audit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `DELETE /orders/\{id\} of httprouters \(like 1 other endpoint\) waits for payments POST /payments`
		next.ServeHTTP(w, r)
	})
}

// client is traced and counted, and still calls what its requests say.
var client = &http.Client{Transport: otelhttp.NewTransport(promhttp.InstrumentRoundTripperInFlight(gauge, http.DefaultTransport))}

var gauge = prometheus.NewGauge(prometheus.GaugeOpts{Name: "calls"})

func order(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	client.Get("http://orders/orders/" + ps.ByName("id")) // want `GET /orders/\{id\} of httprouters waits for orders GET /orders/\{id\}`
}

func place(w http.ResponseWriter, r *http.Request) {
	client.Post("http://orders/orders", "text/plain", nil) // want `POST /orders of httprouters waits for orders POST /orders`
}

func change(w http.ResponseWriter, r *http.Request) {}

func remove(w http.ResponseWriter, r *http.Request) {
	client.Get("http://archive/orders/1") // want `DELETE /orders/\{id\} of httprouters waits for archive GET /orders/\{id\}`
}

// unserved is a router that nobody serves.
func unserved() {
	router := httprouter.New()
	router.Handler("GET", "/unserved", alice.New(audit).ThenFunc(place))
}

func dropped(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	client.Get("http://archive/orders/2") // want `PATCH /inner/\{id\} of httprouters waits for archive GET /orders/\{id\}`
}

// behind serves a router that a handler of net/http hands its requests to.
func behind() {
	inner := httprouter.New()
	inner.PATCH("/inner/:id", dropped)
	http.ListenAndServe(":8081", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		client.Post("http://orders/orders", "text/plain", nil) // want `PATCH /inner/\{id\} of httprouters waits for orders POST /orders`
		inner.ServeHTTP(w, r)
	}))
}

func main() {
	unserved()
	go behind()
	router := httprouter.New() // want `ANY /\{\.\.\.\} of httprouters waits for payments`
	router.GET("/orders/:id", order)
	common := alice.New(auth)
	router.Handler("POST", "/orders", common.ThenFunc(place))
	router.Handler("PUT", "/orders/:id", common.Append(audit).Then(http.HandlerFunc(change)))
	audited := alice.New(audit, cors.AllowAll().Handler).Extend(common)
	router.HandlerFunc("DELETE", "/orders/:id", audited.ThenFunc(remove).ServeHTTP)
	payments, _ := url.Parse("http://payments")
	router.NotFound = httputil.NewSingleHostReverseProxy(payments)
	router.ServeFiles("/docs/*filepath", http.Dir("docs"))
	router.Handler("GET", "/metrics", promhttp.Handler())
	h := otelhttp.NewHandler(promhttp.InstrumentHandlerInFlight(gauge, cors.Default().Handler(router)), "server")
	http.ListenAndServe(":8080", h2c.NewHandler(otelhttp.NewMiddleware("http")(h), &http2.Server{}))
}
