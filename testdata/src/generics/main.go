// Generic clients, repositories, handlers and helpers over slices.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
)

type order struct{ ID, User string }

type user struct{ ID, Name string }

// client fetches one kind of thing.
type client[T any] struct{ base, path string }

func (c client[T]) Get(ctx context.Context, id string) (*T, error) {
	return fetch[T](ctx, http.MethodGet, c.base+c.path+"/"+id)
}

func fetch[T any](ctx context.Context, method, url string) (*T, error) {
	req, err := http.NewRequestWithContext(ctx, method, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req) // want `GET /order of generics waits for orders GET /orders/\{id\}` `GET /user of generics waits for users GET /users/\{id\}`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	out := new(T)
	return out, json.NewDecoder(resp.Body).Decode(out)
}

type repository[T any] interface {
	Get(ctx context.Context, id string) (*T, error)
}

// cache is a repository in front of another.
type cache[K comparable, T any] struct {
	next repository[T]
	key  func(string) K
	kept map[K]*T
}

func (c *cache[K, T]) Get(ctx context.Context, id string) (*T, error) {
	if t, ok := c.kept[c.key(id)]; ok {
		return t, nil
	}
	return c.next.Get(ctx, id)
}

func newCache[T any](next repository[T]) *cache[string, T] {
	return &cache[string, T]{next: next, key: func(s string) string { return s }, kept: map[string]*T{}}
}

// serve turns a repository into a handler.
func serve[T any](repo repository[T]) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		t, err := repo.Get(r.Context(), r.FormValue("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		json.NewEncoder(w).Encode(t)
	}
}

type memory[T any] struct{ zero T }

func (m memory[T]) Get(context.Context, string) (*T, error) { return &m.zero, nil }

func transform[A, B any](in []A, f func(A) B) []B {
	out := make([]B, 0, len(in))
	for _, a := range in {
		out = append(out, f(a))
	}
	return out
}

func names(w http.ResponseWriter, r *http.Request) {
	users := transform(r.URL.Query()["id"], func(id string) *user {
		u, _ := fetch[user](r.Context(), "GET", "http://users/users/"+id) // want `GET /names of generics waits for users GET /users/\{id\}` `GET /names of generics calls users GET /users/\{id\} once per element of a loop`
		return u
	})
	fmt.Fprintln(w, transform(users, func(u *user) string { return u.Name }))
}

func main() {
	http.HandleFunc("GET /order", serve[order](newCache[order](client[order]{"http://orders", "/orders"})))
	http.HandleFunc("GET /user", serve[user](newCache(repository[user](client[user]{"http://users", "/users"}))))
	http.HandleFunc("GET /memory", serve[order](memory[order]{}))
	http.HandleFunc("GET /names", names)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
