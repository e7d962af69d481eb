// Addresses from flags of kingpin, which are described step by step.
package main

import (
	"net/http"

	"github.com/alecthomas/kingpin/v2"
)

var (
	orders = kingpin.Flag("orders-addr", "Where orders are.").Default("http://localhost:1").String()
	users  = kingpin.Flag("people", "Where users are.").Envar("USERS_URL").Required().String()
	level  = kingpin.Flag("log.level", "How much to say.").Default("info").Enum("debug", "info")
)

func order(w http.ResponseWriter, r *http.Request) {
	http.Get(*orders + "/orders/1") // want `GET /order of kingpins waits for orders GET /orders/\{id\}`
	http.Get(*users + "/users/1")   // want `GET /order of kingpins waits for users GET /users/\{id\}`
}

func pay(payments *string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Post(*payments+"/payments", "", nil) // want `POST /pay of kingpins waits for payments POST /payments`
	}
}

func main() {
	app := kingpin.New("kingpins", "A service.")
	var payments string
	app.Flag("payments-addr", "Where payments are.").Short('p').StringVar(&payments)
	kingpin.MustParse(app.Parse(nil))
	kingpin.Parse()
	http.HandleFunc("GET /order", order)
	http.HandleFunc("POST /pay", pay(&payments))
	http.HandleFunc("GET /level", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(*level)) })
	http.ListenAndServe(":8080", nil)
}
