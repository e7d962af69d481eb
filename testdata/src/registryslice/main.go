// A registry of commands, filled by the files that hold them; the environment says
// which one runs. Each is a service whose root is a function.
package main

import (
	"fmt"
	"log"
	"os"
)

type command struct {
	name string
	run  func(addr string) error
}

var commands []command

func register(name string, run func(addr string) error) {
	commands = append(commands, command{name, run})
}

func main() {
	name := os.Getenv("SERVICE")
	for _, c := range commands {
		if c.name == name {
			if err := c.run(os.Getenv("LISTEN")); err != nil {
				log.Fatal(err)
			}
			return
		}
	}
	fmt.Fprintf(os.Stderr, "no service %q\n", name)
	os.Exit(2)
}
