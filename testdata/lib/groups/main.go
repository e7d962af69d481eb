// errgroup, singleflight and semaphore of x/sync: the handler waits for what it starts.
package main

import (
	"context"
	"net/http"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
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

func limited(w http.ResponseWriter, r *http.Request) {
	g, ctx := errgroup.WithContext(r.Context())
	g.SetLimit(4)
	for _, id := range r.URL.Query()["id"] {
		g.Go(func() error {
			return get(ctx, "http://orders/orders/"+id) // want `GET /limited of groups waits for orders GET /orders/\{id\}` `GET /limited of groups calls orders GET /orders/\{id\} once per element of a loop`
		})
	}
	if err := g.Wait(); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func zero(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	g.Go(func() error { return get(r.Context(), "http://users/users/zero") })      // want `GET /zero of groups waits for users GET /users/\{id\}`
	g.TryGo(func() error { return get(r.Context(), "http://orders/orders/zero") }) // want `GET /zero of groups waits for orders GET /orders/\{id\}`
	if g.Wait() != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

// unwaited starts a group that nobody waits for.
func unwaited(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	g.Go(func() error { return get(context.Background(), "http://users/users/unwaited") })
	w.WriteHeader(http.StatusAccepted)
}

// background belongs to the service; main waits for it at the end.
var background errgroup.Group

func later(w http.ResponseWriter, r *http.Request) {
	background.Go(func() error { return get(context.Background(), "http://users/users/later") })
	w.WriteHeader(http.StatusAccepted)
}

var flights singleflight.Group

func flight(w http.ResponseWriter, r *http.Request) {
	flights.Do("key", func() (any, error) {
		return nil, get(r.Context(), "http://orders/orders/flight") // want `GET /flight of groups waits for orders GET /orders/\{id\}`
	})
}

func flightChan(w http.ResponseWriter, r *http.Request) {
	c := flights.DoChan("chan", func() (any, error) {
		return nil, get(context.WithoutCancel(r.Context()), "http://orders/orders/chan") // want `GET /flight-chan of groups waits for orders GET /orders/\{id\}`
	})
	select {
	case res := <-c:
		if res.Err != nil {
			w.WriteHeader(http.StatusBadGateway)
		}
	case <-r.Context().Done():
	}
}

// flightLeft starts a flight whose end nobody awaits.
func flightLeft(w http.ResponseWriter, r *http.Request) {
	flights.DoChan("left", func() (any, error) {
		return nil, get(context.Background(), "http://orders/orders/left")
	})
	w.WriteHeader(http.StatusAccepted)
}

// holding takes the whole semaphore in the end, and so waits for all that hold one.
func holding(w http.ResponseWriter, r *http.Request) {
	const workers = 4
	sem := semaphore.NewWeighted(workers)
	for _, id := range r.URL.Query()["id"] {
		if sem.Acquire(r.Context(), 1) != nil {
			break
		}
		go func() {
			defer sem.Release(1)
			get(r.Context(), "http://users/users/"+id) // want `GET /holding of groups waits for users GET /users/\{id\}` `GET /holding of groups calls users GET /users/\{id\} once per element of a loop`
		}()
	}
	sem.Acquire(r.Context(), workers)
}

// bounded starts no more than the semaphore allows, and leaves it at that.
func bounded(w http.ResponseWriter, r *http.Request) {
	if err := slots.Acquire(r.Context(), 1); err != nil {
		return
	}
	go func() {
		defer slots.Release(1)
		get(context.Background(), "http://users/users/bounded")
	}()
}

// deep starts its calls in helpers that get the group.
func deep(w http.ResponseWriter, r *http.Request) {
	g, ctx := errgroup.WithContext(r.Context())
	join(ctx, g)
	if finish(g) != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func join(ctx context.Context, g *errgroup.Group) {
	g.Go(func() error { return get(ctx, "http://orders/orders/deep") }) // want `GET /deep of groups waits for orders GET /orders/\{id\}`
}

func finish(g *errgroup.Group) error { return g.Wait() }

var slots = semaphore.NewWeighted(8)

func weighted(w http.ResponseWriter, r *http.Request) {
	if err := slots.Acquire(r.Context(), 1); err != nil {
		return
	}
	defer slots.Release(1)
	get(r.Context(), "http://orders/orders/weighted") // want `GET /weighted of groups waits for orders GET /orders/\{id\}`
}

func main() {
	http.HandleFunc("GET /limited", limited)
	http.HandleFunc("GET /zero", zero)
	http.HandleFunc("GET /unwaited", unwaited)
	http.HandleFunc("GET /later", later)
	http.HandleFunc("GET /flight", flight)
	http.HandleFunc("GET /flight-chan", flightChan)
	http.HandleFunc("GET /flight-left", flightLeft)
	http.HandleFunc("GET /holding", holding)
	http.HandleFunc("GET /bounded", bounded)
	http.HandleFunc("GET /deep", deep)
	http.HandleFunc("GET /weighted", weighted)
	http.ListenAndServe(":8080", nil)
	background.Wait()
}
