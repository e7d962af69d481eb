// One binary holds several services: the first argument behind the flags says which one
// runs, and a set of flags of its own has the next.
package main

import (
	"flag"
	"net/http"
)

func main() {
	listen := flag.String("listen", ":8080", "where to listen")
	flag.Parse()
	rest()
	switch flag.Arg(0) {
	case "basket":
		http.HandleFunc("GET /basket", func(w http.ResponseWriter, r *http.Request) {
			http.Get("http://orders/orders/1") // want `GET /basket of subcommands-basket waits for orders GET /orders/\{id\}`
		})
	case "catalog":
		fs := flag.NewFlagSet("catalog", flag.ExitOnError)
		size := fs.Int("size", 10, "how many items a page has")
		fs.Parse(flag.Args()[1:])
		if len(fs.Args()) > 0 {
			page(fs.Args()[0])
		}
		catalog(fs.Arg(0), *size)
	}
	http.ListenAndServe(*listen, nil)
}

// page is served below the name of what it shows.
func page(kind string) {
	http.HandleFunc("GET /pages/"+kind, func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/page") // want `GET /pages/new of subcommands-catalog waits for orders GET /orders/\{id\}`
	})
}

func catalog(kind string, size int) {
	switch kind {
	case "new":
		http.HandleFunc("GET /new", func(w http.ResponseWriter, r *http.Request) {
			http.Get("http://users/users/1") // want `GET /new of subcommands-catalog waits for users GET /users/\{id\}`
		})
	case "catalog":
		http.HandleFunc("GET /old", func(w http.ResponseWriter, r *http.Request) {
			http.Get("http://orders/orders/2")
		})
	}
}
