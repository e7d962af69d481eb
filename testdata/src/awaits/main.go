// Goroutines and what waits for them in different functions.
package main

import (
	"context"
	"net/http"
	"sync"
	"time"
)

func get(url string) { http.Get(url) }

// start gives back the channel that its goroutine answers on.
func start(url string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		get(url)
		out <- "done"
	}()
	return out
}

func received(w http.ResponseWriter, r *http.Request) {
	c := start("http://orders/orders/received") // want `GET /received of awaits waits for orders GET /orders/\{id\}`
	w.Write([]byte(<-c))
}

func dropped(w http.ResponseWriter, r *http.Request) {
	_ = start("http://users/users/dropped")
}

// fetchInto signals a WaitGroup of its caller.
func fetchInto(wg *sync.WaitGroup, out *string, url string) {
	defer wg.Done()
	get(url)
	*out = url
}

func parallel(w http.ResponseWriter, r *http.Request) {
	var (
		wg   sync.WaitGroup
		a, b string
	)
	wg.Add(2)
	go fetchInto(&wg, &a, "http://orders/orders/parallel") // want `GET /parallel of awaits waits for orders GET /orders/\{id\}`
	go fetchInto(&wg, &b, "http://users/users/parallel")   // want `GET /parallel of awaits waits for users GET /users/\{id\}`
	wg.Wait()
	w.Write([]byte(a + b))
}

// nested starts a goroutine in a goroutine: the inner one is left behind.
func nested(w http.ResponseWriter, r *http.Request) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		go get("http://users/users/nested")
		get("http://orders/orders/nested") // want `GET /nested of awaits waits for orders GET /orders/\{id\}`
	}()
	<-done
}

// returned waits for both in a function literal that is deferred.
func deferred(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Go(func() { get("http://orders/orders/deferred") }) // want `GET /deferred of awaits waits for orders GET /orders/\{id\}`
}

// deferredCall calls at the end.
func atEnd(w http.ResponseWriter, r *http.Request) {
	defer get("http://orders/orders/end") // want `GET /at-end of awaits waits for orders GET /orders/\{id\}`
	defer func() {
		get("http://users/users/end") // want `GET /at-end of awaits waits for users GET /users/\{id\}`
	}()
}

type batch struct {
	ctx  context.Context
	wg   sync.WaitGroup
	urls []string
}

func (b *batch) add(url string) {
	b.urls = append(b.urls, url)
	b.wg.Add(1)
	go func() {
		defer b.wg.Done()
		get(url)
	}()
}

func (b *batch) join(d time.Duration) bool {
	done := make(chan struct{})
	go func() {
		b.wg.Wait()
		close(done)
	}()
	select {
	case <-done:
		return true
	case <-time.After(d):
		return false
	}
}

// bounded waits for a batch, but not for ever.
func bounded(w http.ResponseWriter, r *http.Request) {
	b := &batch{ctx: r.Context()}
	b.add("http://orders/orders/bounded") // want `GET /bounded of awaits waits for orders GET /orders/\{id\}`
	if !b.join(time.Second) {
		w.WriteHeader(http.StatusGatewayTimeout)
	}
}

// unjoined adds to a batch that nobody joins.
func unjoined(w http.ResponseWriter, r *http.Request) {
	b := &batch{ctx: r.Context()}
	b.add("http://users/users/unjoined")
}

func main() {
	http.HandleFunc("GET /received", received)
	http.HandleFunc("GET /dropped", dropped)
	http.HandleFunc("GET /parallel", parallel)
	http.HandleFunc("GET /nested", nested)
	http.HandleFunc("GET /deferred", deferred)
	http.HandleFunc("GET /at-end", atEnd)
	http.HandleFunc("GET /bounded", bounded)
	http.HandleFunc("GET /unjoined", unjoined)
	http.ListenAndServe(":8080", nil)
}
