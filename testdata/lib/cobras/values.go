package main

import (
	"net/http"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// host is a flag's value.
type host struct{ base string }

func (h *host) String() string { return h.base }

func (h *host) Type() string { return "host" }

// Set takes what stands behind the flag.
func (h *host) Set(s string) error {
	h.base = "http://" + strings.TrimSpace(s)
	return nil
}

var (
	users  host
	orders string
	peers  string
)

// values defines flags that functions and types of the program's own parse.
func values(flags *pflag.FlagSet) {
	flags.Func("orders-addr-list", "where orders are", func(s string) error { return nil })
	flags.Func("payments-addr", "where payments are", func(s string) error {
		orders = "http://" + s
		return nil
	})
	flags.Var(&users, "users-addr", "where users are")
	cobra.OnInitialize(func() { peers = os.Getenv("SHOP_ORDERS_URL") })
}

func parsed(w http.ResponseWriter, r *http.Request) {
	http.Post(orders+"/payments", "", nil) // want `GET /parsed of cobras-catalog waits for payments POST /payments`
	http.Get(users.base + "/users/1")      // want `GET /parsed of cobras-catalog waits for users GET /users/\{id\}`
	http.Get(peers + "/orders/1")          // want `GET /parsed of cobras-catalog waits for archive GET /orders/\{id\}`
}
