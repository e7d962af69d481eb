// Helpers that return URLs, requests, clients and errors together, with named results
// and early returns.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"strings"
)

type upstreams struct{ orders, users string }

func (u upstreams) target(kind, id string) (method, url string, err error) {
	switch kind {
	case "order":
		return http.MethodGet, u.orders + "/orders/" + id, nil
	case "user":
		method, url = http.MethodGet, u.users+"/users/"+id
		return
	}
	err = errors.New("unknown kind")
	return
}

func build(ctx context.Context, method, url string) (req *http.Request, cancel context.CancelFunc, err error) {
	ctx, cancel = context.WithCancel(ctx)
	defer func() {
		if err != nil {
			cancel()
		}
	}()
	if !strings.HasPrefix(url, "http") {
		return nil, nil, errors.New("no URL: " + url)
	}
	req, err = http.NewRequestWithContext(ctx, method, url, nil)
	if err != nil {
		return nil, nil, err
	}
	req.Header.Set("Accept", "text/plain")
	return req, cancel, nil
}

func (u upstreams) fetch(ctx context.Context, kind, id string) (status int, err error) {
	method, url, err := u.target(kind, id)
	if err != nil {
		return 0, err
	}
	req, cancel, err := build(ctx, method, url)
	if err != nil {
		return 0, err
	}
	defer cancel()
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func main() {
	u := upstreams{"http://orders", "http://users"}
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		u.fetch(r.Context(), "order", r.FormValue("id")) // want `GET /order of multireturn waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) {
		u.fetch(r.Context(), "user", r.FormValue("id")) // want `GET /user of multireturn waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /nothing", func(w http.ResponseWriter, r *http.Request) {
		u.fetch(r.Context(), "nothing", "")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
