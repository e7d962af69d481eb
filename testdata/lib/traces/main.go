// Spans and profiles around calls.
package main

import (
	"context"
	"net/http"
	"runtime/pprof"

	"github.com/aws/aws-xray-sdk-go/xray"
	"go.opentelemetry.io/otel/trace"
)

type baseKey struct{}

type remoteKey struct{}

type server struct {
	tracer trace.Tracer
	client *http.Client
}

func (s *server) get(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// span starts a span: the context still holds what was put in before.
func (s *server) span(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithValue(r.Context(), baseKey{}, "http://users/users/")
	ctx, span := s.tracer.Start(ctx, "user")
	defer span.End()
	s.get(ctx, ctx.Value(baseKey{}).(string)+"1") // want `GET /span of traces waits for users GET /users/\{id\}`
}

// remote goes on with the span that another service sent: the context still holds what
// was put in before.
func (s *server) remote(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithValue(r.Context(), remoteKey{}, "http://orders/orders/")
	ctx = trace.ContextWithRemoteSpanContext(ctx, trace.SpanContext{})
	s.get(ctx, ctx.Value(remoteKey{}).(string)+"1") // want `GET /remote of traces waits for orders GET /orders/\{id\}`
}

func (s *server) captured(w http.ResponseWriter, r *http.Request) {
	xray.Capture(r.Context(), "orders", func(ctx context.Context) error {
		return s.get(ctx, "http://orders/orders/captured") // want `GET /captured of traces waits for orders GET /orders/\{id\}`
	})
	// Nobody waits for this one.
	xray.CaptureAsync(context.Background(), "users", func(ctx context.Context) error {
		return s.get(ctx, "http://users/users/async")
	})
}

// segment starts a segment and a part of it, whose contexts hold what was put in before.
func (s *server) segment(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithValue(r.Context(), baseKey{}, "http://users/users/")
	ctx, seg := xray.BeginSegment(ctx, "user")
	defer seg.Close(nil)
	ctx, sub := xray.BeginSubsegment(ctx, "call")
	defer sub.Close(nil)
	s.get(ctx, ctx.Value(baseKey{}).(string)+"1") // want `GET /segment of traces waits for users GET /users/\{id\}`
}

func (s *server) profiled(w http.ResponseWriter, r *http.Request) {
	pprof.Do(r.Context(), pprof.Labels("call", "order"), func(ctx context.Context) {
		s.get(ctx, "http://orders/orders/profiled") // want `GET /profiled of traces waits for orders GET /orders/\{id\}`
	})
}

func newServer(tracer trace.Tracer) *server {
	return &server{tracer, xray.Client(&http.Client{})}
}

func main() {
	s := newServer(trace.SpanFromContext(context.Background()).TracerProvider().Tracer("traces"))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /span", s.span)
	mux.HandleFunc("GET /remote", s.remote)
	mux.HandleFunc("GET /captured", s.captured)
	mux.HandleFunc("GET /profiled", s.profiled)
	if err := xray.Configure(xray.Config{DaemonAddr: "users:2000"}); err != nil {
		return
	}
	own := http.NewServeMux()
	own.HandleFunc("GET /segment", s.segment)
	go http.ListenAndServe(":8081", xray.HandlerWithContext(context.Background(), xray.NewFixedSegmentNamer("own"), own))
	http.ListenAndServe(":8080", xray.Handler(xray.NewFixedSegmentNamer("traces"), mux))
}
