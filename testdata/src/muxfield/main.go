// Two groups that register the same path and handler: each keeps its own middleware.
package main

import "net/http"

type group struct {
	mux    *http.ServeMux
	prefix string
	mw     func(http.HandlerFunc) http.HandlerFunc
}

func (g *group) get(path string, h http.HandlerFunc) {
	g.mux.HandleFunc("GET "+g.prefix+path, g.mw(h))
}

func introspect(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/me") // want `GET /admin/a of muxfield waits for users GET /users/\{id\}`
		next(w, r)
	}
}

func logging(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next(w, r)
	}
}

func ok(w http.ResponseWriter, r *http.Request) {}

func main() {
	mux := http.NewServeMux()
	admin := &group{mux: mux, prefix: "/admin", mw: introspect}
	admin.get("/a", ok)
	public := &group{mux: mux, prefix: "/public", mw: logging}
	public.get("/a", ok)
	http.ListenAndServe(":8080", mux)
}
