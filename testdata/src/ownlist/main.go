// A list from which its own loop takes what it has found, and one that a loop makes longer
// while it goes over it: both come to an end.
package main

import (
	"net/http"
	"sync"
)

type lock struct {
	mu      sync.Mutex
	holder  string
	waiters []string
}

func (l *lock) lock(session string) {
	l.waiters = append(l.waiters, session)
	l.mu.Lock()
	l.holder = session
}

func (l *lock) unlock() {
	for i, w := range l.waiters {
		if w == l.holder {
			l.waiters = append(l.waiters[0:i], l.waiters[i+1:]...)
			break
		}
	}
	l.mu.Unlock()
}

type task struct{ url string }

type queue struct{ tasks []task }

func (q *queue) double() {
	for _, t := range q.tasks {
		q.tasks = append(q.tasks, task{t.url})
		q.tasks = append(q.tasks, task{"http://users/users/2"})
	}
}

func main() {
	l := &lock{}
	q := &queue{}
	http.HandleFunc("GET /locked", func(w http.ResponseWriter, r *http.Request) {
		l.lock(r.FormValue("session"))
		defer l.unlock()
		http.Get("http://orders/orders/1") // want `GET /locked of ownlist waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /doubled", func(w http.ResponseWriter, r *http.Request) {
		q.tasks = append(q.tasks, task{"http://users/users/1"})
		q.double()
		for _, t := range q.tasks {
			http.Get(t.url) // want `GET /doubled of ownlist waits for users` `GET /doubled of ownlist calls users GET /users/\{id\} once per element`
		}
	})
	http.ListenAndServe(":8080", nil)
}
