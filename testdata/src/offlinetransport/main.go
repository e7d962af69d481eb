// A client whose transport answers by itself sends nothing.
package main

import "net/http"

// offline answers every request itself.
type offline struct{}

func (offline) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusServiceUnavailable, Body: http.NoBody}, nil
}

func main() {
	none := &http.Client{Transport: offline{}}
	http.HandleFunc("GET /offline", func(w http.ResponseWriter, r *http.Request) {
		none.Get("http://users/users/1")
	})
	http.HandleFunc("GET /online", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `GET /online of offlinetransport waits for users GET /users/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
