// Goroutines that a handler waits for by way of structs, helpers, middleware and
// semaphores, and look-alikes that it does not wait for.
package main

import (
	"context"
	"net/http"
	"sync"
	"time"
)

func call(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// result comes back with its error on one channel.
type result struct {
	body string
	err  error
}

// fan keeps its channel in a struct.
type fan struct{ results chan result }

func (f *fan) start(url string) {
	go func() {
		f.results <- result{err: call(url)}
	}()
}

func (f *fan) first(ctx context.Context) (result, error) {
	select {
	case r := <-f.results:
		return r, r.err
	case <-ctx.Done():
		return result{}, ctx.Err()
	}
}

func structs(w http.ResponseWriter, r *http.Request) {
	f := &fan{results: make(chan result, 2)}
	f.start("http://orders/orders/1") // want `GET /structs of joinkinds waits for orders GET /orders/\{id\}`
	f.start("http://users/users/1")   // want `GET /structs of joinkinds waits for users GET /users/\{id\}`
	f.first(r.Context())
}

// unread starts what nobody reads.
func unread(w http.ResponseWriter, r *http.Request) {
	f := &fan{results: make(chan result, 2)}
	f.start("http://orders/orders/unread")
	w.WriteHeader(http.StatusAccepted)
}

// poll looks whether there is a result already; it does not wait.
func poll(w http.ResponseWriter, r *http.Request) {
	results := make(chan result, 1)
	go func() { results <- result{err: call("http://users/users/poll")} }()
	select {
	case res := <-results:
		w.Write([]byte(res.body))
	default:
		w.WriteHeader(http.StatusAccepted)
	}
}

// closing has a goroutine wait for the others and close the channel that is read.
func closing(w http.ResponseWriter, r *http.Request) {
	results := make(chan result)
	var wg sync.WaitGroup
	for _, id := range r.URL.Query()["id"] {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- result{err: call("http://orders/orders/" + id)} // want `GET /closing of joinkinds waits for orders GET /orders/\{id\}` `GET /closing of joinkinds calls orders GET /orders/\{id\} once per element of a loop`
		}()
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	for range results {
	}
}

// closed waits only for the end of the channel.
func closed(w http.ResponseWriter, r *http.Request) {
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		call("http://users/users/closed") // want `GET /closed of joinkinds waits for users GET /users/\{id\}`
	}()
	go func() {
		wg.Wait()
		close(done)
	}()
	<-done
}

// logged has a goroutine wait for the others, but nobody for that.
func logged(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		call("http://users/users/logged")
	}()
	go func() {
		wg.Wait()
		println("done")
	}()
}

type loader struct {
	once  sync.Once
	ready chan struct{}
}

// get starts the load once; who comes later waits for the same.
func (l *loader) get() {
	l.once.Do(func() {
		l.ready = make(chan struct{})
		go func() {
			defer close(l.ready)
			call("http://users/users/once") // want `GET /once of joinkinds waits for users GET /users/\{id\}`
		}()
	})
	<-l.ready
}

// warm starts a load that nobody waits for.
func (l *loader) warm() {
	l.once.Do(func() {
		go call("http://payments/payments")
	})
}

func spawn(wg *sync.WaitGroup, url string) {
	wg.Add(1)
	go work(wg, url)
}

func work(wg *sync.WaitGroup, url string) {
	defer wg.Done()
	call(url)
}

func waitAll(wg *sync.WaitGroup, timeout time.Duration) bool {
	done := make(chan struct{})
	go func() {
		defer close(done)
		wg.Wait()
	}()
	select {
	case <-done:
		return true
	case <-time.After(timeout):
		return false
	}
}

func helpers(w http.ResponseWriter, r *http.Request) {
	wg := new(sync.WaitGroup)
	spawn(wg, "http://orders/orders/helpers") // want `GET /helpers of joinkinds waits for orders GET /orders/\{id\}`
	spawn(wg, "http://users/users/helpers")   // want `GET /helpers of joinkinds waits for users GET /users/\{id\}`
	waitAll(wg, time.Second)
}

// background waits in main alone.
var background sync.WaitGroup

func drained(w http.ResponseWriter, r *http.Request) {
	spawn(&background, "http://orders/orders/drained")
}

func goes(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Go(func() { call("http://orders/orders/goes") }) // want `GET /goes of joinkinds waits for orders GET /orders/\{id\}`
	wg.Wait()
}

// limited has as many calls at once as its channel holds.
func limited(w http.ResponseWriter, r *http.Request) {
	slots := make(chan struct{}, 4)
	var wg sync.WaitGroup
	for _, id := range r.URL.Query()["id"] {
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() {
				<-slots
				wg.Done()
			}()
			call("http://users/users/" + id) // want `GET /limited of joinkinds waits for users GET /users/\{id\}` `GET /limited of joinkinds calls users GET /users/\{id\} once per element of a loop`
		}()
	}
	wg.Wait()
}

// filled waits until all slots are free again.
func filled(w http.ResponseWriter, r *http.Request) {
	slots := make(chan struct{}, 4)
	for _, id := range r.URL.Query()["id"] {
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			call("http://orders/orders/" + id) // want `GET /filled of joinkinds waits for orders GET /orders/\{id\}` `GET /filled of joinkinds calls orders GET /orders/\{id\} once per element of a loop`
		}()
	}
	for range cap(slots) {
		slots <- struct{}{}
	}
}

// slots of the whole service bound what runs behind requests.
var slots = make(chan struct{}, 8)

func throttled(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.URL.Query()["id"] {
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			call("http://orders/orders/" + id)
		}()
	}
}

// future is joined by a callee of a callee.
type future struct{ done chan struct{} }

func later(f func()) *future {
	p := &future{done: make(chan struct{})}
	go func() {
		defer close(p.done)
		f()
	}()
	return p
}

func (f *future) wait() { <-f.done }

func await(all ...*future) {
	for _, f := range all {
		f.wait()
	}
}

func futures(w http.ResponseWriter, r *http.Request) {
	a := later(func() { call("http://orders/orders/future") }) // want `GET /futures of joinkinds waits for orders GET /orders/\{id\}`
	b := later(func() { call("http://users/users/future") })   // want `GET /futures of joinkinds waits for users GET /users/\{id\}`
	finish(a, b)
}

func finish(all ...*future) { await(all...) }

func forgotten(w http.ResponseWriter, r *http.Request) {
	later(func() { call("http://orders/orders/forgotten") })
}

// audited starts a call before the handler and waits for it afterwards.
func audited(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		done := make(chan error, 1)
		go func() { done <- call("http://users/users/audit") }() // want `GET /audited of joinkinds waits for users GET /users/\{id\}`
		next(w, r)
		<-done
	}
}

// traced starts a call that nobody waits for.
func traced(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		go call("http://users/users/trace")
		next(w, r)
	}
}

func plain(w http.ResponseWriter, r *http.Request) {}

// afterwards is done when the request's context ends, or in a minute.
func afterwards(w http.ResponseWriter, r *http.Request) {
	context.AfterFunc(r.Context(), func() { call("http://orders/orders/after") })
	time.AfterFunc(time.Minute, func() { call("http://users/users/after") })
}

// delayed waits for what it has done in a second; afterwards is its look-alike.
func delayed(w http.ResponseWriter, r *http.Request) {
	done := make(chan struct{})
	time.AfterFunc(time.Second, func() {
		defer close(done)
		call("http://users/users/1") // want `GET /delayed of joinkinds waits for users GET /users/\{id\}`
	})
	<-done
}

func main() {
	l := &loader{}
	warm := &loader{}
	http.HandleFunc("GET /structs", structs)
	http.HandleFunc("GET /unread", unread)
	http.HandleFunc("GET /poll", poll)
	http.HandleFunc("GET /closing", closing)
	http.HandleFunc("GET /closed", closed)
	http.HandleFunc("GET /logged", logged)
	http.HandleFunc("GET /once", func(w http.ResponseWriter, r *http.Request) { l.get() })
	http.HandleFunc("GET /warm", func(w http.ResponseWriter, r *http.Request) { warm.warm() })
	http.HandleFunc("GET /helpers", helpers)
	http.HandleFunc("GET /drained", drained)
	http.HandleFunc("GET /goes", goes)
	http.HandleFunc("GET /limited", limited)
	http.HandleFunc("GET /filled", filled)
	http.HandleFunc("GET /throttled", throttled)
	http.HandleFunc("GET /futures", futures)
	http.HandleFunc("GET /forgotten", forgotten)
	http.HandleFunc("GET /audited", audited(plain))
	http.HandleFunc("GET /traced", traced(plain))
	http.HandleFunc("GET /afterwards", afterwards)
	http.HandleFunc("GET /delayed", delayed)
	http.ListenAndServe(":8080", nil)
	waitAll(&background, time.Minute)
}
