// Requests that are edited after they were made.
package main

import (
	"net/http"
	"net/url"
)

var client = &http.Client{}

func main() {
	http.HandleFunc("GET /host", host)
	http.HandleFunc("GET /path", editPath)
	http.HandleFunc("POST /method", method)
	http.HandleFunc("GET /replaced", replaced)
	http.HandleFunc("GET /header", header)
	http.HandleFunc("GET /clone", clone)
	http.HandleFunc("GET /signed", signed)
	http.ListenAndServe(":8080", nil)
}

func host(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodGet, "/orders/1", nil)
	if err != nil {
		return
	}
	req.URL.Scheme = "http"
	req.URL.Host = "orders"
	client.Do(req) // want `GET /host of editedrequest waits for orders GET /orders/\{id\}`
}

func editPath(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodGet, "http://users", nil)
	if err != nil {
		return
	}
	req.URL.Path = "/users/" + r.FormValue("user")
	client.Do(req) // want `GET /path of editedrequest waits for users GET /users/\{id\}`
}

func method(w http.ResponseWriter, r *http.Request) {
	req := &http.Request{URL: &url.URL{Scheme: "http", Host: "orders", Path: "/orders"}, Header: http.Header{}}
	req.Method = http.MethodPost
	client.Do(req) // want `POST /method of editedrequest waits for orders POST /orders`
}

func replaced(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodPost, "http://localhost", nil)
	if err != nil {
		return
	}
	req.URL = &url.URL{Scheme: "http", Host: "payments", Path: "/payments"}
	client.Do(req) // want `GET /replaced of editedrequest waits for payments POST /payments`
}

// header sets the header Host, which does not say whom the request is sent to.
func header(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodGet, "http://orders/orders/1", nil)
	if err != nil {
		return
	}
	req.Host = "users"
	client.Do(req) // want `GET /header of editedrequest waits for orders GET /orders/\{id\}`
}

func clone(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodGet, "http://users/users/1", nil)
	if err != nil {
		return
	}
	client.Do(req.Clone(r.Context())) // want `GET /clone of editedrequest waits for users GET /users/\{id\}`
}

// signed hands the request through functions that add to it.
func signed(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodGet, "http://orders/orders/1", nil)
	if err != nil {
		return
	}
	for _, edit := range []func(*http.Request){sign, accept} {
		edit(req)
	}
	client.Do(req) // want `GET /signed of editedrequest waits for orders GET /orders/\{id\}`
}

func sign(req *http.Request)   { req.SetBasicAuth("shop", "secret") }
func accept(req *http.Request) { req.Header.Set("Accept", "application/json") }
