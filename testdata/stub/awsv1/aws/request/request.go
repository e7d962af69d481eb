// Package request stands for the package of this name.
package request

type (
	Option  func(*Request)
	Request struct{}
)
