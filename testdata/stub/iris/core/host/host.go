// Package host has the declarations of iris's servers that the cases use.
package host

type (
	Supervisor   struct{}
	Configurator func(su *Supervisor)
)
