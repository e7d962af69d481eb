package main

import (
	"net/http"
	"net/url"
)

// hostname moves what is asked for to another port of the same host.
func (a *api) hostname(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse("https://shop@users:8443/orders")
	if err != nil {
		return
	}
	http.Get("http://" + u.Hostname() + ":8080/users/1") // want `GET /hostname of urlfields waits for users GET /users/\{id\}`
}

// escaped makes one segment of what has a slash.
func (a *api) escaped(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + url.PathEscape("2024/7")) // want `GET /escaped of urlfields waits for orders GET /orders/\{id\}`
}
