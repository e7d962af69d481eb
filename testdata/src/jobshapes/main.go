// Jobs in other shapes: with a function to run, in batches, behind generic types, with
// what they carry back at some depth.
package main

import (
	"context"
	"errors"
	"net/http"
	"sync"
)

func call(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// task is run by the pool, whatever it does.
type task struct {
	fn   func() error
	errc chan<- error
}

type pool struct{ tasks chan task }

func newPool(n int) *pool {
	p := &pool{tasks: make(chan task, n)}
	for range n {
		go p.work()
	}
	return p
}

func (p *pool) work() {
	for t := range p.tasks {
		t.run()
	}
}

func (t task) run() {
	err := t.fn()
	if t.errc != nil {
		t.errc <- err
	}
}

var errBusy = errors.New("busy")

func (p *pool) do(ctx context.Context, fn func() error) error {
	errc := make(chan error, 1)
	select {
	case p.tasks <- task{fn, errc}:
	default:
		return errBusy
	}
	select {
	case err := <-errc:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *pool) start(fn func() error) { p.tasks <- task{fn: fn} }

// item is one of a batch, and has a pointer to a group.
type item struct {
	url string
	wg  *sync.WaitGroup
}

var batches = make(chan []*item)

func workBatches() {
	for batch := range batches {
		for _, it := range batch {
			call(it.url) // want `GET /batch of jobshapes waits for users GET /users/\{id\}` `GET /batch of jobshapes calls users GET /users/\{id\} once per element of a loop`
			it.wg.Done()
		}
	}
}

func batch(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	var items []*item
	for _, id := range r.URL.Query()["id"] {
		wg.Add(1)
		items = append(items, &item{"http://users/users/" + id, &wg})
	}
	batches <- items
	wg.Wait()
}

// request and its answer are of any type.
type request[Q, A any] struct {
	question Q
	answer   *promise[A]
}

type promise[A any] struct {
	mu   sync.Mutex
	cond *sync.Cond
	done bool
	a    A
}

func newPromise[A any]() *promise[A] {
	p := &promise[A]{}
	p.cond = sync.NewCond(&p.mu)
	return p
}

func (p *promise[A]) set(a A) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.a, p.done = a, true
	p.cond.Broadcast()
}

func (p *promise[A]) get() A {
	p.mu.Lock()
	defer p.mu.Unlock()
	for !p.done {
		p.cond.Wait()
	}
	return p.a
}

type actor[Q, A any] struct {
	inbox  chan request[Q, A]
	handle func(Q) A
}

func (a *actor[Q, A]) loop() {
	for r := range a.inbox {
		r.answer.set(a.handle(r.question))
	}
}

func (a *actor[Q, A]) ask(q Q) A { return a.send(q).get() }

func (a *actor[Q, A]) send(q Q) *promise[A] {
	p := newPromise[A]()
	a.inbox <- request[Q, A]{q, p}
	return p
}

// semaphore is a type of the program's own.
type semaphore chan struct{}

func (s semaphore) acquire() { s <- struct{}{} }
func (s semaphore) release() { <-s }

func (s semaphore) wait() {
	for range cap(s) {
		s.acquire()
	}
}

var shared = make(semaphore, 8)

func limited(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.URL.Query()["id"] {
		shared.acquire()
		go func() {
			defer shared.release()
			call("http://orders/orders/" + id)
		}()
	}
}

// own fills its semaphore in the end.
func own(w http.ResponseWriter, r *http.Request) {
	s := make(semaphore, 4)
	for _, id := range r.URL.Query()["id"] {
		s.acquire()
		go func() {
			defer s.release()
			call("http://orders/orders/" + id) // want `GET /own of jobshapes waits for orders GET /orders/\{id\}` `GET /own of jobshapes calls orders GET /orders/\{id\} once per element of a loop`
		}()
	}
	s.wait()
}

// progress only counts what has been done already.
func progress(w http.ResponseWriter, r *http.Request) {
	ids := r.URL.Query()["id"]
	steps := make(chan struct{}, len(ids))
	go func() {
		for range ids {
			<-steps
		}
		call("http://users/users/progress")
	}()
	for range ids {
		steps <- struct{}{}
	}
}

func main() {
	p := newPool(4)
	go workBatches()
	users := &actor[string, error]{make(chan request[string, error]), func(id string) error {
		return call("http://users/users/" + id) // want `GET /ask of jobshapes waits for users GET /users/\{id\}`
	}}
	payments := &actor[int, error]{make(chan request[int, error]), func(int) error {
		return call("http://payments/payments")
	}}
	go users.loop()
	go payments.loop()
	http.HandleFunc("GET /do", func(w http.ResponseWriter, r *http.Request) {
		p.do(r.Context(), func() error { return call("http://orders/orders/do") }) // want `GET /do of jobshapes waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /do-other", func(w http.ResponseWriter, r *http.Request) {
		p.do(r.Context(), func() error { return call("http://users/users/do") }) // want `GET /do-other of jobshapes waits for users GET /users/\{id\}`
	})
	http.HandleFunc("POST /start", func(w http.ResponseWriter, r *http.Request) {
		p.start(func() error { return call("http://orders/orders/start") })
	})
	http.HandleFunc("GET /batch", batch)
	http.HandleFunc("GET /ask", func(w http.ResponseWriter, r *http.Request) {
		users.ask(r.FormValue("id"))
	})
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		payments.send(3)
	})
	http.HandleFunc("GET /limited", limited)
	http.HandleFunc("GET /own", own)
	http.HandleFunc("GET /progress", progress)
	http.ListenAndServe(":8080", nil)
	shared.wait()
}
