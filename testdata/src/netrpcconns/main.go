// A client of net/rpc over connections that it opened itself.
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
		quotes.Call("Quotes.Ask", "1", &price) // want `GET /ask of netrpcconns waits for quotes Quotes/Ask:`
	})
	http.HandleFunc("GET /count", func(w http.ResponseWriter, r *http.Request) {
		var n int
		quotes.Call("Quotes.Count", "1", &n) // want `GET /count of netrpcconns waits for quotes Quotes/Count:`
	})
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		var n int
		payments.Call("Payments.Charge", "1", &n) // want `POST /pay of netrpcconns waits for payments Payments/Charge`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
