package main

import (
	"net/http"

	"github.com/go-fuego/fuego"
)

// traced is middleware of one route.
func traced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://items/items/2") // want `GET /api/std/items/\{id\} of fuegos waits for items GET /items/\{id\}`
		next.ServeHTTP(w, r)
	})
}

// forwarded is a handler of net/http, which learns from the path what to ask for.
type forwarded struct{ base string }

func (f *forwarded) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	http.Get(f.base + "/items/" + r.URL.Query().Get("id")) // want `ANY /api/forwarded/ of fuegos waits for items GET /items/\{id\}`
}

// standard registers handlers of net/http.
func standard(s *fuego.Server) {
	std := fuego.Group(s, "/std")
	fuego.GetStd(std, "/items/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://items/items/" + r.PathValue("id")) // want `GET /api/std/items/\{id\} of fuegos waits for items GET /items/\{id\}`
	}, fuego.OptionSummary("an item"), fuego.OptionMiddleware(traced))
	fuego.GetStd(std, "/{$}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://items/items/1") // want `GET /api/std/ of fuegos waits for items GET /items/\{id\}`
	})
	fuego.PutStd(std, "/items/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://items/items/" + r.PathValue("id")) // want `PUT /api/std/items/\{id\} of fuegos waits for items GET /items/\{id\}`
	})
	fuego.PatchStd(std, "/items/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://items/items/" + r.PathValue("id")) // want `PATCH /api/std/items/\{id\} of fuegos waits for items GET /items/\{id\}`
	})
	fuego.DeleteStd(std, "/items/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://items/items/" + r.PathValue("id")) // want `DELETE /api/std/items/\{id\} of fuegos waits for items GET /items/\{id\}`
	})
	fuego.OptionsStd(std, "/items/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://items/items/" + r.PathValue("id")) // want `OPTIONS /api/std/items/\{id\} of fuegos waits for items GET /items/\{id\}`
	})
	fuego.AllStd(std, "/any/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://items/items/" + r.PathValue("id")) // want `ANY /api/std/any/\{id\} of fuegos waits for items GET /items/\{id\}`
	})
	fuego.Handle(s, "/forwarded/", &forwarded{base: "http://items"})
}
