// A worker pool that a handler makes and waits for, and one of the same type that lives
// as long as the service.
package main

import (
	"net/http"
	"sync"
)

type pool struct {
	tasks chan func()
	wg    sync.WaitGroup
}

func newPool(n int) *pool {
	p := &pool{tasks: make(chan func())}
	for range n {
		p.wg.Add(1)
		go p.work()
	}
	return p
}

func (p *pool) work() {
	defer p.wg.Done()
	for task := range p.tasks {
		task()
	}
}

// wait is for the end of the program or of a short-lived pool.
func (p *pool) wait() {
	close(p.tasks)
	p.wg.Wait()
}

func shortLived(w http.ResponseWriter, r *http.Request) {
	p := newPool(2)
	p.tasks <- func() {
		http.Get("http://orders/orders/1") // want `GET /short-lived of shortpool waits for orders GET /orders/\{id\}`
	}
	p.wait()
}

var background = newPool(4)

func enqueued(w http.ResponseWriter, r *http.Request) {
	background.tasks <- func() { http.Get("http://users/users/enqueued") }
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	http.HandleFunc("GET /short-lived", shortLived)
	http.HandleFunc("GET /enqueued", enqueued)
	http.ListenAndServe(":8080", nil)
	background.wait()
}
