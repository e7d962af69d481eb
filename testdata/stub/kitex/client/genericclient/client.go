package genericclient

import (
	"context"

	"github.com/cloudwego/kitex/client"
	"github.com/cloudwego/kitex/client/callopt"
	"github.com/cloudwego/kitex/pkg/generic"
)

// Client calls methods of any service.
type Client interface {
	generic.Closer
	GenericCall(ctx context.Context, method string, request interface{}, callOptions ...callopt.Option) (response interface{}, err error)
}

// NewClient makes a client.
func NewClient(destService string, g generic.Generic, opts ...client.Option) (Client, error) {
	return nil, nil
}
