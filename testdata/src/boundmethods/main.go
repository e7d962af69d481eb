// Method values of interfaces, of embedded fields and of values that change later, and
// functions that return method values.
package main

import (
	"log"
	"net/http"
)

type finder interface {
	Find(w http.ResponseWriter, r *http.Request)
	Drop(w http.ResponseWriter, r *http.Request)
}

type remote struct{ base string }

func (f remote) Find(w http.ResponseWriter, r *http.Request) {
	http.Get(f.base + "/orders/" + r.FormValue("id")) // want `GET /early of boundmethods \(like 2 other endpoints\) waits for orders GET /orders/\{id\}`
}

func (f remote) Drop(w http.ResponseWriter, r *http.Request) {
	http.Get("http://users/users/dropped")
}

type quiet struct{}

func (quiet) Find(w http.ResponseWriter, r *http.Request) {}

func (quiet) Drop(w http.ResponseWriter, r *http.Request) {}

type wrapped struct{ finder }

func pick(f finder, drop bool) http.HandlerFunc {
	if drop {
		return f.Drop
	}
	return f.Find
}

func main() {
	var f finder = remote{"http://orders"}
	early := f.Find
	http.HandleFunc("GET /promoted", wrapped{f}.Find)
	http.HandleFunc("GET /picked", pick(f, false))
	f = quiet{}
	http.HandleFunc("GET /early", early)
	http.HandleFunc("GET /late", f.Find)
	http.HandleFunc("GET /drop", f.Drop)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
