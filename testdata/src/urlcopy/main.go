// A URL is copied and the copy changed: the base stays as it is.
package main

import (
	"net/http"
	"net/url"
	"os"
	"path"
)

func main() {
	base, err := url.Parse(os.Getenv("ORDERS_URL"))
	if err != nil {
		panic(err)
	}
	a := &api{orders: base}
	http.HandleFunc("GET /copied", a.copied)
	http.ListenAndServe(":8080", nil)
}

type api struct{ orders *url.URL }

func (a *api) copied(w http.ResponseWriter, r *http.Request) {
	u := *a.orders
	u.Path = path.Join(u.Path, "orders", r.FormValue("id"))
	http.Get(u.String()) // want `GET /copied of urlcopy waits for orders GET /orders/\{id\}`
}
