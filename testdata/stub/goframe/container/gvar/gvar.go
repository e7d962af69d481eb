// Package gvar has the declarations of GoFrame's variables that the cases use.
package gvar

type Var struct{}

func (v *Var) String() string { return "" }
