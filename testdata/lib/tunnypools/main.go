// Pools of Jeffail/tunny: Process waits for the worker, with the payload that it got.
package main

import (
	"context"
	"net/http"
	"time"

	"github.com/Jeffail/tunny"
)

func fetch(url string) any {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type request struct{ url string }

func main() {
	urls := tunny.NewFunc(4, func(payload any) any { return fetch(payload.(string)) })
	defer urls.Close()
	requests := tunny.NewFunc(4, func(payload any) any {
		r, ok := payload.(request)
		if !ok {
			return nil
		}
		return fetch(r.url) // want `GET /struct of tunnypools waits for users GET /users/\{id\}`
	})
	calls := tunny.NewCallback(4)
	idle := tunny.NewFunc(4, func(payload any) any { return fetch("http://payments/payments") })
	http.HandleFunc("GET /orders", func(w http.ResponseWriter, r *http.Request) {
		urls.Process("http://orders/orders/1") // want `GET /orders of tunnypools waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /users", func(w http.ResponseWriter, r *http.Request) {
		urls.ProcessTimed("http://users/users/1", time.Second) // want `GET /users of tunnypools waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /struct", func(w http.ResponseWriter, r *http.Request) {
		requests.ProcessCtx(r.Context(), request{"http://users/users/2"})
	})
	http.HandleFunc("GET /callback", func(w http.ResponseWriter, r *http.Request) {
		calls.Process(func() { fetch("http://orders/orders/2") }) // want `GET /callback of tunnypools waits for orders GET /orders/\{id\}`
	})
	// Nobody waits for the one who waits.
	http.HandleFunc("POST /later", func(w http.ResponseWriter, r *http.Request) {
		go urls.ProcessCtx(context.Background(), "http://orders/orders/3")
	})
	http.HandleFunc("POST /left", func(w http.ResponseWriter, r *http.Request) {
		go func() { urls.Process("http://users/users/3") }()
	})
	http.HandleFunc("GET /idle", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(http.StatusText(int(idle.GetSize()))))
	})
	http.ListenAndServe(":8080", nil)
}
