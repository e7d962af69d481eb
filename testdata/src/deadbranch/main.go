// Branches that constants decide: the dead side calls nobody.
package main

import (
	"net/http"
	"os"
	"runtime"
)

const (
	debug   = false
	backend = "orders"
	level   = 2
)

// testing is a variable that nobody sets.
var testing bool

// verbose is set by main.
var verbose bool

type options struct {
	mirror bool
	kind   string
}

type server struct{ opt options }

func main() {
	verbose = os.Getenv("VERBOSE") != ""
	s := &server{options{kind: "small"}}
	http.HandleFunc("GET /const", constant)
	http.HandleFunc("GET /field", s.field)
	http.HandleFunc("GET /parameter", func(w http.ResponseWriter, r *http.Request) { fetch("http://orders/orders/1", false) })
	http.HandleFunc("GET /variable", variable)
	http.HandleFunc("GET /early", early)
	http.ListenAndServe(":8080", nil)
}

func constant(w http.ResponseWriter, r *http.Request) {
	if debug {
		http.Get("http://users/users/debug")
	}
	switch backend {
	case "orders":
		http.Get("http://orders/orders/1") // want `GET /const of deadbranch waits for orders GET /orders/\{id\}`
	case "payments":
		http.Post("http://payments/payments", "text/plain", nil)
	}
	if level > 3 {
		http.Get("http://users/users/level")
	}
	if runtime.GOOS == "plan9" {
		w.WriteHeader(http.StatusTeapot)
	}
}

func (s *server) field(w http.ResponseWriter, r *http.Request) {
	if s.opt.mirror {
		http.Get("http://users/users/mirror")
	}
	if s.opt.kind == "big" {
		http.Get("http://orders/orders/big")
	}
}

func fetch(url string, audit bool) {
	if audit {
		http.Post("http://payments/payments", "text/plain", nil)
	}
	http.Get(url) // want `GET /parameter of deadbranch waits for orders GET /orders/\{id\}`
}

func variable(w http.ResponseWriter, r *http.Request) {
	if testing {
		http.Get("http://orders/orders/testing")
	}
	if verbose {
		http.Get("http://users/users/verbose") // want `GET /variable of deadbranch waits for users GET /users/\{id\}`
	}
}

func early(w http.ResponseWriter, r *http.Request) {
	if !debug {
		return
	}
	http.Get("http://users/users/early")
}
