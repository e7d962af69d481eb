// Jobs that go from hand to hand before they are done, and goroutines of goroutines;
// those that only pass something on are not waited for themselves.
package main

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
)

func call(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type job struct {
	url  string
	done chan error
}

// dispatcher hands each job to whichever worker is free.
type dispatcher struct {
	jobs chan job
	free chan chan job
}

func (d *dispatcher) run() {
	for j := range d.jobs {
		go func(j job) {
			worker := <-d.free
			worker <- j
		}(j)
	}
}

type worker struct {
	free chan chan job
	jobs chan job
	quit chan bool
}

func (w *worker) start() {
	go func() {
		for {
			w.free <- w.jobs
			select {
			case j := <-w.jobs:
				err := call(j.url)
				if j.done != nil {
					j.done <- err
				}
			case <-w.quit:
				return
			}
		}
	}()
}

func (d *dispatcher) wait(ctx context.Context, url string) error {
	j := job{url: url, done: make(chan error, 1)}
	d.jobs <- j
	select {
	case err := <-j.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// nested waits for a goroutine of a goroutine.
func nested(w http.ResponseWriter, r *http.Request) {
	done := make(chan struct{})
	go func() {
		go func() {
			defer close(done)
			call("http://orders/orders/nested") // want `GET /nested of jobrelays waits for orders GET /orders/\{id\}`
		}()
		call("http://users/users/nested")
	}()
	<-done
}

// ordered reads the results in the order in which it asked for them.
func ordered(w http.ResponseWriter, r *http.Request) {
	call("http://users/users/ordered") // want `GET /ordered of jobrelays waits for users GET /users/\{id\}`
	queue := make(chan chan error, 8)
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		defer close(queue)
		for _, id := range r.URL.Query()["id"] {
			c := make(chan error, 1)
			select {
			case queue <- c:
			case <-stop:
				return
			}
			go func() {
				c <- call("http://orders/orders/" + id) // want `GET /ordered of jobrelays waits for orders GET /orders/\{id\}` `GET /ordered of jobrelays calls orders GET /orders/\{id\} once per element of a loop`
			}()
		}
	}()
	for c := range queue {
		<-c
	}
}

// counted ends with whoever is the last.
func counted(w http.ResponseWriter, r *http.Request) {
	var left atomic.Int32
	done := make(chan struct{})
	left.Store(2)
	finish := func() {
		if left.Add(-1) == 0 {
			close(done)
		}
	}
	go func() {
		defer finish()
		call("http://orders/orders/counted") // want `GET /counted of jobrelays waits for orders GET /orders/\{id\}`
	}()
	go func() {
		defer finish()
		call("http://users/users/counted") // want `GET /counted of jobrelays waits for users GET /users/\{id\}`
	}()
	<-done
}

// batch is a group of its own.
type batch struct {
	sync.WaitGroup
	errs []error
	mu   sync.Mutex
}

func (b *batch) run(fs ...func() error) {
	for _, f := range fs {
		b.Add(1)
		go func() {
			defer b.Done()
			if err := f(); err != nil {
				b.mu.Lock()
				defer b.mu.Unlock()
				b.errs = append(b.errs, err)
			}
		}()
	}
}

func parallel(fs ...func() error) error {
	var b batch
	b.run(fs...)
	b.Wait()
	for _, err := range b.errs {
		return err
	}
	return nil
}

func batched(w http.ResponseWriter, r *http.Request) {
	parallel(
		func() error { return call("http://orders/orders/batched") }, // want `GET /batched of jobrelays waits for orders GET /orders/\{id\}`
		func() error { return call("http://users/users/batched") },   // want `GET /batched of jobrelays waits for users GET /users/\{id\}`
	)
}

func unbatched(w http.ResponseWriter, r *http.Request) {
	var b batch
	b.run(func() error { return call("http://orders/orders/unbatched") })
}

// async and await are what many write for themselves.
func async[T any](f func() (T, error)) <-chan outcome[T] {
	c := make(chan outcome[T], 1)
	go func() {
		v, err := f()
		c <- outcome[T]{v, err}
	}()
	return c
}

type outcome[T any] struct {
	value T
	err   error
}

func await[T any](ctx context.Context, c <-chan outcome[T]) (T, error) {
	select {
	case o := <-c:
		return o.value, o.err
	case <-ctx.Done():
		var zero T
		return zero, ctx.Err()
	}
}

func awaited(w http.ResponseWriter, r *http.Request) {
	a := async(func() (string, error) { return "", call("http://orders/orders/awaited") }) // want `GET /awaited of jobrelays waits for orders GET /orders/\{id\}`
	async(func() (string, error) { return "", call("http://users/users/unawaited") })
	await(r.Context(), a)
}

// own has workers of the request's own, who share one channel of results.
func own(w http.ResponseWriter, r *http.Request) {
	ids := r.URL.Query()["id"]
	jobs := make(chan job)
	results := make(chan error)
	for range 4 {
		go func() {
			for j := range jobs {
				results <- call(j.url) // want `GET /own of jobrelays waits for users GET /users/\{id\}` `GET /own of jobrelays calls users GET /users/\{id\} once per element of a loop`
			}
		}()
	}
	go func() {
		defer close(jobs)
		for _, id := range ids {
			jobs <- job{url: "http://users/users/" + id}
		}
	}()
	for range ids {
		<-results
	}
}

// broadcast has a logger that gets the job too.
type broadcast struct{ subscribers []chan job }

func (b *broadcast) send(j job) {
	for _, s := range b.subscribers {
		s <- j
	}
}

func main() {
	d := &dispatcher{jobs: make(chan job), free: make(chan chan job, 4)}
	for range 4 {
		(&worker{free: d.free, jobs: make(chan job), quit: make(chan bool)}).start()
	}
	go d.run()
	b := &broadcast{}
	for range 2 {
		c := make(chan job)
		b.subscribers = append(b.subscribers, c)
		go func() {
			for j := range c {
				call("http://payments/log")
				if j.done == nil {
					return
				}
			}
		}()
	}
	http.HandleFunc("GET /dispatched", func(w http.ResponseWriter, r *http.Request) {
		d.wait(r.Context(), "http://orders/orders/dispatched") // want `GET /dispatched of jobrelays waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /other", func(w http.ResponseWriter, r *http.Request) {
		d.wait(r.Context(), "http://users/users/other") // want `GET /other of jobrelays waits for users GET /users/\{id\}`
	})
	http.HandleFunc("POST /dispatched", func(w http.ResponseWriter, r *http.Request) {
		d.jobs <- job{url: "http://payments/payments"}
	})
	http.HandleFunc("POST /broadcast", func(w http.ResponseWriter, r *http.Request) {
		done := make(chan error)
		b.send(job{"", done})
		go func() { done <- nil }()
		<-done
	})
	http.HandleFunc("GET /nested", nested)
	http.HandleFunc("GET /ordered", ordered)
	http.HandleFunc("GET /counted", counted)
	http.HandleFunc("GET /batched", batched)
	http.HandleFunc("GET /unbatched", unbatched)
	http.HandleFunc("GET /awaited", awaited)
	http.HandleFunc("GET /own", own)
	http.ListenAndServe(":8080", nil)
}
