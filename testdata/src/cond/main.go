// A handler that waits for a goroutine through a condition variable.
package main

import (
	"net/http"
	"sync"
)

func handler(w http.ResponseWriter, r *http.Request) {
	var (
		mu   sync.Mutex
		done bool
	)
	cond := sync.NewCond(&mu)
	go func() {
		http.Get("http://orders/orders/1") // want `GET /cond of cond waits for orders GET /orders/\{id\}`
		mu.Lock()
		defer mu.Unlock()
		done = true
		cond.Signal()
	}()
	mu.Lock()
	defer mu.Unlock()
	for !done {
		cond.Wait()
	}
}

// latch opens once.
type latch struct {
	mu    sync.Mutex
	cond  sync.Cond
	state int
}

func newLatch() *latch {
	l := &latch{}
	l.cond.L = &l.mu
	return l
}

func (l *latch) open() {
	l.mu.Lock()
	l.state = 2
	l.mu.Unlock()
	l.cond.Broadcast()
}

func (l *latch) wait() {
	l.mu.Lock()
	for l.state != 2 {
		l.cond.Wait()
	}
	l.mu.Unlock()
}

func latched(w http.ResponseWriter, r *http.Request) {
	l := newLatch()
	go func() {
		defer l.open()
		http.Get("http://users/users/1") // want `GET /latched of cond waits for users GET /users/\{id\}`
	}()
	l.wait()
}

// unlatched opens what nobody waits for.
func unlatched(w http.ResponseWriter, r *http.Request) {
	l := newLatch()
	go func() {
		defer l.open()
		http.Get("http://orders/orders/2")
	}()
}

// queue wakes its worker, and nobody wakes those who push.
type queue struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []string
}

func (q *queue) push(item string) {
	q.mu.Lock()
	q.items = append(q.items, item)
	q.mu.Unlock()
	q.cond.Signal()
}

func (q *queue) work() {
	for {
		q.mu.Lock()
		for len(q.items) == 0 {
			q.cond.Wait()
		}
		item := q.items[0]
		q.items = q.items[1:]
		q.mu.Unlock()
		http.Get("http://users/users/" + item)
	}
}

func main() {
	q := &queue{}
	q.cond = sync.NewCond(&q.mu)
	go q.work()
	http.HandleFunc("POST /push", func(w http.ResponseWriter, r *http.Request) { q.push("3") })
	http.HandleFunc("GET /latched", latched)
	http.HandleFunc("GET /unlatched", unlatched)
	http.HandleFunc("GET /cond", handler)
	http.ListenAndServe(":8080", nil)
}
