// The name of the binary, or a flag, says which service it is.
package main

import (
	"flag"
	"log"
	"net/http"
	"os"
	"path/filepath"
)

var services = map[string]func() http.Handler{
	"basket":  basket,
	"catalog": catalog,
}

func main() {
	name := flag.String("service", filepath.Base(os.Args[0]), "which service to run")
	flag.Parse()
	serve, ok := services[*name]
	if !ok {
		log.Fatalf("no service %q", *name)
	}
	log.Fatal(http.ListenAndServe(":8080", serve()))
}

func basket() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /basket", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `GET /basket of argzero-basket waits for users GET /users/\{id\}`
	})
	return mux
}

func catalog() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/1") // want `GET /items of argzero-catalog waits for orders GET /orders/\{id\}`
	})
	return mux
}
