// Decorators of a client: each embeds or holds the next one, and overrides some of the
// methods.
package main

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"
)

type users interface {
	Name(ctx context.Context, id string) (string, error)
	Touch(ctx context.Context, id string) error
}

type remote struct {
	base string
	http *http.Client
}

func (r remote) Name(ctx context.Context, id string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.base+"/users/"+id, nil)
	if err != nil {
		return "", err
	}
	resp, err := r.http.Do(req) // want `GET /name/\{id\} of decorators waits for users GET /users/\{id\}`
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Header.Get("X-Name"), nil
}

func (r remote) Touch(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://orders/orders/"+id, nil)
	if err != nil {
		return err
	}
	_, err = r.http.Do(req)
	return err
}

// cached overrides Name and Touch; Touch stays at home.
type cached struct {
	users
	mu    sync.Mutex
	names map[string]string
	seen  map[string]time.Time
}

func (c *cached) Name(ctx context.Context, id string) (string, error) {
	c.mu.Lock()
	name, ok := c.names[id]
	c.mu.Unlock()
	if ok {
		return name, nil
	}
	name, err := c.users.Name(ctx, id)
	if err == nil {
		c.mu.Lock()
		c.names[id] = name
		c.mu.Unlock()
	}
	return name, err
}

func (c *cached) Touch(_ context.Context, id string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen[id] = time.Now()
	return nil
}

// logged overrides Name only.
type logged struct{ users }

func (l logged) Name(ctx context.Context, id string) (string, error) {
	defer func(start time.Time) { log.Printf("name %s: %s", id, time.Since(start)) }(time.Now())
	return l.users.Name(ctx, id)
}

func newUsers(base string) users {
	var u users = remote{base: base, http: http.DefaultClient}
	u = &cached{users: u, names: map[string]string{}, seen: map[string]time.Time{}}
	return logged{u}
}

type api struct{ users users }

func (a *api) name(w http.ResponseWriter, r *http.Request) {
	name, err := a.users.Name(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.Write([]byte(name))
}

func (a *api) touch(w http.ResponseWriter, r *http.Request) {
	if err := a.users.Touch(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func main() {
	a := &api{users: newUsers("http://users")}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /name/{id}", a.name)
	mux.HandleFunc("POST /touch/{id}", a.touch)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
