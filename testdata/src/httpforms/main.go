// The less common forms of net/http: the default router by its name, handlers that are
// called or wrapped, servers on a listener or with TLS, and clients without a Client.
package main

import (
	"context"
	"net"
	"net/http"
	"net/http/httputil"
	"time"
)

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + r.PathValue("id")) // want `of httpforms \(like 2 other endpoints\) waits for orders GET /orders/\{id\}`
}

// direct hands the request on by hand.
func direct(w http.ResponseWriter, r *http.Request) {
	http.HandlerFunc(order).ServeHTTP(w, r)
}

type checked struct{ next http.Handler }

func (c checked) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	http.Head("http://users/users/" + r.Header.Get("user")) // want `POST /wrapped/pay of httpforms waits for users GET /users/\{id\}`
	c.next.ServeHTTP(w, r)
}

func pay(w http.ResponseWriter, r *http.Request) {
	http.Post("http://payments/payments", "text/plain", r.Body) // want `POST /wrapped/pay of httpforms waits for payments POST /payments`
}

func limited(w http.ResponseWriter, r *http.Request) {
	new(http.Client).Head("http://orders/orders/1") // want `GET /limited of httpforms waits for orders GET /orders/\{id\}`
}

func query(w http.ResponseWriter, r *http.Request) {
	req, _ := http.NewRequest(http.MethodPost, "http://orders/orders", nil)
	new(http.Transport).RoundTrip(req) // want `GET /query of httpforms waits for orders POST /orders`
}

// pinned sends its request over a connection of its own, of which making it is no call.
func pinned(w http.ResponseWriter, r *http.Request) {
	conn, err := new(http.Transport).NewClientConn(r.Context(), "http", "orders:80")
	if err != nil {
		return
	}
	defer conn.Close()
	req, _ := http.NewRequestWithContext(context.Background(), http.MethodGet, "http://orders/orders/2", nil)
	conn.RoundTrip(req) // want `GET /pinned of httpforms waits for orders GET /orders/\{id\}`
}

// dialled does so the old way.
func dialled(w http.ResponseWriter, r *http.Request) {
	conn, err := net.Dial("tcp", "users:80")
	if err != nil {
		return
	}
	req, _ := http.NewRequest(http.MethodGet, "http://users/users/2", nil)
	httputil.NewClientConn(conn, nil).Do(req) // want `GET /dialled of httpforms waits for users GET /users/\{id\}`
}

// dumped writes a request to where it is answered with nothing.
func dumped(w http.ResponseWriter, r *http.Request) {
	req, _ := http.NewRequest(http.MethodGet, "http://orders/orders/3", nil)
	req.Write(w)
}

// wrapped serves TLS with a router of its own.
func wrapped() {
	mux := http.NewServeMux()
	mux.Handle("POST /wrapped/pay", checked{http.TimeoutHandler(http.HandlerFunc(pay), time.Second, "")})
	mux.Handle("GET /limited", http.MaxBytesHandler(http.HandlerFunc(limited), 1<<20))
	mux.Handle("GET /query", http.AllowQuerySemicolons(http.HandlerFunc(query)))
	http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", http.NewCrossOriginProtection().Handler(mux))
}

// listening has its own listener.
func listening(l net.Listener) {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /pinned", pinned)
	mux.HandleFunc("GET /dialled", dialled)
	mux.HandleFunc("GET /dumped", dumped)
	mux.HandleFunc("GET /listened/{id}", order)
	http.Serve(l, mux)
}

func main() {
	mux := http.DefaultServeMux
	mux.HandleFunc("GET /orders/{id}", order)
	http.HandleFunc("GET /direct/{id}", direct)
	go wrapped()
	if l, err := net.Listen("tcp", ":8081"); err == nil {
		go listening(l)
	}
	http.ListenAndServe(":8080", nil)
}
