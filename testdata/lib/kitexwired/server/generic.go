package main

import (
	"context"
	"net/http"

	"github.com/cloudwego/kitex/pkg/generic"
	"github.com/cloudwego/kitex/server/genericserver"
)

// A relay serves all methods by one.
type relay struct{}

// GenericCall is that.
func (relay) GenericCall(ctx context.Context, method string, request interface{}) (interface{}, error) {
	return http.Get("http://users/users/" + method) // want `generic/GenericCall of kitexwired-server waits for users GET /users/\{id\}:`
}

// Other is served by nobody.
func (relay) Other(ctx context.Context, method string) (interface{}, error) {
	return http.Get("http://orders/orders/" + method)
}

// generics serves what is not known beforehand.
func generics() error { return genericserver.NewServer(relay{}, generic.BinaryThriftGeneric()).Run() }
