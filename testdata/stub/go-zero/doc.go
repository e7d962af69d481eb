// Package gozero stands for the module of this name, which depends on too much for a
// test: the declarations that the cases use, as version 1.10.3 has them.
package gozero
