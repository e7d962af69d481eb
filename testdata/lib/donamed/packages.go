package main

import (
	"net/http"

	"github.com/samber/do/v2"
)

type stock struct{ price *price }

type price struct{ base string }

func (s *stock) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	http.Get(s.price.base + "/users/2") // want `GET /stock of donamed waits for users GET /users/\{id\}`
}

// stocked fills the injector as it is made.
func stocked(i do.Injector) {
	do.Provide(i, func(i do.Injector) (*stock, error) { return &stock{do.MustInvoke[*price](i)}, nil })
}

// priced fills a scope.
func priced(i do.Injector) { do.ProvideValue(i, &price{"http://users"}) }
