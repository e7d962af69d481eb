// A loop over what main has wired: each check is asked once, however large the data.
package main

import "net/http"

type check func(user string) error

func blocked(user string) error {
	_, err := http.Get("http://users/users/" + user) // want `GET /checked of wiredloop waits for users GET /users/\{id\}`
	return err
}

func local(user string) error { return nil }

func main() {
	checks := []check{local, blocked}
	http.HandleFunc("GET /checked", func(w http.ResponseWriter, r *http.Request) {
		for _, c := range checks {
			if err := c(r.FormValue("user")); err != nil {
				return
			}
		}
	})
	http.ListenAndServe(":8080", nil)
}
