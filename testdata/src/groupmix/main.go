// Groups whose middlewares are given to a variadic function on registration.
package main

import "net/http"

type middleware func(http.Handler) http.Handler

func chain(mws ...middleware) middleware {
	return func(h http.Handler) http.Handler {
		for i := range mws {
			h = mws[len(mws)-1-i](h)
		}
		return h
	}
}

func introspect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/me") // want `GET /admin of groupmix waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func logging(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

type group struct{ mws []middleware }

func (g *group) use(mws ...middleware) { g.mws = append(g.mws, mws...) }

func (g *group) get(path string, h http.HandlerFunc) {
	http.Handle("GET "+path, chain(g.mws...)(h))
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
