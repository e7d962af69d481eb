package main

import "strings"

// isVet reports whether the arguments are those with which go vet runs its tools:
// it asks for the tool's identity and flags, and then names a file that describes
// one package, last, after the flags that it was given.
// See https://pkg.go.dev/golang.org/x/tools/go/analysis/unitchecker.
func isVet(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	return strings.HasSuffix(last, ".cfg") || len(args) == 1 && (last == "-V=full" || last == "-flags")
}
