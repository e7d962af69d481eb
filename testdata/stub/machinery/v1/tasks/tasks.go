// Package tasks stands for the package of this name.
package tasks

type (
	Arg struct {
		Type  string
		Value any
	}
	Group     struct{ Tasks []*Signature }
	Signature struct {
		Name string
		Args []Arg
	}
)

func NewGroup(signatures ...*Signature) (*Group, error) { return nil, nil }
