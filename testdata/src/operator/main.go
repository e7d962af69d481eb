// A tool has no requests: what it calls is no hop, in loops or goroutines neither.
package main

import (
	"flag"
	"log"
	"net/http"
	"sync"
)

func export(ids []string) {
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Go(func() { http.Get("http://orders/orders/" + id) }) // runs: startup
	}
	wg.Wait()
}

func main() {
	flag.Parse()
	if _, err := http.Get("http://users/users/me"); err != nil { // runs: startup
		log.Fatal(err)
	}
	export(flag.Args())
}
