package main

import (
	"context"
	"net/http"
	"net/url"

	"github.com/carlmjohnson/requests"
	"github.com/dghubble/sling"
	"github.com/gojek/heimdall/v7"
	"github.com/gojek/heimdall/v7/httpclient"
	"github.com/gojek/heimdall/v7/hystrix"
	"github.com/hashicorp/go-retryablehttp"
	"golang.org/x/net/context/ctxhttp"
)

// A doer stands in for a client: it adds what each request needs, and sends it.
type doer struct {
	http *http.Client
	host string
}

func (d doer) Do(r *http.Request) (*http.Response, error) {
	r.URL.Host = d.host
	return d.http.Do(r)
}

// A moved transport sends requests to another host than they name.
type moved struct{ host string }

func (m moved) RoundTrip(r *http.Request) (*http.Response, error) {
	r.URL.Host = m.host
	return http.DefaultTransport.RoundTrip(r)
}

func through(host string) *http.Client { return &http.Client{Transport: moved{host}} }

// Each step of a builder has what those before it said.
func stepwise(ctx context.Context, kind string) {
	base := requests.New().BaseURL("http://orders/v1/")
	base.Clone().Path("/orders/").Path("7").Fetch(ctx)                                             // want `GET /stepwise of httpclients waits for orders GET /orders/\{id\}`
	base.Clone().Path("/orders").Method(http.MethodPost).Fetch(ctx)                                // want `GET /stepwise of httpclients waits for orders POST /orders`
	requests.New().Hostf("%s", "users").Path("/users/7").Fetch(ctx)                                // want `GET /stepwise of httpclients waits for users GET /users/\{id\}`
	requests.URL("http://nobody").Hostf("%ss", "payment").Path("/payments").BodyJSON(1).Fetch(ctx) // want `GET /stepwise of httpclients waits for payments POST /payments`
	requests.URL("http://nobody/orders/7").Transport(moved{"archive"}).Fetch(ctx)                  // want `GET /stepwise of httpclients waits for archive GET /orders/\{id\}`
	requests.URL("http://nobody/users/7").Client(through("users")).Fetch(ctx)                      // want `GET /stepwise of httpclients waits for users GET /users/\{id\}`
	requests.URL("http://users").Path("/unserved").Fetch(ctx)                                      // want `GET /stepwise of httpclients waits for users GET /unserved`
	req, err := base.Clone().Path("/orders/8").Request(ctx)
	if err == nil {
		base.Do(req) // want `GET /stepwise of httpclients waits for orders GET /orders/\{id\}`
	}
}

func slung(r *http.Request) {
	sling.New().Client(through("orders")).Get("http://nobody/orders/7").ReceiveSuccess(nil)         // want `GET /slung of httpclients waits for orders GET /orders/\{id\}`
	sling.New().Doer(doer{http.DefaultClient, "users"}).Get("http://x/users/7").ReceiveSuccess(nil) // want `GET /slung of httpclients waits for users GET /users/\{id\}`
	s := sling.New().Doer(through("archive")).Base("http://nobody/")
	req, err := s.New().Get("/orders/7").Request()
	if err != nil {
		return
	}
	s.Do(req, nil, nil) // want `GET /slung of httpclients waits for archive GET /orders/\{id\}`
	var d sling.Doer = http.DefaultClient
	if r.FormValue("once") == "" {
		d = through("payments")
	}
	pay, _ := sling.New().Post("http://payments/payments").Request()
	d.Do(pay) // want `GET /slung of httpclients waits for payments POST /payments`
}

// Requests of this kind are sent by clients of their own.
func tried(ctx context.Context, c *retryablehttp.Client) {
	get, err := retryablehttp.NewRequest(http.MethodGet, "http://users/users/7", nil)
	if err != nil {
		return
	}
	c.Do(get.WithContext(ctx)) // want `GET /tried of httpclients waits for orders GET /users/7`
	post, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://payments/payments", nil)
	if err != nil {
		return
	}
	again, err := retryablehttp.FromRequest(post)
	if err != nil {
		return
	}
	retryablehttp.NewClient().Do(again)                              // want `GET /tried of httpclients waits for payments POST /payments`
	retryablehttp.Get("http://users/users/7")                        // want `GET /tried of httpclients waits for users GET /users/\{id\}`
	retryablehttp.PostForm("http://payments/payments", url.Values{}) // want `GET /tried of httpclients waits for payments POST /payments`
	rt := &retryablehttp.RoundTripper{Client: c}
	third, _ := http.NewRequest(http.MethodPost, "http://nobody/payments", nil)
	rt.RoundTrip(third)                                         // want `GET /tried of httpclients waits for orders POST /payments`
	(&http.Client{Transport: rt}).Get("http://nobody/orders/7") // want `GET /tried of httpclients waits for orders GET /orders/\{id\}`
}

// Clients of heimdall send by what they were made with, and so do those below them.
func guardedWays(r *http.Request, plain *httpclient.Client, breaker *hystrix.Client, any heimdall.Client) {
	plain.Delete("http://orders/orders/7", nil) // want `GET /guarded of httpclients waits for users DELETE /orders/7`
	plain.Do(lookup("1"))                       // want `GET /guarded of httpclients waits for users GET /users/\{id\}`
	breaker.Do(lookup("2"))                     // want `GET /guarded of httpclients waits for archive GET /users/2`
	any.Do(lookup("3"))                         // want `GET /guarded of httpclients waits for users GET /users/\{id\}`
}

func lookup(id string) *http.Request {
	req, _ := http.NewRequest(http.MethodGet, "http://nobody/users/"+id, nil)
	return req
}

// A client of which nothing is known goes where the request says.
func unknownClient(any heimdall.Client, r *http.Request) {
	post, err := http.NewRequest(http.MethodPost, "http://payments/payments", nil)
	if err == nil {
		any.Do(post) // want `GET /any of httpclients waits for payments POST /payments`
	}
}

// checked asks, before each retry, whether there is to be one.
func checked(c *retryablehttp.Client) {
	c.Get("http://orders/orders/7") // want `GET /checked of httpclients waits for orders GET /orders/\{id\}`
}

func newChecked() *retryablehttp.Client {
	c := retryablehttp.NewClient()
	c.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		again, err := http.Get("http://users/users/limits") // want `GET /checked of httpclients waits for users GET /users/\{id\}`
		return again != nil, err
	}
	c.PrepareRetry = func(r *http.Request) error {
		_, err := http.Post("http://payments/payments", "", nil) // want `GET /checked of httpclients waits for payments POST /payments`
		return err
	}
	return c
}

func contexts(ctx context.Context) {
	req, err := http.NewRequest(http.MethodGet, "http://nobody/orders/7", nil)
	if err != nil {
		return
	}
	ctxhttp.Do(ctx, through("orders"), req)                               // want `GET /contexts of httpclients waits for orders GET /orders/\{id\}`
	ctxhttp.PostForm(ctx, nil, "http://payments/payments", url.Values{})  // want `GET /contexts of httpclients waits for payments POST /payments`
	ctxhttp.PostForm(ctx, through("orders"), "http://nobody/orders", nil) // want `GET /contexts of httpclients waits for orders POST /orders`
}

// registry gives clients that are made elsewhere.
var registry map[string]heimdall.Client

func ways() {
	retry := retryablehttp.NewClient()
	retry.HTTPClient = through("orders")
	own := doer{http.DefaultClient, "users"}
	plain := httpclient.NewClient(httpclient.WithHTTPClient(own), httpclient.WithRetryCount(2))
	breaker := hystrix.NewClient(hystrix.WithCommandName("orders"), hystrix.WithHTTPClient(through("archive")))
	http.HandleFunc("GET /stepwise", func(w http.ResponseWriter, r *http.Request) { stepwise(r.Context(), r.FormValue("kind")) })
	http.HandleFunc("GET /slung", func(w http.ResponseWriter, r *http.Request) { slung(r) })
	http.HandleFunc("GET /tried", func(w http.ResponseWriter, r *http.Request) { tried(r.Context(), retry) })
	http.HandleFunc("GET /guarded", func(w http.ResponseWriter, r *http.Request) { guardedWays(r, plain, breaker, plain) })
	http.HandleFunc("GET /any", func(w http.ResponseWriter, r *http.Request) { unknownClient(registry["payments"], r) })
	checking := newChecked()
	http.HandleFunc("GET /checked", func(w http.ResponseWriter, r *http.Request) { checked(checking) })
	http.HandleFunc("GET /contexts", func(w http.ResponseWriter, r *http.Request) { contexts(r.Context()) })
}
