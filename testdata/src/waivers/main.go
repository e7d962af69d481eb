// Waivers in the code accept calls: on their line, on the line above, in a whole function,
// on the way to a call, and in packages that several programs are made of.
package main

import (
	"net/http"

	"cases/waivers/clients"
)

func main() {
	http.HandleFunc("GET /line", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/1") //hoplint:allow sync-call -- agreed
		http.Get("http://orders/orders/2") // want `waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /above", func(w http.ResponseWriter, r *http.Request) {
		//hoplint:allow sync-call to=orders -- agreed
		http.Get("http://orders/orders/1")
		//hoplint:allow sync-call to=payments -- agreed for another service // want `the waiver of sync-call holds for no finding`
		http.Get("http://orders/orders/2") // want `waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /statement", func(w http.ResponseWriter, r *http.Request) {
		//hoplint:allow sync-call -- agreed
		if _, err := http.Get(
			"http://orders/orders/1"); err == nil {
			http.Get("http://orders/orders/2") // want `waits for orders GET /orders/\{id\}`
		}
	})
	http.HandleFunc("GET /loop", loop)
	http.HandleFunc("GET /all", all)
	http.HandleFunc("GET /way", way)
	http.HandleFunc("GET /otherway", otherWay)
	http.HandleFunc("GET /both", both)
	http.HandleFunc("GET /shared", shared)
	http.ListenAndServe(":8080", nil)
}

// A waiver is for the rules that it names.
func loop(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.Form["id"] {
		//hoplint:allow sync-call -- agreed
		http.Get("http://orders/orders/" + id) // want `once per element of a loop.*\(call-in-loop\)`
		//hoplint:allow sync-call,call-in-loop -- agreed
		http.Get("http://users/users/" + id)
	}
}

// All calls of the function are accepted.
//
//hoplint:allow sync-call -- agreed
func all(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/1")
	func() {
		http.Get("http://users/users/1")
	}()
}

//hoplint:allow sync-call -- agreed
func way(w http.ResponseWriter, r *http.Request) { pay() }

// What comes another way is not.
func otherWay(w http.ResponseWriter, r *http.Request) { pay() }

func pay() {
	http.Post("http://payments/payments", "", nil) // want `^GET /otherway of waivers waits for payments POST /payments`
}

// One way to the call is accepted, the other, longer one is not.
func both(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 0 {
		agreed()
		return
	}
	detour()
}

//hoplint:allow sync-call -- agreed
func agreed() { refund() }

func detour() { further() }

func further() { refund() }

func refund() {
	http.Post("http://payments/payments", "", nil) // want `^GET /both of waivers waits for payments POST /payments`
}

func shared(w http.ResponseWriter, r *http.Request) {
	clients.User("1")
	clients.Order("1")
}

//hoplint:allow sync-cal -- agreed // want `holds for nothing: unknown rule "sync-cal" \(did you mean "sync-call"\?\) \(unused-waiver\)`
//hoplint:allow sync-call // want `holds for nothing: no reason: end the waiver with`
func unused() {}
