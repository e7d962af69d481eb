// Package aws stands for the package of this name: the declarations that the cases use,
// as version 1.55 has them.
package aws

import "context"

type (
	Config  struct{ Region *string }
	Context = context.Context
)

func String(v string) *string { return &v }

func StringValue(v *string) string { return *v }
