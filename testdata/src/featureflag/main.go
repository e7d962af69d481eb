// A feature flag chooses between two clients: both are called. One that is set to a
// constant in the code chooses by itself.
package main

import (
	"context"
	"flag"
	"net/http"
	"os"
)

type profiles interface {
	Profile(ctx context.Context, id string) error
}

type usersProfiles struct{ base string }

func (p usersProfiles) Profile(ctx context.Context, id string) error {
	_, err := http.Get(p.base + "/users/" + id) // want `GET /profile of featureflag waits for users GET /users/\{id\}`
	return err
}

type ordersProfiles struct{ base string }

func (p ordersProfiles) Profile(ctx context.Context, id string) error {
	_, err := http.Get(p.base + "/orders/" + id) // want `GET /profile of featureflag waits for orders GET /orders/\{id\}`
	return err
}

// legacyProfiles is behind a flag that is off for good.
type legacyProfiles struct{}

func (legacyProfiles) Profile(ctx context.Context, id string) error {
	_, err := http.Post("http://payments/payments", "text/plain", nil)
	return err
}

const useLegacy = false

var newProfiles = flag.Bool("new-profiles", false, "take profiles from orders")

func choose() profiles {
	if useLegacy {
		return legacyProfiles{}
	}
	if *newProfiles {
		return ordersProfiles{base: "http://orders"}
	}
	return usersProfiles{base: "http://users"}
}

func main() {
	flag.Parse()
	p := choose()
	http.HandleFunc("GET /profile", func(w http.ResponseWriter, r *http.Request) {
		p.Profile(r.Context(), r.FormValue("id"))
	})
	http.HandleFunc("GET /quote", quote)
	http.ListenAndServe(":8080", nil)
}

// quote decides at each request.
func quote(w http.ResponseWriter, r *http.Request) {
	base := "http://orders/orders"
	if os.Getenv("QUOTES") == "payments" {
		base = "http://payments/payments"
	}
	http.Post(base, "application/json", nil) // want `GET /quote of featureflag waits for orders POST /orders` `GET /quote of featureflag waits for payments POST /payments`
}
