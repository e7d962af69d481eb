// Goroutines that answer on the channels of a struct.
package main

import (
	"log"
	"net/http"
	"time"
)

type gather struct{ order, user chan string }

func (g *gather) start(id string) {
	go func() {
		http.Get("http://orders/orders/" + id) // want `GET /gathered of gathers waits for orders GET /orders/\{id\}`
		g.order <- id
	}()
	go func() {
		http.Get("http://users/users/" + id) // want `GET /gathered of gathers waits for users GET /users/\{id\}`
		g.user <- id
	}()
}

func gathered(w http.ResponseWriter, r *http.Request) {
	g := &gather{make(chan string, 1), make(chan string, 1)}
	g.start(r.FormValue("id"))
	timeout := time.After(time.Second)
	for range 2 {
		select {
		case s := <-g.order:
			w.Write([]byte(s))
		case s := <-g.user:
			w.Write([]byte(s))
		case <-timeout:
			return
		}
	}
}

func main() {
	http.HandleFunc("GET /gathered", gathered)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
