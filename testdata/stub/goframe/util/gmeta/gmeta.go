// Package gmeta has the declarations of GoFrame that the cases use.
package gmeta

type Meta struct{}
