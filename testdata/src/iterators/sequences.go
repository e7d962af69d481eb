package main

import (
	"bytes"
	"maps"
	"net/http"
	"slices"
	"strings"
	"unicode"
)

type backend struct{ name, base string }

var bases = map[string]string{"orders": "http://orders/orders/", "users": "http://users/users/"}

func sequences() {
	http.HandleFunc("GET /all", all)
	http.HandleFunc("GET /pairs", pairs)
	http.HandleFunc("GET /bases", ofBases)
	http.HandleFunc("GET /words", words)
	http.HandleFunc("GET /known", known)
	http.HandleFunc("GET /added", added)
	http.HandleFunc("GET /replaced", replaced)
	http.HandleFunc("GET /searched", searched)
}

// all gets the index first, which no address is made of.
func all(w http.ResponseWriter, r *http.Request) {
	for i, path := range slices.All([]string{"orders/orders", "users/users"}) {
		http.Get("http://" + path + "/" + string(rune('0'+i))) // want `GET /all of iterators waits for orders GET /orders/\{id\}` `GET /all of iterators waits for users GET /users/\{id\}`
	}
}

func pairs(w http.ResponseWriter, r *http.Request) {
	for name, base := range maps.All(map[string]string{"users": "http://orders/"}) {
		http.Get(base + "orders/" + name) // want `GET /pairs of iterators waits for orders GET /orders/\{id\}`
	}
}

func ofBases(w http.ResponseWriter, r *http.Request) {
	for base := range maps.Values(bases) {
		http.Get(base + "1") // want `GET /bases of iterators waits for orders GET /orders/\{id\}` `GET /bases of iterators waits for users GET /users/\{id\}`
	}
}

func words(w http.ResponseWriter, r *http.Request) {
	for id := range bytes.FieldsFuncSeq([]byte(r.FormValue("ids")), unicode.IsSpace) {
		http.Get("http://orders/orders/" + string(id)) // want `GET /words of iterators waits for orders GET /orders/\{id\}` `GET /words of iterators calls orders GET /orders/\{id\} once per element of a loop`
	}
}

// known are cut from a text that is known.
func known(w http.ResponseWriter, r *http.Request) {
	for host := range strings.FieldsSeq("orders users") {
		http.Get("http://" + host + "/" + host + "/1") // want `GET /known of iterators waits for orders GET /orders/\{id\}` `GET /known of iterators waits for users GET /users/\{id\}`
	}
	for host := range bytes.FieldsFuncSeq([]byte("orders"), func(r rune) bool { return r == 'd' }) {
		http.Get("http://" + string(host) + "/orders/1") // or, and ers
	}
	for host := range strings.SplitAfterSeq("users-", "-") {
		http.Get("http://" + host + "/users/1") // users-
	}
}

// added goes over what stands in a slice and what a sequence adds to it.
func added(w http.ResponseWriter, r *http.Request) {
	for _, url := range slices.AppendSeq([]string{"http://orders/orders/1"}, slices.Values([]string{"http://users/users/1"})) {
		http.Get(url) // want `GET /added of iterators waits for orders GET /orders/\{id\}` `GET /added of iterators waits for users GET /users/\{id\}`
	}
}

func replaced(w http.ResponseWriter, r *http.Request) {
	for _, url := range slices.Replace([]string{"http://orders/orders/1", "http://orders/orders/2"}, 1, 2, "http://users/users/1") {
		http.Get(url) // want `GET /replaced of iterators waits for orders GET /orders/\{id\}` `GET /replaced of iterators waits for users GET /users/\{id\}`
	}
}

// searched orders and searches a slice in place, which changes nothing of what it holds.
func searched(w http.ResponseWriter, r *http.Request) {
	names := []string{"users", "orders"}
	slices.Sort(names)
	if _, found := slices.BinarySearch(names, r.FormValue("name")); !found {
		return
	}
	for _, name := range names {
		http.Get(bases[name] + "1") // want `GET /searched of iterators waits for orders GET /orders/\{id\}` `GET /searched of iterators waits for users GET /users/\{id\}`
	}
}
