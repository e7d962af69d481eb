// Goroutines behind helpers: futures that are awaited or not, a group of the service's
// own, a semaphore.
package main

import (
	"log"
	"net/http"
	"sync"
)

func get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A future is a value that is there later.
type future[T any] struct {
	done chan struct{}
	val  T
	err  error
}

func async[T any](f func() (T, error)) *future[T] {
	fut := &future[T]{done: make(chan struct{})}
	go func() {
		defer close(fut.done)
		fut.val, fut.err = f()
	}()
	return fut
}

func (f *future[T]) await() (T, error) {
	<-f.done
	return f.val, f.err
}

func awaited(w http.ResponseWriter, r *http.Request) {
	order := async(func() (int, error) { return 1, get("http://orders/orders/1") })  // want `GET /awaited of futures waits for orders GET /orders/\{id\}`
	user := async(func() (string, error) { return "", get("http://users/users/1") }) // want `GET /awaited of futures waits for users GET /users/\{id\}`
	if _, err := order.await(); err != nil {
		log.Print(err)
	}
	if _, err := user.await(); err != nil {
		log.Print(err)
	}
}

// ignored starts one that it does not wait for.
func ignored(w http.ResponseWriter, r *http.Request) {
	async(func() (bool, error) { return true, get("http://users/users/ignored") })
}

// group is what errgroup is, written by hand.
type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
	sem  chan struct{}
}

func (g *group) run(f func() error) {
	if g.sem != nil {
		g.sem <- struct{}{}
	}
	g.wg.Add(1)
	go func() {
		defer g.done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

func (g *group) done() {
	if g.sem != nil {
		<-g.sem
	}
	g.wg.Done()
}

func (g *group) wait() error {
	g.wg.Wait()
	return g.err
}

func grouped(w http.ResponseWriter, r *http.Request) {
	g := &group{sem: make(chan struct{}, 2)}
	g.run(func() error { return get("http://orders/orders/2") }) // want `GET /grouped of futures waits for orders GET /orders/\{id\}`
	g.run(func() error { return get("http://users/users/2") })   // want `GET /grouped of futures waits for users GET /users/\{id\}`
	if err := g.wait(); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

// safeGo is how a service starts what nobody waits for.
func safeGo(f func()) {
	go func() {
		defer func() {
			if p := recover(); p != nil {
				log.Print(p)
			}
		}()
		f()
	}()
}

func left(w http.ResponseWriter, r *http.Request) {
	safeGo(func() { get("http://users/users/left") })
	go get("http://users/users/left")
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	http.HandleFunc("GET /awaited", awaited)
	http.HandleFunc("GET /ignored", ignored)
	http.HandleFunc("GET /grouped", grouped)
	http.HandleFunc("GET /left", left)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
