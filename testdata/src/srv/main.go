// Addresses from DNS: the name that is looked up names the service.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
)

func resolve(ctx context.Context, service string) (string, error) {
	_, addrs, err := net.DefaultResolver.LookupSRV(ctx, "http", "tcp", service)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("http://%s:%d", strings.TrimSuffix(addrs[0].Target, "."), addrs[0].Port), nil
}

func main() {
	http.HandleFunc("GET /srv", func(w http.ResponseWriter, r *http.Request) {
		base, err := resolve(r.Context(), "orders.service.consul")
		if err != nil {
			return
		}
		http.Get(base + "/orders/1") // want `GET /srv of srv waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /host", func(w http.ResponseWriter, r *http.Request) {
		ips, err := net.LookupHost("users")
		if err != nil {
			return
		}
		http.Get("http://" + ips[0] + "/users/1") // want `GET /host of srv waits for users GET /users/\{id\}`
	})
	hosts()
	http.ListenAndServe(":8080", nil)
}
