package main

import (
	"net/http"
	"reflect"
)

// byName keeps addresses by what reflection writes types as.
var byName = map[string]string{
	"main.place":   "http://orders/orders/",
	"*main.rename": "http://users/users/",
	"rename":       "http://payments/payments/",
}

// names gets a pointer, and looks up what it points to.
func names(w http.ResponseWriter, r *http.Request) {
	send(&place{})  // the name of the element
	kept(&rename{}) // the name of the pointer
}

func send(cmd any) {
	http.Get(byName[reflect.TypeOf(cmd).Elem().String()] + "1") // want `GET /names of typedispatch waits for orders GET /orders/\{id\}`
}

func kept(cmd any) {
	http.Get(byName[reflect.TypeOf(cmd).String()] + "1") // want `GET /names of typedispatch waits for users GET /users/\{id\}`
}
