package interp

import (
	"slices"
	"testing"
)

// web is a library whose functions a user describes.
const web = `-- acme/web/web.go --
package web

import "net/http"

type Middleware func(http.Handler) http.Handler

func Strip(prefix string) Middleware { return nil }

func Instead(h http.Handler) Middleware { return nil }

func With(m ...Middleware) Middleware { return nil }

func Named(pattern string, h http.Handler) (string, http.Handler) { return pattern, h }

type Steps struct{}

func InTurn(h ...any) *Steps { return nil }

func (s *Steps) Then(h ...any) *Steps { return nil }

func (s *Steps) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

type Traced struct{ Inner http.Handler }

func (t *Traced) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func Local(key string, value ...string) string { return "" }
`

const webRows = `
library: web
protocol: http
rows:
  - {func: acme/web.Strip, kind: wrapper, args: {strip: 0}}
  - {func: acme/web.Instead, kind: wrapper, args: {handler: 0}}
  - {func: acme/web.With, kind: wrapper, args: {middleware: 0..}}
  - {func: acme/web.Named, kind: wrap, pass: 1, args: {pattern: 0}}
  - {func: acme/web.InTurn, kind: sequence, args: {handlers: 0..}}
  - {func: (*acme/web.Steps).Then, kind: sequence, args: {option: recv, handlers: 0..}}
  - {func: (*acme/web.Traced).ServeHTTP, kind: dispatch, args: {handler: recv.Inner}}
  - {func: acme/web.Local, kind: carried, args: {key: 0, value: 1..}}
`

const webProgram = web + `
-- acme/p/p.go --
package main

import (
	"acme/web"
	"net/http"
)

func log(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://a/log")
		next.ServeHTTP(w, r)
	})
}

func own(w http.ResponseWriter, r *http.Request) { http.Get("http://a/own") }

func other(w http.ResponseWriter, r *http.Request) { http.Get("http://a/other") }

func check(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	http.Get("http://a/check")
	next(w, r)
}

func local(w http.ResponseWriter, r *http.Request) {
	web.Local("url", "http://a/local")
	http.Get(web.Local("url"))
}

func main() {
	below := http.NewServeMux()
	below.HandleFunc("/below", own)
	mux := http.NewServeMux()
	mux.Handle("/api/", web.Strip("/api")(below))
	mux.Handle("/instead", web.Instead(http.HandlerFunc(other))(http.HandlerFunc(own)))
	mux.Handle("/with", web.With(log)(http.HandlerFunc(own)))
	mux.Handle(web.Named("/named", http.HandlerFunc(own)))
	mux.Handle("/turn", web.InTurn(check).Then(own))
	mux.HandleFunc("/local", local)
	http.ListenAndServe("", &web.Traced{Inner: mux})
}
`

func TestWhatStandsAroundHandlers(t *testing.T) {
	cfg := config(t, webProgram)
	cfg.Models = models(t, webRows)
	want := []string{
		"ANY /api/below -> GET http://a/own",
		"ANY /instead -> GET http://a/other",
		"ANY /local -> GET http://a/local",
		"ANY /named -> GET http://a/own",
		"ANY /turn -> GET http://a/check",
		"ANY /turn -> GET http://a/own",
		"ANY /with -> GET http://a/log",
		"ANY /with -> GET http://a/own",
	}
	if got := lines(runConfig(t, cfg)); !slices.Equal(got, want) {
		t.Errorf("calls %q, want %q", got, want)
	}
}
