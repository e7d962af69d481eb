// Package activity stands for the package of this name.
package activity

import "go.temporal.io/sdk/internal"

type RegisterOptions = internal.RegisterActivityOptions
