// Addresses from the environment, flags and out-parameters, and URLs put together
// in various ways.
package main

import (
	"flag"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
)

type config struct {
	orders   string
	payments string
	nested   struct{ users *url.URL }
}

var ordersAddr = flag.String("orders-addr", "localhost:9090", "where orders are")

func mustMapEnv(target *string, key string) {
	v, ok := os.LookupEnv(key)
	if !ok {
		panic(key)
	}
	*target = v
}

func getenv(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func main() {
	flag.Parse()
	var c config
	mustMapEnv(&c.orders, "ORDERS_URL")
	c.payments = getenv("PAYMENTS_URL", "http://localhost:9091")
	u, err := url.Parse(getenv("USERS_URL", "http://localhost:9092/"))
	if err != nil {
		panic(err)
	}
	c.nested.users = u
	mux := http.NewServeMux()
	mux.HandleFunc("/env", c.env)
	mux.HandleFunc("/flag", c.flag)
	mux.HandleFunc("/url", c.url)
	mux.HandleFunc("/callback", c.callback)
	http.ListenAndServe(net.JoinHostPort("", "8080"), mux)
}

func (c *config) env(w http.ResponseWriter, r *http.Request) {
	http.Get(c.orders + path.Join("/orders", r.FormValue("id")))                        // want `ANY /env of addresses waits for orders GET /orders/\{id\}`
	http.Post(strings.TrimSuffix(c.payments, "/")+"/payments", "application/json", nil) // want `ANY /env of addresses waits for payments POST /payments`
}

func (c *config) flag(w http.ResponseWriter, r *http.Request) {
	http.Post(fmt.Sprintf("http://%s/%s", *ordersAddr, "orders"), "application/json", nil) // want `ANY /flag of addresses waits for orders POST /orders`
}

func (c *config) url(w http.ResponseWriter, r *http.Request) {
	u := c.nested.users.JoinPath("users", r.PathValue("id"))
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, u.String(), nil)
	if err != nil {
		return
	}
	http.DefaultClient.Do(req) // want `ANY /url of addresses waits for users GET /users/\{id\}`
	v := &url.URL{Scheme: "http", Host: "payments"}
	v.Path = "/payments"
	req2 := &http.Request{Method: http.MethodPost, URL: v}
	http.DefaultClient.Do(req2) // want `ANY /url of addresses waits for payments POST /payments`
}

// callback calls whom the request names: a target that is not known.
func (c *config) callback(w http.ResponseWriter, r *http.Request) {
	http.Get(r.FormValue("callback"))
}
