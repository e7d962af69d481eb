// What commands get is bound to the context of the one that runs: values, interfaces, and
// functions that make them.
package main

import (
	"net/http"
	"os"

	"github.com/alecthomas/kong"
)

// Finder, Keeper, Peers and Trail are what the second program binds to its context.
type Finder interface{ find() }

type finder struct{ base string }

func (f finder) find() {
	http.Get(f.base + "/users/1") // want `GET /bound of kongs-bound waits for users GET /users/\{id\}`
}

// Keeper is provided as an option.
type Keeper struct{ base string }

// Peers is bound as it is.
type Peers struct{ base string }

// Stamp is bound, too.
type Stamp struct{ base string }

// newKeeper binds what comes after it.
func newKeeper(ctx *kong.Context) (*Keeper, error) {
	ctx.Bind(&Peers{"http://payments"})
	return &Keeper{"http://orders"}, nil
}

// Trail is provided to the context.
type Trail struct{ base string }

// Bound is a command that gets all of them.
type Bound struct{}

// Run serves.
func (Bound) Run(f Finder, k *Keeper, p *Peers, t *Trail, s *Stamp) error {
	http.HandleFunc("GET /bound", func(w http.ResponseWriter, r *http.Request) {
		f.find()
		http.Get(k.base + "/orders/1")         // want `GET /bound of kongs-bound waits for orders GET /orders/\{id\}`
		http.Get(t.base + "/orders/1")         // want `GET /bound of kongs-bound waits for archive GET /orders/\{id\}`
		http.Post(s.base+"/payments", "", nil) // want `GET /bound of kongs-bound waits for payments POST /payments`
		http.Post(p.base+"/payments", "", nil) // want `GET /bound of kongs-bound waits for payments POST /payments`
	})
	return http.ListenAndServe(":8080", nil)
}

// bound parses by hand, and adds to the context before a command runs.
func main() {
	var commands struct {
		Bound Bound `cmd:""`
		Other Other `cmd:""`
	}
	parser := kong.Must(&commands, kong.BindSingletonProvider(newKeeper))
	ctx, err := parser.Parse(os.Args[1:])
	parser.FatalIfErrorf(err)
	ctx.Bind(&Stamp{"http://payments"})
	ctx.BindTo(finder{"http://users"}, (*Finder)(nil))
	ctx.BindSingletonProvider(func() (*Trail, error) { return &Trail{"http://archive"}, nil })
	switch ctx.Command() {
	case "other":
		http.HandleFunc("GET /other", func(w http.ResponseWriter, r *http.Request) {
			http.Get("http://orders/orders/1")
		})
	}
	parser.FatalIfErrorf(ctx.Run())
}

// Other is not the command that runs.
type Other struct{}

// Run would serve.
func (Other) Run(p *Stamp) error {
	http.HandleFunc("GET /otherwise", func(w http.ResponseWriter, r *http.Request) {
		http.Post(p.base+"/payments", "", nil)
	})
	return http.ListenAndServe(":8080", nil)
}
