// One binary holds several services and a client; its first argument says which one
// runs.
package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		usage()
	}
	switch os.Args[1] {
	case "basket":
		basket()
	case "catalog":
		catalog()
	case "import":
		load()
	default:
		usage()
	}
}

func usage() {
	fmt.Fprintln(os.Stderr, "usage: commands basket|catalog|import")
	os.Exit(2)
}

func serve(h http.Handler) {
	if err := http.ListenAndServe(":8080", h); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func basket() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /checkout", func(w http.ResponseWriter, r *http.Request) {
		order("http://orders")
	})
	serve(mux)
}

func catalog() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/" + r.FormValue("user")) // want `GET /items of commands-catalog waits for users GET /users/\{id\}`
	})
	serve(mux)
}

// load is run by hand: nobody waits for an answer.
func load() {
	for _, name := range os.Args[2:] {
		fmt.Println(name)
		order("http://orders")
	}
}

func order(base string) {
	http.Post(base+"/orders", "application/json", nil) // want `POST /checkout of commands-basket waits for orders POST /orders`
}
