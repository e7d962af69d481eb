// Package workflow stands for the package of this name.
package workflow

import "go.temporal.io/sdk/internal"

type (
	ActivityOptions     = internal.ActivityOptions
	ChildWorkflowFuture = internal.ChildWorkflowFuture
	Context             = internal.Context
	Future              = internal.Future
	ReceiveChannel      = internal.ReceiveChannel
	RegisterOptions     = internal.RegisterWorkflowOptions
)

func WithActivityOptions(ctx Context, options ActivityOptions) Context { return ctx }

func ExecuteActivity(ctx Context, activity any, args ...any) Future { return nil }

func ExecuteChildWorkflow(ctx Context, childWorkflow any, args ...any) ChildWorkflowFuture {
	return nil
}

func GetSignalChannel(ctx Context, signalName string) ReceiveChannel { return nil }

func SetQueryHandler(ctx Context, queryType string, handler any) error { return nil }

func SetUpdateHandler(ctx Context, updateName string, handler any) error { return nil }

func Go(ctx Context, f func(ctx Context)) {}
