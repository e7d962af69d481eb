// Names that are the same and things that are not: methods called Get, a field that
// shadows, a package variable that is replaced by a parameter, types of the same name.
package main

import (
	"net/http"
	"sync"

	"cases/shadowed/memory"
	"cases/shadowed/remote"
)

// store has the method names of the clients and calls nobody.
type store struct {
	mu sync.RWMutex
	m  map[string]string
}

func (s *store) Get(url string) (string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.m[url], nil
}

func (s *store) Do(req *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Request: req}, nil
}

// doer is what http.Client and store have in common.
type doer interface {
	Do(*http.Request) (*http.Response, error)
}

func send(d doer, url string) error {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	_, err = d.Do(req) // want `GET /online of shadowed waits for orders GET /orders/\{id\}`
	return err
}

var client doer = http.DefaultClient

func main() {
	s := &store{m: map[string]string{}}
	http.HandleFunc("GET /store", func(w http.ResponseWriter, r *http.Request) {
		s.Get("http://orders/orders/1")
	})
	http.HandleFunc("GET /offline", func(w http.ResponseWriter, r *http.Request) {
		var client doer = s
		send(client, "http://orders/orders/2")
	})
	http.HandleFunc("GET /online", func(w http.ResponseWriter, r *http.Request) {
		send(client, "http://orders/orders/3")
	})
	http.HandleFunc("GET /remote", func(w http.ResponseWriter, r *http.Request) {
		remote.New("http://users").Get("1")
	})
	http.HandleFunc("GET /memory", func(w http.ResponseWriter, r *http.Request) {
		memory.New("http://users").Get("1")
	})
	http.ListenAndServe(":8080", nil)
}
