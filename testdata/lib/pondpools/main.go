// Pools of alitto/pond: tasks and groups that the handler waits for, and those that it
// leaves behind.
package main

import (
	"context"
	"net/http"

	"github.com/alitto/pond/v2"
)

func get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var (
	pool    = pond.NewPool(16)
	results = pond.NewResultPool[string](16)
)

func task(w http.ResponseWriter, r *http.Request) {
	t := pool.Submit(func() { get("http://orders/orders/task") }) // want `GET /task of pondpools waits for orders GET /orders/\{id\}`
	t.Wait()
}

// other waits for one of its tasks.
func other(w http.ResponseWriter, r *http.Request) {
	pool.Submit(func() { get("http://users/users/unwaited") })
	pool.SubmitErr(func() error { return get("http://orders/orders/other") }).Wait() // want `GET /other of pondpools waits for orders GET /orders/\{id\}`
}

func selected(w http.ResponseWriter, r *http.Request) {
	t, ok := pool.TrySubmit(func() { get("http://users/users/selected") }) // want `GET /selected of pondpools waits for users GET /users/\{id\}`
	if !ok {
		return
	}
	select {
	case <-t.Done():
	case <-r.Context().Done():
	}
}

func grouped(w http.ResponseWriter, r *http.Request) {
	group := pool.NewGroupContext(r.Context())
	for _, id := range r.URL.Query()["id"] {
		group.SubmitErr(func() error {
			return get("http://orders/orders/" + id) // want `GET /grouped of pondpools waits for orders GET /orders/\{id\}` `GET /grouped of pondpools calls orders GET /orders/\{id\} once per element of a loop`
		})
	}
	if group.Wait() != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func chained(w http.ResponseWriter, r *http.Request) {
	pool.NewGroup().Submit(func() {
		get("http://orders/orders/chained") // want `GET /chained of pondpools waits for orders GET /orders/\{id\}`
	}).Submit(func() {
		get("http://users/users/chained") // want `GET /chained of pondpools waits for users GET /users/\{id\}`
	}).Wait()
}

func resulting(w http.ResponseWriter, r *http.Request) {
	t := results.SubmitErr(func() (string, error) {
		return "", get("http://users/users/resulting") // want `GET /resulting of pondpools waits for users GET /users/\{id\}`
	})
	s, _ := t.Wait()
	w.Write([]byte(s))
}

// own makes a pool of its own and stops it.
func own(w http.ResponseWriter, r *http.Request) {
	p := pond.NewPool(2, pond.WithContext(r.Context()))
	p.Go(func() { get("http://orders/orders/own") }) // want `GET /own of pondpools waits for orders GET /orders/\{id\}`
	p.StopAndWait()
}

func left(w http.ResponseWriter, r *http.Request) {
	pool.Go(func() { get("http://orders/orders/left") })
	pool.NewGroupContext(context.Background()).Submit(func() { get("http://users/users/left") })
}

func main() {
	http.HandleFunc("GET /task", task)
	http.HandleFunc("GET /other", other)
	http.HandleFunc("GET /selected", selected)
	http.HandleFunc("GET /grouped", grouped)
	http.HandleFunc("GET /chained", chained)
	http.HandleFunc("GET /resulting", resulting)
	http.HandleFunc("GET /own", own)
	http.HandleFunc("GET /left", left)
	http.ListenAndServe(":8080", nil)
	pool.StopAndWait()
}
