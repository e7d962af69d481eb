// Package internal stands for the package of this name: the declarations that the cases
// use, as version 1.50 of the module has them.
package internal

import (
	"context"
	"time"
)

type (
	ActivityOptions struct {
		TaskQueue           string
		StartToCloseTimeout time.Duration
	}
	ChildWorkflowFuture interface{ Future }
	ClientOptions       struct{ HostPort string }
	Context             interface{ Value(key any) any }
	EncodedValue        interface{ Get(valuePtr any) error }
	Future              interface {
		Get(ctx Context, valuePtr any) error
		IsReady() bool
	}
	ReceiveChannel interface {
		Receive(ctx Context, valuePtr any) (more bool)
	}
	RegisterActivityOptions        struct{ Name string }
	RegisterWorkflowOptions        struct{ Name string }
	StartWorkflowOptions           struct{ ID, TaskQueue string }
	UpdateWithStartWorkflowOptions struct{ UpdateOptions UpdateWorkflowOptions }
	UpdateWorkflowOptions          struct {
		WorkflowID, UpdateName string
		Args                   []any
	}
	WorkflowUpdateHandle interface {
		Get(ctx context.Context, valuePtr any) error
	}
	WorkerOptions struct{}
	WorkflowRun   interface {
		GetID() string
		Get(ctx context.Context, valuePtr any) error
	}
)
