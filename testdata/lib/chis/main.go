// A service of chi: routers below others, middleware inline, in a row and around single
// handlers, and what serves all other paths.
package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/" + r.Header.Get("user")) // want `of chis \(like 2 other endpoints\) waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func audit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `ANY /audited of chis \(like 1 other endpoint\) waits for payments POST /payments`
		next.ServeHTTP(w, r)
	})
}

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + chi.URLParam(r, "id")) // want `GET /v1/orders/\{id\} of chis waits for orders GET /orders/\{id\}`
}

func purge(w http.ResponseWriter, r *http.Request) {}

func place(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `POST /v1/orders/ of chis waits for orders POST /orders`
}

func archived(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/" + r.PathValue("id")) // want `GET /admin/orders/\{id\} of chis waits for archive GET /orders/\{id\}`
}

func admin() http.Handler {
	r := chi.NewRouter()
	r.HandleFunc("GET /orders/{id:[0-9]+}", archived)
	return r
}

func legacy() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `POST /old/pay of chis waits for payments POST /payments`
	})
	return mux
}

func moved(w http.ResponseWriter, r *http.Request) {
	http.Get("http://users/users/1") // want `GET /moved of chis waits for users GET /users/\{id\}`
}

func fallback(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/" + r.URL.Query().Get("id")) // want `ANY /\{\.\.\.\} of chis waits for archive GET /orders/\{id\}`
}

// A table has the methods of a router, and serves nothing.
type table struct{ paths []string }

func (t *table) Get(path string, handle http.HandlerFunc) { t.paths = append(t.paths, path) }

func preview(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/1")
}

func main() {
	go behind()
	new(table).Get("/preview", preview)
	r := chi.NewRouter()
	r.Use(middleware.Logger, middleware.Timeout(0))
	r.NotFound(fallback)
	r.Get("/health", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	r.Route("/v1/orders", func(r chi.Router) {
		r.Use(auth)
		r.With(middleware.Throttle(10)).Get("/{id}", order)
		r.Method("PURGE", "/{id}", chi.Chain(audit, middleware.NoCache).HandlerFunc(purge))
		r.Group(func(r chi.Router) {
			r.Post("/", place)
		})
	})
	r.Mount("/admin", admin())
	r.With(middleware.StripPrefix("/old"), middleware.WithValue("payments", "http://payments")).Handle("/old/*", legacy())
	r.With(middleware.New(http.HandlerFunc(moved))).Get("/moved", preview)
	r.Handle("/audited", audit(middleware.Timeout(0)(http.HandlerFunc(purge))))
	http.ListenAndServe(":8080", r)
}

// metered is around the requests that bring a key.
func metered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/key") // want `GET /keyed of chis waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

// behind serves a router that a handler of net/http hands its requests to.
func behind() {
	r := chi.NewRouter()
	r.Use(middleware.Maybe(metered, func(r *http.Request) bool { return r.Header.Get("key") != "" }))
	r.Get("/keyed", purge)
	http.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `GET /keyed of chis waits for payments POST /payments`
		r.ServeHTTP(w, req)
	})
	http.ListenAndServe(":8081", nil)
}
