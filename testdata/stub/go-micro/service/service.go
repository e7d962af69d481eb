package service

import (
	"go-micro.dev/v6/client"
	"go-micro.dev/v6/server"
)

// Service has a client and a server.
type Service interface {
	Init()
	Client() client.Client
	Server() server.Server
	Run() error
}
