package genericserver

import (
	"github.com/cloudwego/kitex/pkg/generic"
	"github.com/cloudwego/kitex/server"
)

// NewServer makes a server of an object that serves all methods.
func NewServer(handler generic.Service, g generic.Generic, opts ...server.Option) server.Server {
	return nil
}
