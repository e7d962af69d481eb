// Start-up, background work and polling are no hops; the same function reached from
// a handler is.
package main

import (
	"net/http"
	"time"
)

func main() {
	load()
	go refresh()
	time.AfterFunc(time.Minute, later)
	http.HandleFunc("/now", now)
	http.ListenAndServe(":8080", nil)
}

func load() { http.Get("http://users/users/startup") }

func refresh() {
	for range time.Tick(time.Minute) {
		poll()
	}
}

func later() { http.Get("http://users/users/later") }

func poll() {
	http.Get("http://orders/orders/new") // want `ANY /now of contexts waits for orders GET /orders/\{id\}`
}

func now(w http.ResponseWriter, r *http.Request) { poll() }
