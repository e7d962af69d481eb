// Generics with pointer constraints, embedded generic structs, generic function values
// and type parameters that choose the path.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
)

type entity interface{ path() string }

type order struct{ ID string }

func (*order) path() string { return "/orders/" }

type user struct{ ID string }

func (*user) path() string { return "/users/" }

type pointer[T any] interface {
	*T
	entity
}

func load[T any, P pointer[T]](ctx context.Context, base, id string) (P, error) {
	p := P(new(T))
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+p.path()+id, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return p, json.NewDecoder(resp.Body).Decode(p)
}

type repo[T any] struct {
	base string
	load func(ctx context.Context, base, id string) (T, error)
}

func (r *repo[T]) find(ctx context.Context, id string) (T, error) { return r.load(ctx, r.base, id) }

type orders struct{ repo[*order] }

type users struct{ *repo[*user] }

type pair[A, B any] struct {
	first  A
	second B
}

func must[T any](t T, err error) T {
	if err != nil {
		panic(err)
	}
	return t
}

func main() {
	o := &orders{repo[*order]{"http://orders", load[order]}}
	u := users{&repo[*user]{base: "http://users", load: load[user]}}
	p := pair[*orders, users]{o, u}
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		o := must(p.first.find(r.Context(), r.FormValue("id"))) // want `GET /order of genericpointers waits for orders GET /orders/\{id\}`
		json.NewEncoder(w).Encode(o)
	})
	http.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) {
		u := must(p.second.find(r.Context(), r.FormValue("id"))) // want `GET /user of genericpointers waits for users GET /users/\{id\}`
		json.NewEncoder(w).Encode(u)
	})
	http.HandleFunc("GET /pair", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(p.first.base)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
