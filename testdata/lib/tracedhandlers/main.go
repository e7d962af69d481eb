// A service that speaks HTTP/3, whose handlers and clients older libraries trace.
package main

import (
	"net/http"

	"github.com/opentracing-contrib/go-stdlib/nethttp"
	"github.com/opentracing/opentracing-go"
	"github.com/openzipkin/zipkin-go"
	zipkinhttp "github.com/openzipkin/zipkin-go/middleware/http"
	"github.com/quic-go/quic-go/http3"
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

func main() {
	tracer, _ := zipkin.NewTracer(nil)
	client, _ := zipkinhttp.NewClient(tracer)
	s := &server{client, &http.Client{Transport: &http3.Transport{}}}
	mux := http.NewServeMux()
	mux.Handle("GET /orders/{id}", zipkinhttp.NewServerMiddleware(tracer)(http.HandlerFunc(s.order)))
	mux.HandleFunc("POST /orders", nethttp.MiddlewareFunc(opentracing.GlobalTracer(), s.place))
	mux.HandleFunc("POST /pay", s.pay)
	quic := &http3.Server{Addr: ":443", Handler: nethttp.Middleware(opentracing.GlobalTracer(), mux)}
	quic.ListenAndServe()
}
