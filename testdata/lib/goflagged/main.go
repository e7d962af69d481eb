// Addresses from a struct that go-flags fills, and a command of it.
package main

import (
	"net/http"
	"os"

	"github.com/jessevdk/go-flags"
)

type options struct {
	Orders string `long:"orders-addr" description:"Where orders are." default:"http://localhost:1"`
	Users  string `long:"people" env:"USERS_URL"`
	Level  string `long:"level" default:"info"`

	Serve serve `command:"serve"`
}

type serve struct {
	Payments string `long:"payments-addr"`
}

// Execute runs the command.
func (s *serve) Execute(args []string) error {
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		http.Post(s.Payments+"/payments", "", nil) // want `POST /pay of goflagged waits for payments POST /payments`
	})
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		http.Get(opts.Orders + "/orders/1") // want `GET /order of goflagged waits for orders GET /orders/\{id\}`
		http.Get(opts.Users + "/users/1")   // want `GET /order of goflagged waits for users GET /users/\{id\}`
		w.Write([]byte(opts.Level))
	})
	return http.ListenAndServe(":8080", nil)
}

var opts options

func main() {
	if _, err := flags.NewParser(&opts, flags.Default).Parse(); err != nil {
		os.Exit(1)
	}
}
