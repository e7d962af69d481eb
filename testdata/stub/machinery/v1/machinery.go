// Package machinery stands for the package of this name: the declarations that the cases
// use, as version 1 has them.
package machinery

import (
	"context"

	"github.com/RichardKnop/machinery/v1/backends/result"
	"github.com/RichardKnop/machinery/v1/config"
	"github.com/RichardKnop/machinery/v1/tasks"
)

type (
	Server struct{}
	Worker struct{}
)

func NewServer(cnf *config.Config) (*Server, error) { return nil, nil }

func (*Server) RegisterTask(name string, taskFunc any) error { return nil }

func (*Server) RegisterTasks(namedTaskFuncs map[string]any) error { return nil }

func (*Server) SendTask(signature *tasks.Signature) (*result.AsyncResult, error) { return nil, nil }

func (*Server) SendTaskWithContext(ctx context.Context, signature *tasks.Signature) (*result.AsyncResult, error) {
	return nil, nil
}

func (*Server) SendGroup(group *tasks.Group, sendConcurrency int) ([]*result.AsyncResult, error) {
	return nil, nil
}

func (*Server) NewWorker(consumerTag string, concurrency int) *Worker { return nil }

func (*Worker) Launch() error { return nil }
