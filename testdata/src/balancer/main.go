// Proxies that are chosen at each request: by host, and in turn from a list.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"sync/atomic"
)

type pool struct {
	proxies []*httputil.ReverseProxy
	next    atomic.Uint64
}

func newPool(targets ...string) *pool {
	p := &pool{}
	for _, t := range targets {
		u, err := url.Parse(t)
		if err != nil {
			panic(err)
		}
		p.proxies = append(p.proxies, httputil.NewSingleHostReverseProxy(u))
	}
	return p
}

func (p *pool) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	i := p.next.Add(1) % uint64(len(p.proxies))
	p.proxies[i].ServeHTTP(w, r) // want `GET /orders/\{id\} of balancer waits for orders GET /orders/\{id\}`
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /orders/{id}", newPool("http://orders:8081", "http://orders:8082"))
	http.ListenAndServe(":8080", mux)
}
