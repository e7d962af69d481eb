// What google/wire generates: providers called in order, an injector that returns a
// cleanup, an interface bound to an implementation.
package main

import "log"

func main() {
	app, cleanup, err := initApp()
	if err != nil {
		log.Fatal(err)
	}
	defer cleanup()
	if err := app.Run(); err != nil {
		log.Fatal(err)
	}
}
