// A whole struct is replaced by one that is made of itself: a URL by what JoinPath makes
// of it. It is joined once, but what stands there later is taken for what stood there
// before, so that it is joined again and again.
package main

import (
	"net/http"
	"net/url"
)

func main() {
	http.HandleFunc("GET /variable", func(w http.ResponseWriter, r *http.Request) {
		u := url.URL{Scheme: "http", Host: "users", Path: "/"}
		u = *u.JoinPath("users", r.FormValue("id"))
		http.Get(u.String()) // want `GET /variable of replacedstructs waits for users GET /users/\{id\}:`
	})
	http.HandleFunc("GET /pointer", func(w http.ResponseWriter, r *http.Request) {
		u, _ := url.Parse("http://users/")
		*u = *u.JoinPath("users", r.FormValue("id"))
		http.Get(u.String()) // want `GET /pointer of replacedstructs waits for users GET /users/\{id\}:`
	})
	http.ListenAndServe(":8080", nil)
}
