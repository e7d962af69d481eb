// One helper for several targets: the line that names the target is the finding's.
package main

import "net/http"

type client struct {
	base string
	http *http.Client
}

func (c *client) get(path string) (*http.Response, error) {
	return c.do(http.MethodGet, path)
}

func (c *client) do(method, path string) (*http.Response, error) {
	req, err := http.NewRequest(method, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

func newClient(base string) *client {
	return &client{base: base, http: &http.Client{}}
}

type server struct{ orders, users, idle *client }

func (s *server) profile(w http.ResponseWriter, r *http.Request) {
	s.orders.get("/orders/" + r.PathValue("id")) // want `waits for orders GET /orders/\{id\}`
	s.users.get("/users/" + r.PathValue("id"))   // want `waits for users GET /users/\{id\}`
}

func main() {
	s := &server{
		orders: newClient("http://orders"),
		users:  newClient("http://users"),
		idle:   newClient("http://payments"),
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /profile/{id}", s.profile)
	http.ListenAndServe(":8080", mux)
}
