// Constructors that put right what they were given before they give it back: what a field
// held before is nowhere any more, unless control may go around.
package main

import (
	"net/http"
	"net/url"
	"os"
	"strings"
)

type client struct{ base string }

type option func(*client) error

// newClient has all base URLs end in a slash.
func newClient(base string, opts ...option) (*client, error) {
	c := client{base: base}
	for _, o := range opts {
		if err := o(&c); err != nil {
			return nil, err
		}
	}
	if !strings.HasSuffix(c.base, "/") {
		c.base += "/"
	}
	return &c, nil
}

// get calls what a path stands for, below the base URL.
func (c *client) get(path string) {
	base, err := url.Parse(c.base)
	if err != nil {
		return
	}
	if path[0] == '/' {
		path = "." + path
	}
	u, err := base.Parse(path)
	if err != nil {
		return
	}
	http.Get(u.String())
}

// withBase is an option that says another base URL.
func withBase(base string) option {
	return func(c *client) error {
		c.base = base
		return nil
	}
}

type versioned struct{ base string }

// newVersioned goes around what it puts right, if a deployment says so.
func newVersioned(base string) *versioned {
	v := &versioned{base}
	if os.Getenv("PLAIN") != "" {
		return v
	}
	v.base += "/v2"
	return v
}

func (v *versioned) get() {
	http.Get(v.base + "/orders/2")
}

// late is kept where others find it before it is put right.
var late *versioned

func keep(base string) {
	v := &versioned{base: base}
	late = v
	if os.Getenv("PLAIN") == "" {
		v.base += "/v3"
	}
}

func main() {
	kept, _ := newClient("http://orders/shop")
	moved, _ := newClient("", withBase("http://users/shop"))
	given, _ := newClient("http://orders/")
	old := newVersioned("http://orders")
	keep("http://users")
	http.HandleFunc("GET /kept", func(w http.ResponseWriter, r *http.Request) { kept.get("/orders/1") })  // want `GET /kept of putright waits for orders GET /shop/orders/1:`
	http.HandleFunc("GET /moved", func(w http.ResponseWriter, r *http.Request) { moved.get("/users/1") }) // want `GET /moved of putright waits for users GET /shop/users/1:`
	http.HandleFunc("GET /given", func(w http.ResponseWriter, r *http.Request) { given.get("orders/1") }) // want `GET /given of putright waits for orders GET /orders/\{id\}:`
	http.HandleFunc("GET /versioned", func(w http.ResponseWriter, r *http.Request) { old.get() })         // want `GET /versioned of putright waits for orders GET /orders/\{id\}:` `GET /versioned of putright waits for orders GET /v2/orders/2:`
	http.HandleFunc("GET /late", func(w http.ResponseWriter, r *http.Request) { late.get() })             // want `GET /late of putright waits for users GET /orders/2:` `GET /late of putright waits for users GET /v3/orders/2:`
	http.ListenAndServe(":8080", nil)
}
