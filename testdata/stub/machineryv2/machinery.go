// Package machinery stands for the package of this name: the declarations that the cases
// use, as version 2 has them.
package machinery

import (
	"github.com/RichardKnop/machinery/v1/backends/result"
	"github.com/RichardKnop/machinery/v1/config"
	"github.com/RichardKnop/machinery/v1/tasks"
)

type Server struct{}

func NewServer(cnf *config.Config, brokerServer, backendServer, lock any) *Server { return nil }

func (*Server) RegisterTasks(namedTaskFuncs map[string]any) error { return nil }

func (*Server) SendTask(signature *tasks.Signature) (*result.AsyncResult, error) { return nil, nil }
