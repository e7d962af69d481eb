// Package worker stands for the package of this name.
package worker

import (
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/internal"
)

type (
	ActivityRegistry interface{ RegisterActivity(a any) }
	Options          = internal.WorkerOptions
	Registry         interface {
		WorkflowRegistry
		ActivityRegistry
	}
	Worker interface {
		Registry
		Run(interruptCh <-chan any) error
	}
	WorkflowRegistry interface{ RegisterWorkflow(w any) }
)

func New(client client.Client, taskQueue string, options Options) Worker { return nil }

func InterruptCh() <-chan any { return nil }
