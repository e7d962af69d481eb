package main

import (
	"net"
	"net/http"
	"strings"
)

func hosts() {
	http.HandleFunc("GET /default", func(w http.ResponseWriter, r *http.Request) {
		_, addrs, err := net.LookupSRV("http", "tcp", "orders.service.consul")
		if err != nil {
			return
		}
		http.Get("http://" + addrs[0].Target + "/orders/1") // want `GET /default of srv waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /resolver", func(w http.ResponseWriter, r *http.Request) {
		var resolver net.Resolver
		ips, err := resolver.LookupHost(r.Context(), "orders")
		if err != nil {
			return
		}
		http.Get("http://" + net.JoinHostPort(ips[0], "8080") + "/orders/1") // want `GET /resolver of srv waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /ip", func(w http.ResponseWriter, r *http.Request) {
		ips, err := net.LookupIP("users")
		if err != nil {
			return
		}
		http.Get("http://" + ips[0].String() + "/users/1") // want `GET /ip of srv waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /ipv4", func(w http.ResponseWriter, r *http.Request) {
		ips, err := net.DefaultResolver.LookupIP(r.Context(), "ip4", "orders")
		if err != nil {
			return
		}
		http.Get("http://" + ips[0].String() + "/orders/1") // want `GET /ipv4 of srv waits for orders GET /orders/\{id\}`
	})
	// An alias of a host is that host.
	http.HandleFunc("GET /alias", func(w http.ResponseWriter, r *http.Request) {
		name, err := net.LookupCNAME("users")
		if err != nil {
			return
		}
		http.Get("http://" + strings.TrimSuffix(name, ".") + "/users/1") // want `GET /alias of srv waits for users GET /users/\{id\}`
	})
	// What a host says of itself is anything, as is the name that an address has.
	http.HandleFunc("GET /text", func(w http.ResponseWriter, r *http.Request) {
		texts, err := net.LookupTXT("orders")
		if err != nil {
			return
		}
		http.Get("http://" + texts[0] + "/orders/1")
		names, err := net.LookupAddr("orders")
		if err != nil {
			return
		}
		http.Get("http://" + names[0] + "/orders/1")
	})
}
