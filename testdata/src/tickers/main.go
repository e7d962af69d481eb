// Work that goes on by itself: tickers, timers, schedulers. What a handler triggers
// and waits for is a hop, though the function is the same.
package main

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"
)

// cache keeps a copy of the users.
type cache struct {
	mu     sync.Mutex
	client *http.Client
	dirty  chan struct{}
}

func (c *cache) run(ctx context.Context) {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-c.dirty:
			c.fill()
		case <-t.C:
			c.fill()
		}
	}
}

func (c *cache) fill() {
	c.mu.Lock()
	defer c.mu.Unlock()
	resp, err := c.client.Get("http://users/users/all") // want `POST /refresh of tickers waits for users GET /users/\{id\}`
	if err != nil {
		log.Print(err)
		return
	}
	resp.Body.Close()
}

// every is a scheduler of the program's own.
func every(ctx context.Context, d time.Duration, job func(context.Context)) {
	go func() {
		for {
			select {
			case <-time.After(d):
				job(ctx)
			case <-ctx.Done():
				return
			}
		}
	}()
}

func report(ctx context.Context) {
	http.Post("http://orders/orders", "application/json", nil)
}

// watch polls until it is told to stop.
func watch(stop <-chan struct{}) {
	for {
		http.Get("http://orders/orders/new")
		select {
		case <-stop:
			return
		default:
			time.Sleep(5 * time.Second)
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	c := &cache{client: &http.Client{}, dirty: make(chan struct{}, 1)}
	go c.run(ctx)
	every(ctx, time.Hour, report)
	go watch(make(chan struct{}))
	timer := time.AfterFunc(time.Hour, func() { http.Get("http://users/users/hourly") })
	defer timer.Stop()

	http.HandleFunc("POST /refresh", func(w http.ResponseWriter, r *http.Request) { c.fill() })
	http.HandleFunc("POST /dirty", func(w http.ResponseWriter, r *http.Request) {
		select {
		case c.dirty <- struct{}{}:
		default:
		}
		w.WriteHeader(http.StatusAccepted)
	})
	http.ListenAndServe(":8080", nil)
}
