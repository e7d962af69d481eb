package main

import (
	"net/http"
	"os"

	"github.com/go-resty/resty/v2"
	restyv1 "gopkg.in/resty.v1"
	restyv3 "resty.dev/v3"
)

// A moved transport sends requests to another host than they name.
type moved struct {
	http.RoundTripper
	host string
}

func (m moved) RoundTrip(r *http.Request) (*http.Response, error) {
	r.URL.Host = m.host
	return m.RoundTripper.RoundTrip(r)
}

func to(host string) http.RoundTripper { return moved{http.DefaultTransport, host} }

// The old name of the base URL, and one without a scheme.
func bases(id string) {
	resty.New().SetHostURL(os.Getenv("ORDERS_URL")).R().Get("/orders/" + id)                       // want `GET /bases of restclients waits for orders GET /orders/\{id\}`
	resty.New().SetBaseURL("//users").SetScheme("http").NewRequest().Get("users/7")                // want `GET /bases of restclients waits for users GET /users/\{id\}`
	restyv3.New().SetBaseURL("//payments").SetScheme("http").NewRequest().Post("/payments")        // want `GET /bases of restclients waits for payments POST /payments`
	restyv1.New().SetHostURL("http://archive").SetTimeout(1).NewRequest().Get("orders/7")          // want `GET /bases of restclients waits for archive GET /orders/\{id\}`
	restyv1.NewWithClient(&http.Client{Transport: to("users")}).R().Get("http://nobody/users/7")   // want `GET /bases of restclients waits for users GET /users/\{id\}`
	resty.New().SetBaseURL("http://orders").Clone().SetTimeout(1).R().Post("/orders")              // want `GET /bases of restclients waits for orders POST /orders`
	resty.NewWithLocalAddr(nil).SetBaseURL("http://users").R().Get("/users/7")                     // want `GET /bases of restclients waits for users GET /users/\{id\}`
	restyv3.NewWithLocalAddr(nil).SetBaseURL("http://archive").Clone(nil).R().Get("/orders/" + id) // want `GET /bases of restclients waits for archive GET /orders/\{id\}`
}

// Transports say where requests end up, whoever sends them.
func transported() {
	resty.New().SetTransport(to("orders")).R().Get("http://nobody/orders/7")                     // want `GET /transported of restclients waits for orders GET /orders/\{id\}`
	restyv3.New().SetTransport(to("users")).R().Get("http://nobody/users/7")                     // want `GET /transported of restclients waits for users GET /users/\{id\}`
	restyv1.New().SetTransport(to("payments")).R().Execute(http.MethodPost, "http://x/payments") // want `GET /transported of restclients waits for payments POST /payments`
	restyv1.New().SetTransport(to("orders")).GetClient().Get("http://nobody/orders/7")           // want `GET /transported of restclients waits for orders GET /orders/\{id\}`
	resty.New().SetTransport(to("archive")).GetClient().Get("http://nobody/orders/7")            // want `GET /transported of restclients waits for archive GET /orders/\{id\}`
	restyv3.New().SetTransport(to("orders")).Client().Post("http://nobody/orders", "", nil)      // want `GET /transported of restclients waits for orders POST /orders`
}

// The hosts behind a name are asked for, and the requests go to them in turn.
func balanced(c *restyv3.Client, id string) error {
	_, err := c.R().SetPathParams(map[string]string{"id": id}).Get("/users/{id}") // want `GET /balanced of restclients waits for users GET /users/\{id\}`
	return err
}

func newBalanced() *restyv3.Client {
	lb, err := restyv3.NewSRVWeightedRoundRobin("_http", "tcp", "users", "http")
	if err != nil {
		panic(err)
	}
	return restyv3.New().SetLoadBalancer(lb)
}

// Names in paths stand for what the request, or its client, says.
func params() {
	restyv1.SetPathParams(map[string]string{"kind": "users"})
	restyv1.New().SetPathParams(map[string]string{"kind": "users"}).SetHostURL("http://users").R().
		SetPathParams(map[string]string{"id": "7"}).
		Get("/{kind}/{id}") // want `GET /params of restclients waits for users GET /users/\{id\}`
	restyv1.R().Get("http://nobody/{kind}/7") // want `GET /params of restclients waits for users GET /users/\{id\}`
	resty.New().SetRawPathParam("kind", "orders").R().
		SetRawPathParams(map[string]string{"id": "7"}).
		Delete("http://rootstock/{kind}/{id}") // want `GET /params of restclients waits for rootstock DELETE /orders/7`
}

// The client of all that have none of their own has the transport that was set.
func byDefault() {
	restyv1.SetTransport(to("users"))
	restyv1.DefaultClient.NewRequest().Get("http://nobody/users/7") // want `GET /default of restclients waits for users GET /users/\{id\}`
	restyv1.NewRequest().Execute("GET", "http://nobody/users/7")    // want `GET /default of restclients waits for users GET /users/\{id\}`
	restyv1.GetClient().Get("http://nobody/users/7")                // want `GET /default of restclients waits for users GET /users/\{id\}`
}

// token is asked for whenever a request is sent, and the tally counts what was sent.
func token(*resty.Client, *resty.Request) error {
	_, err := http.Get("http://users/users/token") // want `GET /hooked of restclients waits for users GET /users/\{id\}`
	return err
}

func tally(*restyv3.Client, *restyv3.Response) error {
	_, err := http.Post("http://payments/payments", "", nil) // want `GET /hooked of restclients waits for payments POST /payments`
	return err
}

func hooked(c *resty.Client, three *restyv3.Client) {
	c.R().Get("http://orders/orders/7")     // want `GET /hooked of restclients waits for orders GET /orders/\{id\}`
	three.R().Get("http://orders/orders/7") // want `GET /hooked of restclients waits for orders GET /orders/\{id\}`
	restyv1.New().OnBeforeRequest(func(*restyv1.Client, *restyv1.Request) error {
		_, err := http.Get("http://archive/orders/7") // want `GET /hooked of restclients waits for archive GET /orders/\{id\}`
		return err
	}).R().Get("http://orders/orders/8") // want `GET /hooked of restclients waits for orders GET /orders/\{id\}`
}

func ways() {
	hooks := resty.New().OnBeforeRequest(token)
	more := restyv3.New().AddRetryHooks(func(*restyv3.Response, error) {
		http.Get("http://archive/orders/retried") // want `GET /hooked of restclients waits for archive GET /orders/\{id\}`
	}).AddResponseMiddleware(tally)
	restyv1.OnAfterResponse(func(*restyv1.Client, *restyv1.Response) error {
		_, err := http.Get("http://orders/orders/default") // want `GET /default of restclients \(like 2 other endpoints\) waits for orders GET /orders/\{id\}`
		return err
	})
	http.HandleFunc("GET /hooked", func(w http.ResponseWriter, r *http.Request) { hooked(hooks, more) })
	balancing := newBalanced()
	http.HandleFunc("GET /bases", func(w http.ResponseWriter, r *http.Request) { bases(r.FormValue("id")) })
	http.HandleFunc("GET /transported", func(w http.ResponseWriter, r *http.Request) { transported() })
	http.HandleFunc("GET /balanced", func(w http.ResponseWriter, r *http.Request) { balanced(balancing, r.FormValue("id")) })
	http.HandleFunc("GET /params", func(w http.ResponseWriter, r *http.Request) { params() })
	http.HandleFunc("GET /default", func(w http.ResponseWriter, r *http.Request) { byDefault() })
}
