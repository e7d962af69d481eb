// Package clients is shared by programs.
package clients

import "net/http"

// User is accepted wherever it is called.
//
//hoplint:allow sync-call -- tokens are introspected
func User(id string) {
	http.Get("http://users/users/" + id)
}

func Order(id string) {
	//hoplint:allow sync-call until=soon -- agreed // want `holds for nothing: bad date "soon" \(want YYYY-MM-DD\)`
	http.Get("http://orders/orders/" + id) // want `GET /shared of waivers waits for orders` `GET /admin of waivers-admin waits for orders`
}
