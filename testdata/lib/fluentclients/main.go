// More fluent HTTP clients, which keep what they are told until they send it.
package main

import (
	"net/http"

	"github.com/imroc/req/v3"
	"github.com/levigross/grequests"
	grequests2 "github.com/levigross/grequests/v2"
	"github.com/parnurzeal/gorequest"
	"github.com/sethgrid/pester"
	"gopkg.in/h2non/gentleman.v2"
)

func agent(id string) {
	gorequest.New().Get("http://orders/orders/"+id).Set("a", "b").End() // want `GET /agent of fluentclients waits for orders GET /orders/\{id\}`
}

// What is called with the answer is part of the endpoint.
func agentCallback() {
	gorequest.New().Post("http://payments/payments").Send(`{}`).End(func(gorequest.Response, string, []error) { // want `GET /callback of fluentclients waits for payments POST /payments`
		agentUser()
	})
}

func agentUser() {
	a := gorequest.New()
	a.Get("http://users/users/7")
	a.EndStruct(&struct{}{}) // want `GET /callback of fluentclients waits for users GET /users/\{id\}`
}

// A gentleman's request has the URL of its client, and a path of its own.
func polite(c *gentleman.Client, id string) {
	r := c.Request()
	r.Path("/users/:id")
	r.Param("id", id)
	r.SetHeader("a", "b")
	r.Send()                                                              // want `GET /gentleman of fluentclients waits for users GET /users/\{id\}`
	c.Post().Path("/").URL("http://payments").AddPath("/payments").Send() // want `GET /gentleman of fluentclients waits for payments POST /payments`
}

type orders struct{ http *req.Client }

func (o *orders) find(id string) error {
	_, err := o.http.R().SetPathParam("id", id).Get("/orders/{id}") // want `GET /req of fluentclients waits for orders GET /orders/\{id\}`
	return err
}

func (o *orders) place() error {
	return o.http.Post("/orders").SetBody(1).Do().Err // want `POST /req of fluentclients waits for orders POST /orders`
}

func global() { req.MustGet("/users/7") } // want `GET /global of fluentclients waits for users GET /users/\{id\}`

func greedy(r *http.Request) {
	grequests.Get("http://users/users/7", nil)                                // want `GET /grequests of fluentclients waits for users GET /users/\{id\}`
	grequests.NewSession(nil).Post("http://payments/payments", nil)           // want `GET /grequests of fluentclients waits for payments POST /payments`
	grequests2.Request(r.Context(), http.MethodGet, "http://orders/orders/7") // want `GET /grequests of fluentclients waits for orders GET /orders/\{id\}`
}

func patient() {
	c := pester.New()
	c.MaxRetries = 3
	c.Get("http://users/users/7") // want `GET /pester of fluentclients waits for users GET /users/\{id\}`
}

// prepared looks like a call: nothing is sent.
func prepared(c *gentleman.Client) {
	c.Post().URL("http://payments/payments")
	gorequest.New().Post("http://payments/payments").AsCurlCommand()
}

func main() {
	c := gentleman.New()
	c.URL("http://users")
	req.SetBaseURL("http://users")
	requests()
	ways()
	o := &orders{req.C().SetCommonRetryCount(2).SetBaseURL("http://orders")}
	o.http.OnBeforeRequest(func(c *req.Client, r *req.Request) error {
		_, err := http.Get("http://users/users/token") // want `GET /req of fluentclients \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		return err
	})
	http.HandleFunc("GET /agent", func(w http.ResponseWriter, r *http.Request) { agent(r.FormValue("id")) })
	http.HandleFunc("GET /callback", func(w http.ResponseWriter, r *http.Request) { agentCallback() })
	http.HandleFunc("GET /gentleman", func(w http.ResponseWriter, r *http.Request) { polite(c, r.FormValue("id")) })
	http.HandleFunc("GET /req", func(w http.ResponseWriter, r *http.Request) { o.find(r.FormValue("id")) })
	http.HandleFunc("POST /req", func(w http.ResponseWriter, r *http.Request) { o.place() })
	http.HandleFunc("GET /global", func(w http.ResponseWriter, r *http.Request) { global() })
	http.HandleFunc("GET /grequests", func(w http.ResponseWriter, r *http.Request) { greedy(r) })
	http.HandleFunc("GET /pester", func(w http.ResponseWriter, r *http.Request) { patient() })
	http.HandleFunc("GET /prepared", func(w http.ResponseWriter, r *http.Request) { prepared(c) })
	http.ListenAndServe(":8080", nil)
}
