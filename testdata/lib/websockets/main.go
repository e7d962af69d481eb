// WebSockets: to open one is a call; what is read from and written to it is no other.
package main

import (
	"context"
	"net"
	"net/http"
	"net/url"

	coder "github.com/coder/websocket"
	"github.com/gorilla/websocket"
	xws "golang.org/x/net/websocket"
	nhooyr "nhooyr.io/websocket"
)

func watch(ctx context.Context, id string) error {
	conn, _, err := websocket.DefaultDialer.DialContext(ctx, "ws://orders/orders/"+id, nil) // want `GET /watch of websockets waits for orders GET /orders/\{id\}`
	if err != nil {
		return err
	}
	defer conn.Close()
	for {
		_, data, err := conn.ReadMessage()
		if err != nil {
			return err
		}
		if err := conn.WriteMessage(websocket.TextMessage, data); err != nil {
			return err
		}
	}
}

func accounts(ctx context.Context) error {
	conn, _, err := coder.Dial(ctx, "wss://users/users/7", nil) // want `GET /accounts of websockets waits for users GET /users/\{id\}`
	if err != nil {
		return err
	}
	return conn.Write(ctx, coder.MessageText, nil)
}

func older(ctx context.Context) error {
	_, _, err := nhooyr.Dial(ctx, "ws://users/users/8", nil) // want `GET /older of websockets waits for users GET /users/\{id\}`
	return err
}

func oldest() error {
	cfg, err := xws.NewConfig("ws://users/users/9", "http://websockets")
	if err != nil {
		return err
	}
	if _, err := xws.DialConfig(cfg); err != nil { // want `GET /oldest of websockets waits for users GET /users/\{id\}`
		return err
	}
	_, err = xws.Dial("ws://orders/orders/9", "", "http://websockets") // want `GET /oldest of websockets waits for orders GET /orders/\{id\}`
	return err
}

var upgrader websocket.Upgrader

// feed is at the other end: what it does for its client is the endpoint's.
func feed(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	http.Get("http://users/users/7") // want `GET /feed of websockets waits for users GET /users/\{id\}`
	conn.WriteJSON("ok")
}

func echo(ws *xws.Conn) {
	http.Get("http://orders/orders/7") // want `GET /echo of websockets waits for orders GET /orders/\{id\}`
	ws.Write(nil)
}

// again dials without a context, and over a connection that is there already.
func again() error {
	conn, _, err := websocket.DefaultDialer.Dial("ws://users/users/10", nil) // want `GET /again of websockets waits for users GET /users/\{id\}`
	if err != nil {
		return err
	}
	conn.Close()
	raw, err := net.Dial("tcp", "orders:80")
	if err != nil {
		return err
	}
	u, err := url.Parse("ws://orders/orders/10")
	if err != nil {
		return err
	}
	_, _, err = websocket.NewClient(raw, u, nil, 1024, 1024) // want `GET /again of websockets waits for orders GET /orders/\{id\}`
	return err
}

func pay(ws *xws.Conn) {
	http.Post("http://payments/payments", "text/plain", nil) // want `of websockets \(like 1 other endpoint\) waits for payments POST /payments`
}

// direct hands its request on to handlers by hand.
func direct(w http.ResponseWriter, r *http.Request) {
	xws.Handler(pay).ServeHTTP(w, r)
}

func served(w http.ResponseWriter, r *http.Request) {
	xws.Server{Handler: pay}.ServeHTTP(w, r)
}

func main() {
	http.HandleFunc("GET /again", func(w http.ResponseWriter, r *http.Request) { again() })
	http.HandleFunc("GET /direct", direct)
	http.HandleFunc("GET /served", served)
	http.HandleFunc("GET /watch", func(w http.ResponseWriter, r *http.Request) { watch(r.Context(), r.FormValue("id")) })
	http.HandleFunc("GET /accounts", func(w http.ResponseWriter, r *http.Request) { accounts(r.Context()) })
	http.HandleFunc("GET /older", func(w http.ResponseWriter, r *http.Request) { older(r.Context()) })
	http.HandleFunc("GET /oldest", func(w http.ResponseWriter, r *http.Request) { oldest() })
	http.HandleFunc("GET /feed", feed)
	http.Handle("GET /echo", xws.Handler(echo))
	http.ListenAndServe(":8080", nil)
}
