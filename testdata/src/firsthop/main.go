// A handler that waits for another service, and ones that do not.
package main

import (
	"io"
	"net/http"
)

func main() {
	http.HandleFunc("GET /total", total)
	http.HandleFunc("GET /local", local)
	warmUp()
	http.ListenAndServe(":8080", nil)
}

func total(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://orders/orders/1") // want `GET /total of firsthop waits for orders GET /orders/\{id\}`
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func local(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "nothing to wait for")
}

// warmUp runs before anything is served.
func warmUp() {
	if resp, err := http.Get("http://orders/orders/0"); err == nil {
		resp.Body.Close()
	}
}

// unused is never called.
func unused() {
	http.Get("http://users/users/1")
}
