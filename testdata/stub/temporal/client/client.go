// Package client stands for the package of this name.
package client

import (
	"context"

	"go.temporal.io/sdk/internal"
)

type (
	Client interface {
		ExecuteWorkflow(ctx context.Context, options StartWorkflowOptions, workflow any, args ...any) (WorkflowRun, error)
		SignalWithStartWorkflow(ctx context.Context, workflowID string, signalName string, signalArg any, options StartWorkflowOptions, workflow any, workflowArgs ...any) (WorkflowRun, error)
		UpdateWorkflow(ctx context.Context, options UpdateWorkflowOptions) (WorkflowUpdateHandle, error)
		UpdateWithStartWorkflow(ctx context.Context, options UpdateWithStartWorkflowOptions) (WorkflowUpdateHandle, error)
		SignalWorkflow(ctx context.Context, workflowID, runID, signalName string, arg any) error
		QueryWorkflow(ctx context.Context, workflowID, runID, queryType string, args ...any) (internal.EncodedValue, error)
		GetWorkflow(ctx context.Context, workflowID, runID string) WorkflowRun
		Close()
	}
	Options                        = internal.ClientOptions
	StartWorkflowOptions           = internal.StartWorkflowOptions
	UpdateWorkflowOptions          = internal.UpdateWorkflowOptions
	UpdateWithStartWorkflowOptions = internal.UpdateWithStartWorkflowOptions
	WorkflowRun                    = internal.WorkflowRun
	WorkflowUpdateHandle           = internal.WorkflowUpdateHandle
)

func Dial(options Options) (Client, error) { return nil, nil }
