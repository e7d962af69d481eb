// Fan-out shapes that the handler waits for, and ones that it leaves behind.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"
)

func get(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type result struct {
	id  string
	err error
}

// results collects one result per goroutine from a channel.
func results(w http.ResponseWriter, r *http.Request) {
	ids := r.URL.Query()["id"]
	out := make(chan result, len(ids))
	for _, id := range ids {
		go func() {
			out <- result{id, get(r.Context(), "http://orders/orders/"+id)} // want `GET /results of pools waits for orders GET /orders/\{id\}` `GET /results of pools calls orders GET /orders/\{id\} once per element of a loop`
		}()
	}
	for range ids {
		if res := <-out; res.err != nil {
			log.Print(res.id, res.err)
		}
	}
}

// collected closes the channel of results in a goroutine that waits for the others.
func collected(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	out := make(chan error)
	for _, id := range r.URL.Query()["id"] {
		wg.Add(1)
		go func(id string) {
			defer wg.Done()
			out <- get(r.Context(), "http://users/users/"+id) // want `GET /collected of pools waits for users GET /users/\{id\}` `GET /collected of pools calls users GET /users/\{id\} once per element of a loop`
		}(id)
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	for err := range out {
		log.Print(err)
	}
}

// timeout waits for whichever comes first.
func timeout(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	errc := make(chan error, 1)
	go func() { errc <- get(ctx, "http://orders/orders/timeout") }() // want `GET /timeout of pools waits for orders GET /orders/\{id\}`
	select {
	case err := <-errc:
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
		}
	case <-ctx.Done():
		w.WriteHeader(http.StatusGatewayTimeout)
	case <-time.After(time.Minute):
	}
}

// forget waits for nothing: its channel is buffered and nobody receives.
func forget(w http.ResponseWriter, r *http.Request) {
	errc := make(chan error, 1)
	go func() { errc <- get(context.WithoutCancel(r.Context()), "http://users/users/forget") }()
	w.WriteHeader(http.StatusAccepted)
}

// after is run when the request's context ends.
func after(w http.ResponseWriter, r *http.Request) {
	stop := context.AfterFunc(r.Context(), func() { get(context.Background(), "http://users/users/after") })
	defer stop()
	time.AfterFunc(time.Second, func() { get(context.Background(), "http://users/users/timer") })
}

// pool runs functions on a fixed number of workers.
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

func (p *pool) submit(task func()) { p.tasks <- task }

// wait is for the end of the program or of a short-lived pool.
func (p *pool) wait() {
	close(p.tasks)
	p.wg.Wait()
}

type server struct{ background *pool }

// enqueued hands work to a pool that lives as long as the service.
func (s *server) enqueued(w http.ResponseWriter, r *http.Request) {
	s.background.submit(func() { get(context.Background(), "http://users/users/enqueued") })
	w.WriteHeader(http.StatusAccepted)
}

// both joins errors of two goroutines.
func both(w http.ResponseWriter, r *http.Request) {
	var (
		wg   sync.WaitGroup
		errs [2]error
	)
	wg.Add(2)
	go func() {
		defer wg.Done()
		errs[0] = get(r.Context(), "http://orders/orders/both") // want `GET /both of pools waits for orders GET /orders/\{id\}`
	}()
	go func() {
		defer wg.Done()
		errs[1] = get(r.Context(), "http://users/users/both") // want `GET /both of pools waits for users GET /users/\{id\}`
	}()
	wg.Wait()
	if err := errors.Join(errs[:]...); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func main() {
	s := &server{background: newPool(4)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /results", results)
	mux.HandleFunc("GET /collected", collected)
	mux.HandleFunc("GET /timeout", timeout)
	mux.HandleFunc("GET /forget", forget)
	mux.HandleFunc("GET /after", after)
	mux.HandleFunc("GET /enqueued", s.enqueued)
	mux.HandleFunc("GET /both", both)
	srv := &http.Server{Addr: ":8080", Handler: mux}
	srv.RegisterOnShutdown(s.background.wait)
	log.Fatal(srv.ListenAndServe())
}
