//go:build wireinject

package main

import (
	"net/http"

	"github.com/google/wire"
)

func initialize() *handler {
	wire.Build(shopSet, wire.Value(http.DefaultClient))
	return nil
}
