package main

import (
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

func parts() {
	http.HandleFunc("GET /trimmed", trimmed)
	http.HandleFunc("GET /upper", upper)
	http.HandleFunc("GET /first", first)
	http.HandleFunc("GET /fields", fields)
	http.HandleFunc("GET /asked", asked)
	http.HandleFunc("GET /cleaned", cleaned)
	http.HandleFunc("GET /printed", printed)
	http.HandleFunc("GET /quoted", quoted)
}

func trimmed(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/" + strings.Trim("//orders/", "/") + "/1") // want `GET /trimmed of stringbuilding waits for orders GET /orders/\{id\}`
}

func upper(w http.ResponseWriter, r *http.Request) {
	http.Get(os.Getenv(strings.ToUpper("users_url")) + "/users/1") // want `GET /upper of stringbuilding waits for users GET /users/\{id\}`
}

// first replaces the first of two only.
func first(w http.ResponseWriter, r *http.Request) {
	u := strings.Replace("http://shop/shop/1", "shop", "orders", 1)
	http.Get(strings.Replace(u, "shop", "orders", 1)) // want `GET /first of stringbuilding waits for orders GET /orders/\{id\}`
	v := strings.Replace("http://users/users/1", "users", "orders", 1)
	http.Get(v) // want `GET /first of stringbuilding waits for orders GET /users/1`
}

func fields(w http.ResponseWriter, r *http.Request) {
	http.Get(strings.Fields(" http://orders/orders  http://users/users")[1] + "/1") // want `GET /fields of stringbuilding waits for users GET /users/\{id\}`
}

// asked tests constants: one of each two branches is dead.
func asked(w http.ResponseWriter, r *http.Request) {
	mode := strings.Clone("canary,orders")
	if strings.Contains(mode, "orders") {
		http.Get("http://orders/orders/1") // want `GET /asked of stringbuilding waits for orders GET /orders/\{id\}`
	}
	if strings.Contains(mode, "users") {
		http.Get("http://users/users/1")
	}
}

func cleaned(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders" + path.Clean("/users/../orders//1/"))           // want `GET /cleaned of stringbuilding waits for orders GET /orders/\{id\}`
	http.Get("http://" + filepath.Join("users", "/users/", "../users", "1")) // want `GET /cleaned of stringbuilding waits for users GET /users/\{id\}`
}

func printed(w http.ResponseWriter, r *http.Request) {
	http.Get(string(fmt.Append([]byte("http://"), "orders", "/orders/", 7))) // want `GET /printed of stringbuilding waits for orders GET /orders/\{id\}`
}

// quoted asks for variables whose names have quotes, or other letters: there are none.
func quoted(w http.ResponseWriter, r *http.Request) {
	http.Get(os.Getenv(strconv.Quote("USERS_URL")) + "/users/1")
	http.Get(os.Getenv(strings.Map(func(r rune) rune { return r + 1 }, "USERS_URL")) + "/users/1")
	http.Get("http://orders/orders/" + strconv.Quote(r.FormValue("id"))) // want `GET /quoted of stringbuilding waits for orders GET /orders/\{id\}`
}
