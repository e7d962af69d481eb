// Package api stands for the module of that name.
package api
