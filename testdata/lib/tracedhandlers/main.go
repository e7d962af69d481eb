// A service that speaks HTTP/3, whose handlers and clients older libraries trace.
package main

import (
	"net/http"

	"github.com/opentracing-contrib/go-stdlib/nethttp"
	"github.com/opentracing/opentracing-go"
	"github.com/openzipkin/zipkin-go"
	zipkinhttp "github.com/openzipkin/zipkin-go/middleware/http"
	quicgo "github.com/quic-go/quic-go"
	"github.com/quic-go/quic-go/http3"
	"go.opencensus.io/plugin/ochttp"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
)

type server struct {
	zipkin *zipkinhttp.Client
	quic   *http.Client
}

func (s *server) order(w http.ResponseWriter, r *http.Request) {
	req, _ := http.NewRequest(http.MethodGet, "http://orders/orders/"+r.PathValue("id"), nil)
	s.zipkin.DoWithAppSpan(req, "order") // want `GET /orders/\{id\} of tracedhandlers waits for orders GET /orders/\{id\}`
}

func (s *server) place(w http.ResponseWriter, r *http.Request) {
	req, _ := http.NewRequest(http.MethodPost, "http://orders/orders", nil)
	req, tracer := nethttp.TraceRequest(opentracing.GlobalTracer(), req)
	defer tracer.Finish()
	client := &http.Client{Transport: &nethttp.Transport{RoundTripper: http.DefaultTransport}}
	client.Do(req) // want `POST /orders of tracedhandlers waits for orders POST /orders`
}

func (s *server) pay(w http.ResponseWriter, r *http.Request) {
	s.quic.Post("https://payments/payments", "text/plain", nil) // want `POST /pay of tracedhandlers waits for payments POST /payments`
}

// trip calls with transports alone: one of HTTP/3, one that is traced.
func (s *server) trip(w http.ResponseWriter, r *http.Request) {
	quic := &http3.Transport{}
	req, _ := http.NewRequest(http.MethodGet, "https://users/users/1", nil)
	quic.RoundTrip(req) // want `GET /trip of tracedhandlers waits for users GET /users/\{id\}`
	if conn, err := quicgo.DialAddr(r.Context(), "orders:443", nil, nil); err == nil {
		req, _ = http.NewRequest(http.MethodPost, "https://orders/orders", nil)
		quic.NewClientConn(conn).RoundTrip(req) // want `GET /trip of tracedhandlers waits for orders POST /orders`
	}
	traced := &nethttp.Transport{}
	req, _ = http.NewRequest(http.MethodGet, "http://archive/orders/1", nil)
	traced.RoundTrip(req) // want `GET /trip of tracedhandlers waits for archive GET /orders/\{id\}`
	census := &ochttp.Transport{}
	req, _ = http.NewRequest(http.MethodGet, "http://orders/orders/1", nil)
	census.RoundTrip(req) // want `GET /trip of tracedhandlers waits for orders GET /orders/\{id\}`
}

// tagged is a handler with a name for its route.
func tagged(w http.ResponseWriter, r *http.Request) {
	otelhttp.Get(r.Context(), "http://orders/orders/1")                   // want `GET /tagged of tracedhandlers waits for orders GET /orders/\{id\}`
	otelhttp.PostForm(r.Context(), "http://payments/payments", nil)       // want `GET /tagged of tracedhandlers waits for payments POST /payments`
	otelhttp.Post(r.Context(), "http://orders/orders", "text/plain", nil) // want `GET /tagged of tracedhandlers waits for orders POST /orders`
}

// served has no handler of its own: it is the default router.
var served = &ochttp.Handler{}

// serveMore serves the default router behind a handler that is traced.
func serveMore(s *server) {
	http.HandleFunc("GET /trip", s.trip)
	http.Handle("GET /tagged", otelhttp.WithRouteTag("/tagged", http.HandlerFunc(tagged)))
	http3.ListenAndServeQUIC(":8443", "cert.pem", "key.pem", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/gate") // want `of tracedhandlers \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		served.ServeHTTP(w, r)
	}))
}

func main() {
	tracer, _ := zipkin.NewTracer(nil)
	client, _ := zipkinhttp.NewClient(tracer)
	s := &server{client, &http.Client{Transport: &http3.Transport{}}}
	mux := http.NewServeMux()
	mux.Handle("GET /orders/{id}", zipkinhttp.NewServerMiddleware(tracer)(http.HandlerFunc(s.order)))
	mux.HandleFunc("POST /orders", nethttp.MiddlewareFunc(opentracing.GlobalTracer(), s.place))
	mux.HandleFunc("POST /pay", s.pay)
	quic := &http3.Server{Addr: ":443", Handler: nethttp.Middleware(opentracing.GlobalTracer(), mux)}
	defer quic.Close()
	go serveMore(s)
	quic.ListenAndServe()
}
