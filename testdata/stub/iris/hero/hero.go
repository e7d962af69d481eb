// Package hero has the declarations of iris's dependencies that the cases use.
package hero

type Dependency struct{}
