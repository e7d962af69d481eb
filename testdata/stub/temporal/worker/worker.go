// Package worker stands for the package of this name.
package worker

import (
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/internal"
	"go.temporal.io/sdk/workflow"
)

type (
	ActivityRegistry interface {
		RegisterActivity(a any)
		RegisterActivityWithOptions(a any, options activity.RegisterOptions)
	}
	Options  = internal.WorkerOptions
	Registry interface {
		WorkflowRegistry
		ActivityRegistry
	}
	Worker interface {
		Registry
		Run(interruptCh <-chan any) error
	}
	WorkflowRegistry interface {
		RegisterWorkflow(w any)
		RegisterWorkflowWithOptions(w any, options workflow.RegisterOptions)
	}
)

func New(client client.Client, taskQueue string, options Options) Worker { return nil }

func InterruptCh() <-chan any { return nil }
