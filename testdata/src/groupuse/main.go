// Two groups with middlewares of their own, added with append.
package main

import "net/http"

type middleware func(http.HandlerFunc) http.HandlerFunc

func introspect(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/me") // want `GET /admin of groupuse waits for users GET /users/\{id\}`
		next(w, r)
	}
}

func logging(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next(w, r)
	}
}

type group struct{ mws []middleware }

func (g *group) use(mws ...middleware) { g.mws = append(g.mws, mws...) }

func (g *group) get(path string, h http.HandlerFunc) {
	for _, mw := range g.mws {
		h = mw(h)
	}
	http.HandleFunc("GET "+path, h)
}

func ok(w http.ResponseWriter, r *http.Request) {}

func main() {
	admin := &group{}
	admin.use(logging, introspect)
	admin.get("/admin", ok)
	public := &group{}
	public.use(logging)
	public.get("/public", ok)
	http.ListenAndServe(":8080", nil)
}
