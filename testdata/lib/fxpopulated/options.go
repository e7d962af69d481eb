package main

import (
	"net/http"

	"go.uber.org/fx"
)

type address string

// settings are supplied as they are.
type settings struct{ users string }

type named struct{ base string }

func newNamed(old, current address) *named { return &named{string(current)} }

func (n *named) payment(w http.ResponseWriter, r *http.Request) {
	http.Post(n.base+"/payments", "", nil) // want `GET /payment of fxpopulated waits for payments POST /payments`
}

func (s *settings) user(w http.ResponseWriter, r *http.Request) {
	http.Get(s.users + "/users/1") // want `GET /user of fxpopulated waits for users GET /users/\{id\}`
}

// more supplies, decorates, and names what is provided twice.
var more = fx.Options(
	fx.Supply(&settings{"http://strangers"}),
	fx.Decorate(func(s *settings) *settings { return &settings{"http://users"} }),
	fx.Provide(
		fx.Annotate(func() address { return "http://payments" }, fx.ResultTags(`name:"current"`)),
		fx.Annotate(func() address { return "http://orders" }, fx.ResultTags(`name:"old"`)),
		fx.Annotate(newNamed, fx.ParamTags(`name:"old"`, `name:"current"`)),
	),
	fx.Invoke(func(s *settings, n *named) {
		http.HandleFunc("GET /user", s.user)
		http.HandleFunc("GET /payment", n.payment)
	}),
)
