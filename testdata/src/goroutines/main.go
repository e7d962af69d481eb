// Goroutines that the handler waits for are synchronous; those it leaves behind are not.
package main

import (
	"net/http"
	"sync"
)

func main() {
	http.HandleFunc("/waitgroup", waitGroup)
	http.HandleFunc("/waitgroup-go", waitGroupGo)
	http.HandleFunc("/channel", channel)
	http.HandleFunc("/select", selected)
	http.HandleFunc("/detached", detached)
	http.HandleFunc("/pool", pooled)
	go drain()
	http.ListenAndServe(":8080", nil)
}

func get(url string) { http.Get(url) }

func waitGroup(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		get("http://orders/orders/waitgroup") // want `ANY /waitgroup of goroutines waits for orders`
	}()
	wg.Wait()
}

func waitGroupGo(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Go(func() {
		get("http://orders/orders/go") // want `ANY /waitgroup-go of goroutines waits for orders`
	})
	wg.Wait()
}

func channel(w http.ResponseWriter, r *http.Request) {
	done := make(chan struct{})
	go func() {
		get("http://orders/orders/channel") // want `ANY /channel of goroutines waits for orders`
		close(done)
	}()
	<-done
}

func selected(w http.ResponseWriter, r *http.Request) {
	result := make(chan string, 1)
	go func() {
		get("http://orders/orders/select") // want `ANY /select of goroutines waits for orders`
		result <- "done"
	}()
	select {
	case <-result:
	case <-r.Context().Done():
	}
}

var draining sync.WaitGroup

func detached(w http.ResponseWriter, r *http.Request) {
	draining.Add(1)
	go func() {
		defer draining.Done()
		get("http://orders/orders/detached")
	}()
	w.WriteHeader(http.StatusAccepted)
}

func drain() { draining.Wait() }

var jobs = make(chan func())

func init() {
	for range 4 {
		go func() {
			for job := range jobs {
				job()
			}
		}()
	}
}

func pooled(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Add(1)
	jobs <- func() {
		defer wg.Done()
		get("http://orders/orders/pool") // want `ANY /pool of goroutines waits for orders`
	}
	wg.Wait()
	jobs <- func() { get("http://users/users/later") }
}
