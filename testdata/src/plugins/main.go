// Modules that register their own routes through an interface, in a loop over those that
// are enabled, with a base struct for what they share.
package main

import (
	"log"
	"net/http"
)

type module interface {
	Name() string
	Routes(r *router)
}

type router struct {
	mux    *http.ServeMux
	prefix string
}

func (r *router) sub(prefix string) *router { return &router{r.mux, r.prefix + prefix} }

func (r *router) get(path string, h http.HandlerFunc) { r.mux.HandleFunc("GET "+r.prefix+path, h) }

type deps struct{ orders, users string }

type orderModule struct{ *deps }

func (orderModule) Name() string { return "orders" }

func (m orderModule) Routes(r *router) {
	r.get("/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get(m.orders + "/orders/" + r.PathValue("id")) // want `GET /api/orders/\{id\} of plugins waits for orders GET /orders/\{id\}`
	})
}

type userModule struct{ *deps }

func (userModule) Name() string { return "users" }

func (m userModule) Routes(r *router) {
	r.get("/{id}", m.find)
}

func (m userModule) find(w http.ResponseWriter, r *http.Request) {
	http.Get(m.users + "/users/" + r.PathValue("id")) // want `GET /api/users/\{id\} of plugins waits for users GET /users/\{id\}`
}

type statusModule struct{}

func (statusModule) Name() string { return "status" }

func (statusModule) Routes(r *router) {
	r.get("", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
}

// disabled is not in the list.
type disabled struct{ *deps }

func (disabled) Name() string { return "disabled" }

func (m disabled) Routes(r *router) {
	r.get("/x", func(w http.ResponseWriter, r *http.Request) { http.Get(m.orders + "/orders/x") })
}

func main() {
	d := &deps{"http://orders", "http://users"}
	modules := []module{orderModule{d}, userModule{d}, statusModule{}}
	root := &router{mux: http.NewServeMux()}
	api := root.sub("/api")
	for _, m := range modules {
		m.Routes(api.sub("/" + m.Name()))
	}
	log.Fatal(http.ListenAndServe(":8080", root.mux))
}
