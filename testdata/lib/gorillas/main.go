// A service of gorilla: routes that are made step by step, routers below others, and
// handlers around them.
package main

import (
	"net/http"
	"os"

	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
)

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/" + r.Header.Get("user")) // want `of gorillas \(like 2 other endpoints\) waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + mux.Vars(r)["id"]) // want `GET /v1/orders/\{id\} of gorillas waits for orders GET /orders/\{id\}`
}

func place(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `POST /v1/orders of gorillas waits for orders POST /orders`
}

func archived(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/" + r.URL.Path) // want `GET /admin/ of gorillas waits for archive GET /orders/\{id\}`
}

func pay(w http.ResponseWriter, r *http.Request) {
	http.Post("http://payments/payments", "text/plain", nil) // want `POST /pay of gorillas waits for payments POST /payments`
}

func missing(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/1") // want `ANY /\{\.\.\.\} of gorillas waits for archive GET /orders/\{id\}`
}

func main() {
	go behind()
	r := mux.NewRouter().StrictSlash(true)
	r.NotFoundHandler = http.HandlerFunc(missing)
	r.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) {}).Methods("GET")
	r.Methods("POST").Path("/pay").HandlerFunc(pay)
	r.MatcherFunc(func(r *http.Request, m *mux.RouteMatch) bool { return true }).Methods("GET").PathPrefix("/admin").
		Handler(handlers.CompressHandler(mux.MiddlewareFunc(auth).Middleware(http.HandlerFunc(archived))))
	v1 := r.PathPrefix("/v1").Subrouter()
	v1.Use(mux.CORSMethodMiddleware(v1), auth)
	v1.HandleFunc("/orders/{id:[0-9]+}", order).Methods(http.MethodGet, http.MethodHead).Name("order")
	v1.Handle("/orders", handlers.MethodHandler{"POST": http.HandlerFunc(place)}).Methods("POST")
	logged := handlers.LoggingHandler(os.Stdout, handlers.RecoveryHandler()(r))
	http.ListenAndServe(":8080", handlers.CORS(handlers.AllowCredentials())(logged))
}
