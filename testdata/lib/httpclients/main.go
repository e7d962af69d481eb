// HTTP clients around the one of net/http: retries, tokens, contexts, and requests that
// are built step by step.
package main

import (
	"context"
	"net/http"
	"time"

	"github.com/carlmjohnson/requests"
	"github.com/dghubble/sling"
	"github.com/gojek/heimdall/v7"
	"github.com/gojek/heimdall/v7/httpclient"
	"github.com/gojek/heimdall/v7/hystrix"
	"github.com/hashicorp/go-retryablehttp"
	"golang.org/x/net/context/ctxhttp"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

type order struct{ ID string }

// A client of net/http over one that retries.
func standard(ctx context.Context, c *http.Client) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://orders/orders/7", nil)
	if err != nil {
		return err
	}
	_, err = c.Do(req) // want `GET /standard of httpclients waits for orders GET /orders/\{id\}`
	return err
}

func retried(c *retryablehttp.Client) error {
	_, err := c.PostForm("http://payments/payments", nil) // want `POST /retried of httpclients waits for payments POST /payments`
	return err
}

// Slings have what the one has that they come from.
type slings struct{ base *sling.Sling }

func (s *slings) find(id string) error {
	_, err := s.base.New().Get("orders/"+id).Set("a", "b").ReceiveSuccess(&order{}) // want `GET /sling of httpclients waits for orders GET /orders/\{id\}`
	return err
}

func (s *slings) place() error {
	var out, failure order
	_, err := s.base.New().Post("/orders").BodyJSON(&order{}).Receive(&out, &failure) // want `POST /sling of httpclients waits for orders POST /orders`
	return err
}

func (s *slings) built() error {
	req, err := s.base.New().Path("orders/").Get("7").Request()
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req) // want `GET /built of httpclients waits for orders GET /orders/\{id\}`
	return err
}

func find(ctx context.Context, id string) error {
	var out order
	return requests.URL("http://users").Pathf("/users/%s", id).ToJSON(&out).Fetch(ctx) // want `GET /requests of httpclients waits for users GET /users/\{id\}`
}

func pay(ctx context.Context) error {
	return requests.URL("/payments").Host("payments").Scheme("http").BodyJSON(&order{}).Fetch(ctx) // want `POST /requests of httpclients waits for payments POST /payments`
}

func again(c heimdall.Client) error {
	_, err := c.Get("http://orders/orders/7", nil) // want `GET /heimdall of httpclients waits for orders GET /orders/\{id\}`
	return err
}

func guarded(c *hystrix.Client) error {
	_, err := c.Post("http://payments/payments", nil, nil) // want `POST /hystrix of httpclients waits for payments POST /payments`
	return err
}

// What stands in for an answer is part of the endpoint.
func instead(error) error {
	_, err := http.Get("http://users/users/7") // want `POST /hystrix of httpclients waits for users GET /users/\{id\}`
	return err
}

func old(ctx context.Context) error {
	_, err := ctxhttp.Get(ctx, nil, "http://users/users/7") // want `GET /ctxhttp of httpclients waits for users GET /users/\{id\}`
	return err
}

// A token comes from somewhere else; the request goes where it says.
func authorized(ctx context.Context, cfg *clientcredentials.Config) error {
	if _, err := cfg.Token(ctx); err != nil {
		return err
	}
	_, err := cfg.Client(ctx).Get("http://users/users/7") // want `GET /oauth of httpclients waits for users GET /users/\{id\}`
	return err
}

// A renamed transport sends requests to where they shall go.
type renamed struct{ next http.RoundTripper }

func (t renamed) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Host = "payments"
	return t.next.RoundTrip(r)
}

func below(c *http.Client) error {
	_, err := c.Post("http://elsewhere/payments", "text/plain", nil) // want `POST /below of httpclients waits for payments POST /payments`
	return err
}

// prepared looks like a call: nothing is sent.
func prepared(ctx context.Context) (*http.Request, error) {
	sling.New().Post("http://payments/payments")
	return requests.URL("http://payments/payments").Post().Request(ctx)
}

func main() {
	retry := retryablehttp.NewClient()
	retry.RetryMax = 4
	std := retry.StandardClient()
	s := &slings{sling.New().Client(nil).Base("http://orders/")}
	cfg := &clientcredentials.Config{TokenURL: "http://identity/token"}
	own := &http.Client{Transport: &oauth2.Transport{Base: renamed{http.DefaultTransport}}}
	plain := httpclient.NewClient(httpclient.WithHTTPTimeout(time.Second), httpclient.WithRetryCount(2))
	breaker := hystrix.NewClient(hystrix.WithCommandName("orders"), hystrix.WithFallbackFunc(instead))
	http.HandleFunc("GET /standard", func(w http.ResponseWriter, r *http.Request) { standard(r.Context(), std) })
	http.HandleFunc("POST /retried", func(w http.ResponseWriter, r *http.Request) { retried(retry) })
	http.HandleFunc("GET /sling", func(w http.ResponseWriter, r *http.Request) { s.find(r.FormValue("id")) })
	http.HandleFunc("POST /sling", func(w http.ResponseWriter, r *http.Request) { s.place() })
	http.HandleFunc("GET /built", func(w http.ResponseWriter, r *http.Request) { s.built() })
	http.HandleFunc("GET /requests", func(w http.ResponseWriter, r *http.Request) { find(r.Context(), r.FormValue("id")) })
	http.HandleFunc("POST /requests", func(w http.ResponseWriter, r *http.Request) { pay(r.Context()) })
	http.HandleFunc("GET /heimdall", func(w http.ResponseWriter, r *http.Request) { again(plain) })
	http.HandleFunc("POST /hystrix", func(w http.ResponseWriter, r *http.Request) { guarded(breaker) })
	http.HandleFunc("GET /ctxhttp", func(w http.ResponseWriter, r *http.Request) { old(r.Context()) })
	http.HandleFunc("GET /oauth", func(w http.ResponseWriter, r *http.Request) { authorized(r.Context(), cfg) })
	http.HandleFunc("POST /below", func(w http.ResponseWriter, r *http.Request) { below(own) })
	http.HandleFunc("GET /prepared", func(w http.ResponseWriter, r *http.Request) { prepared(r.Context()) })
	ways()
	http.ListenAndServe(":8080", nil)
}
