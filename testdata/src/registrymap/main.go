// A registry of commands, filled by the files that hold them; the environment says
// which one runs, or the manifest names the function.
package main

import (
	"fmt"
	"log"
	"os"
)

var commands = map[string]func(addr string) error{}

func main() {
	name := os.Getenv("SERVICE")
	run, ok := commands[name]
	if !ok {
		fmt.Fprintf(os.Stderr, "no service %q\n", name)
		os.Exit(2)
	}
	if err := run(os.Getenv("LISTEN")); err != nil {
		log.Fatal(err)
	}
}
