// Two groups with middlewares of their own, chained by a variadic function.
package main

import "net/http"

type middleware func(http.HandlerFunc) http.HandlerFunc

func introspect(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/me") // want `GET /admin of groupchain waits for users GET /users/\{id\}`
		next(w, r)
	}
}

func logging(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next(w, r)
	}
}

func chain(mws ...middleware) middleware {
	return func(h http.HandlerFunc) http.HandlerFunc {
		for i := range mws {
			h = mws[len(mws)-1-i](h)
		}
		return h
	}
}

func ok(w http.ResponseWriter, r *http.Request) {}

func main() {
	admin := chain(logging, introspect)
	public := chain(logging)
	http.HandleFunc("GET /admin", admin(ok))
	http.HandleFunc("GET /public", public(ok))
	http.ListenAndServe(":8080", nil)
}
