// A client of net/rpc over connections that it opened itself: its calls go on in the
// methods of the server.
package main

import (
	"log"
	"net"
	"net/http"
	"net/rpc"
	"net/rpc/jsonrpc"
)

func main() {
	conn, err := net.Dial("tcp", "quotes:1234")
	if err != nil {
		log.Fatal(err)
	}
	quotes := jsonrpc.NewClient(conn)
	other, err := net.Dial("tcp", "payments:1234")
	if err != nil {
		log.Fatal(err)
	}
	payments := rpc.NewClientWithCodec(jsonrpc.NewClientCodec(other))
	http.HandleFunc("GET /ask", func(w http.ResponseWriter, r *http.Request) {
		var price int
		quotes.Call("Quotes.Ask", "1", &price) // want `GET /ask of netrpcchain-client waits for netrpcchain-server Quotes/Ask` `GET /ask of netrpcchain-client waits for a chain of 2 hops, netrpcchain-client → netrpcchain-server → users:`
	})
	http.HandleFunc("GET /count", func(w http.ResponseWriter, r *http.Request) {
		var n int
		quotes.Call("Quotes.Count", "1", &n) // want `GET /count of netrpcchain-client waits for netrpcchain-server Quotes/Count`
	})
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		var n int
		payments.Call("Payments.Charge", "1", &n) // want `POST /pay of netrpcchain-client waits for payments Payments/Charge`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
