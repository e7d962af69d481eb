// Targets that come with the request are not known, whatever way they take.
package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
)

type order struct {
	Callback string   `json:"callback"`
	Hooks    []string `json:"hooks"`
}

func main() {
	http.HandleFunc("POST /form", form)
	http.HandleFunc("POST /json", decoded)
	http.HandleFunc("POST /header", header)
	http.HandleFunc("POST /body", body)
	http.HandleFunc("POST /host/{host}", host)
	http.HandleFunc("POST /both", both)
	http.ListenAndServe(":8080", nil)
}

func form(w http.ResponseWriter, r *http.Request) {
	http.Get(r.FormValue("callback"))
}

func decoded(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		return
	}
	http.Post(o.Callback, "application/json", nil)
	for _, hook := range o.Hooks {
		notify(hook)
	}
}

func notify(hook string) {
	u, err := url.Parse(hook)
	if err != nil || u.Scheme != "https" {
		return
	}
	http.Post(u.String(), "application/json", nil)
}

func header(w http.ResponseWriter, r *http.Request) {
	base := strings.TrimSuffix(r.Header.Get("X-Callback"), "/")
	http.Get(base + "/orders/1")
}

func body(w http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	http.Get(strings.TrimSpace(string(b)))
}

func host(w http.ResponseWriter, r *http.Request) {
	http.Get("http://" + r.PathValue("host") + "/users/1")
}

// both takes the host from the program and the path from the request.
func both(w http.ResponseWriter, r *http.Request) {
	http.Get("http://users" + r.FormValue("path")) // want `POST /both of requestdata waits for users`
}
