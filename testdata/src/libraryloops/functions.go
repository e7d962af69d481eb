package main

import (
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

func functions() {
	http.HandleFunc("GET /deleted", deleted)
	http.HandleFunc("GET /sorted", sorted)
	http.HandleFunc("GET /compacted", compacted)
	http.HandleFunc("GET /pruned", pruned)
	http.HandleFunc("GET /ordered", ordered)
	http.HandleFunc("GET /walked", walked)
	http.HandleFunc("GET /equal", equal)
	http.HandleFunc("GET /equal-maps", equalMaps)
	http.HandleFunc("GET /searched", searched)
	http.HandleFunc("GET /first", first)
	http.HandleFunc("GET /letters", letters)
	http.HandleFunc("GET /left", left)
}

func deleted(w http.ResponseWriter, r *http.Request) {
	slices.DeleteFunc(r.URL.Query()["id"], func(id string) bool {
		_, err := http.Get("http://orders/orders/" + id) // want `GET /deleted of libraryloops waits for orders GET /orders/\{id\}` `GET /deleted of libraryloops calls orders GET /orders/\{id\} once per element of a loop`
		return err != nil
	})
}

// left calls what was not deleted.
func left(w http.ResponseWriter, r *http.Request) {
	bases := slices.DeleteFunc([]string{"http://orders/orders/"}, func(base string) bool { return r.FormValue("skip") == base })
	bases = slices.CompactFunc(bases, strings.EqualFold)
	for _, base := range bases {
		http.Get(base + "1") // want `GET /left of libraryloops waits for orders GET /orders/\{id\}`
	}
}

func sorted(w http.ResponseWriter, r *http.Request) {
	slices.IsSortedFunc(r.URL.Query()["id"], func(a, b string) int {
		http.Get("http://users/users/" + b) // want `GET /sorted of libraryloops waits for users GET /users/\{id\}` `GET /sorted of libraryloops calls users GET /users/\{id\} once per element of a loop`
		return 0
	})
}

func compacted(w http.ResponseWriter, r *http.Request) {
	slices.CompactFunc(r.URL.Query()["id"], func(a, b string) bool {
		http.Get("http://orders/orders/" + b) // want `GET /compacted of libraryloops waits for orders GET /orders/\{id\}` `GET /compacted of libraryloops calls orders GET /orders/\{id\} once per element of a loop`
		return a == b
	})
}

// pruned gets the key, and then the value.
func pruned(w http.ResponseWriter, r *http.Request) {
	maps.DeleteFunc(map[string]string{"users": "http://orders/orders/"}, func(name, base string) bool {
		http.Get(base + name) // want `GET /pruned of libraryloops waits for orders GET /orders/\{id\}`
		return true
	})
}

func ordered(w http.ResponseWriter, r *http.Request) {
	ids := r.URL.Query()["id"]
	sort.Slice(ids, func(i, j int) bool {
		http.Get("http://users/users/" + ids[i]) // want `GET /ordered of libraryloops waits for users GET /users/\{id\}` `GET /ordered of libraryloops calls users GET /users/\{id\} once per element of a loop`
		return ids[i] < ids[j]
	})
}

func walked(w http.ResponseWriter, r *http.Request) {
	filepath.Walk("inbox", func(path string, info os.FileInfo, err error) error {
		http.Post("http://orders/orders", "text/plain", nil) // want `GET /walked of libraryloops waits for orders POST /orders` `GET /walked of libraryloops calls orders POST /orders once per element of a loop`
		return err
	})
}

// equal gets an element of the first, and then one of the second.
func equal(w http.ResponseWriter, r *http.Request) {
	slices.EqualFunc([]string{"http://orders/orders/"}, r.URL.Query()["id"], func(base, id string) bool {
		http.Get(base + id) // want `GET /equal of libraryloops waits for orders GET /orders/\{id\}`
		return true
	})
}

func equalMaps(w http.ResponseWriter, r *http.Request) {
	maps.EqualFunc(map[string]string{"users": "http://orders/orders/"}, map[string]string{"users": "1"}, func(base, id string) bool {
		http.Get(base + id) // want `GET /equal-maps of libraryloops waits for orders GET /orders/\{id\}`
		return true
	})
}

// searched compares elements with the target, which is the same each time.
func searched(w http.ResponseWriter, r *http.Request) {
	slices.BinarySearchFunc(r.URL.Query()["id"], "http://users/users/", func(id, base string) int {
		http.Get(base + id) // want `GET /searched of libraryloops waits for users GET /users/\{id\}` `GET /searched of libraryloops calls users GET /users/\{id\} once per element of a loop`
		return 0
	})
}

func first(w http.ResponseWriter, r *http.Request) {
	ids := r.URL.Query()["id"]
	sort.Find(len(ids), func(i int) int {
		http.Get("http://orders/orders/" + ids[i]) // want `GET /first of libraryloops waits for orders GET /orders/\{id\}` `GET /first of libraryloops calls orders GET /orders/\{id\} once per element of a loop`
		return 0
	})
}

func letters(w http.ResponseWriter, r *http.Request) {
	strings.ContainsFunc(r.FormValue("codes"), func(code rune) bool {
		_, err := http.Get("http://users/users/" + string(code)) // want `GET /letters of libraryloops waits for users GET /users/\{id\}` `GET /letters of libraryloops calls users GET /users/\{id\} once per element of a loop`
		return err != nil
	})
}
