// A Unix socket as an address: the transport's dialler names it, the URL's host is
// only for show.
package main

import (
	"context"
	"net"
	"net/http"
)

func main() {
	var d net.Dialer
	c := &http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			return d.DialContext(ctx, "unix", "/run/orders.sock")
		},
	}}
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		c.Get("http://unix/orders/1") // want `GET /order of sockets waits for orders GET /orders/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
