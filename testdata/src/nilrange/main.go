// A loop over a slice that nobody fills: nothing is called, nothing is unresolved (see
// the info findings).
package main

import "net/http"

type server struct{ peers []string }

func main() {
	s := &server{}
	http.HandleFunc("GET /mode", func(w http.ResponseWriter, r *http.Request) {
		for _, p := range s.peers {
			http.Get(p + "/users/1")
		}
		http.Get("http://users/users/1") // want `GET /mode of nilrange waits for users GET /users/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
