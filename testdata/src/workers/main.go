// Everything that works beside the requests of a service. What a handler calls is a hop,
// though a worker calls it too.
package main

import (
	"bufio"
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func init() { go beat() }

// beat starts before main does.
func beat() {
	for {
		http.Post("http://users/users/beat", "text/plain", nil) // runs: poll background
		time.Sleep(time.Minute)
	}
}

// prices is a cache that is warmed at the start, refreshed by itself, and filled by
// requests.
type prices struct {
	mu     sync.Mutex
	client *http.Client
	known  map[string]string
}

func newPrices(ctx context.Context) (*prices, error) {
	p := &prices{client: &http.Client{Timeout: time.Second}, known: map[string]string{}}
	if _, err := p.get("all"); err != nil {
		return nil, err
	}
	go p.refresh(ctx)
	return p, nil
}

func (p *prices) refresh(ctx context.Context) {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			p.get("all")
		case <-ctx.Done():
			return
		}
	}
}

func (p *prices) get(name string) (string, error) {
	resp, err := p.client.Get("http://orders/orders/" + name) /* runs: poll background, request, startup */ // want `GET /price of workers waits for orders GET /orders/\{id\}`
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.known[name] = resp.Status
	return resp.Status, nil
}

// token renews itself for ever.
type token struct{ timer *time.Timer }

func (t *token) renew() {
	http.Post("http://users/users/token", "text/plain", nil) // runs: poll background, startup
	t.timer = time.AfterFunc(time.Hour, t.renew)
}

// lead runs its work while it is the leader.
func lead(ctx context.Context, work func(context.Context)) {
	tick := time.Tick(5 * time.Second)
	leading := false
	for {
		select {
		case <-ctx.Done():
			http.Post("http://users/users/resign", "text/plain", nil) // runs: startup
			return
		case <-tick:
		}
		resp, err := http.Post("http://users/users/campaign", "text/plain", nil) // runs: poll background
		if err != nil || resp.StatusCode != http.StatusOK {
			leading = false
			continue
		}
		if !leading {
			leading = true
			go work(ctx)
		}
	}
}

// settle asks for what is new and waits until there is something.
func settle(ctx context.Context) {
	for ctx.Err() == nil {
		resp, err := http.Get("http://payments/payments?wait=30s") // runs: poll background
		if err != nil {
			continue
		}
		resp.Body.Close()
	}
}

// listen speaks a protocol of its own.
func listen(addr string) error {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	for {
		conn, err := ln.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			continue
		}
		go serve(conn)
	}
}

func serve(conn net.Conn) {
	defer conn.Close()
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		resp, err := http.Get("http://users/users/" + lines.Text()) // runs: poll background
		if err != nil {
			return
		}
		resp.Write(conn)
	}
}

// group is an errgroup of the program's own.
type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (g *group) run(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

func (g *group) wait() error {
	g.wg.Wait()
	return g.err
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	p, err := newPrices(ctx)
	if err != nil {
		log.Fatal(err)
	}
	(&token{}).renew()

	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	go func() {
		for range hup {
			http.Get("http://users/users/reload") // runs: background
		}
	}()

	mux := http.NewServeMux()
	mux.HandleFunc("GET /price", func(w http.ResponseWriter, r *http.Request) {
		price, err := p.get(r.FormValue("name"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Write([]byte(price))
	})
	srv := &http.Server{Addr: ":8080", Handler: mux}
	srv.RegisterOnShutdown(func() { http.Post("http://users/users/bye", "text/plain", nil) }) // runs: background

	g := &group{}
	g.run(srv.ListenAndServe)
	g.run(func() error { return http.ListenAndServe("localhost:6060", nil) })
	g.run(func() error { return listen(":7000") })
	g.run(func() error { lead(ctx, settle); return nil })
	g.run(func() error {
		<-ctx.Done()
		return srv.Shutdown(context.Background())
	})
	if err := g.wait(); err != nil {
		log.Print(err)
	}
	http.Post("http://users/users/stopped", "text/plain", nil) // runs: startup
}
