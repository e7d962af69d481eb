// Package rpcx stands for the module of this name: the declarations that the cases use,
// as version 1.9 has them.
package rpcx
