// A struct that describes the command line: flags with their variables, prefixes and
// defaults, and commands whose methods get what was bound.
package main

import (
	"context"
	"net/http"

	"github.com/alecthomas/kong"
)

// Globals are flags of all commands.
type Globals struct {
	Orders string `name:"orders" env:"ORDERS_URL" default:"http://localhost:9000"`
}

// Backend is embedded with a prefix.
type Backend struct {
	Addr string
	URL  string `env:"URL"`
}

// Deps are bound.
type Deps struct{ client *http.Client }

// Serve is a command.
type Serve struct {
	UsersAddr string
	Payments  Backend `embed:"" prefix:"payments-" envprefix:"PAYMENTS_"`
}

// Run serves.
func (c *Serve) Run(ctx context.Context, g *Globals, d *Deps) error {
	http.HandleFunc("GET /variable", func(w http.ResponseWriter, r *http.Request) {
		d.client.Get(g.Orders + "/orders/1") // want `GET /variable of kongs-serve waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /field", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://" + c.UsersAddr + "/users/1") // want `GET /field of kongs-serve waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /prefix", func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://"+c.Payments.Addr+"/payments", "application/json", nil) // want `GET /prefix of kongs-serve waits for payments POST /payments`
	})
	http.HandleFunc("GET /envprefix", func(w http.ResponseWriter, r *http.Request) {
		http.Post(c.Payments.URL+"/payments", "application/json", nil) // want `GET /envprefix of kongs-serve waits for payments POST /payments`
	})
	return http.ListenAndServe(":8080", nil)
}

// StockTake is another command.
type StockTake struct{}

// Run serves, too.
func (StockTake) Run(g *Globals) error {
	http.HandleFunc("GET /stock", func(w http.ResponseWriter, r *http.Request) {
		http.Get(g.Orders + "/orders/1") // want `GET /stock of kongs-stock waits for orders GET /orders/\{id\}`
	})
	return http.ListenAndServe(":8080", nil)
}

var cli struct {
	Globals
	Serve     Serve     `cmd:""`
	StockTake StockTake `cmd:""`
}

func main() {
	ctx := kong.Parse(&cli,
		kong.Name("shop"),
		kong.BindTo(context.Background(), (*context.Context)(nil)),
		kong.Bind(&Deps{http.DefaultClient}))
	ctx.FatalIfErrorf(ctx.Run(&cli.Globals))
}
