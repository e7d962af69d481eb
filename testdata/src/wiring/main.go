// Two implementations of an interface, in packages of their own: what main wires counts.
package main

import (
	"net/http"
	"os"

	"cases/wiring/api"
	"cases/wiring/memory"
	"cases/wiring/remote"
)

func main() {
	var orders api.Orders = remote.Orders{Addr: os.Getenv("ORDERS_URL")}
	_ = memory.Orders{}
	mux := http.NewServeMux()
	mux.Handle("GET /orders/{id}", api.Handler{Orders: orders})
	http.ListenAndServe(":8080", mux)
}
