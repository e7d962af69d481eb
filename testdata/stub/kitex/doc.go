// Package kitex stands for the module of this name: the declarations that the cases
// use, as version 0.16.3 has them.
package kitex
