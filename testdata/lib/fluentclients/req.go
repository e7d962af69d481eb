package main

import (
	"net/http"

	"github.com/imroc/req/v3"
)

// Requests whose client, method, URL and path parameters are said one by one.
func requested(c *req.Client, ctx *http.Request) {
	c.R().SetURL("orders/{id}").SetPathParams(map[string]string{"id": "7"}).Do()     // want `GET /requested of fluentclients waits for archive GET /orders/\{id\}`
	c.NewRequest().Send(http.MethodPost, "http://orders/orders")                     // want `GET /requested of fluentclients waits for orders POST /orders`
	c.Clone().SetTimeout(1).Get().SetURL("/orders/7").Do(ctx.Context())              // want `GET /requested of fluentclients waits for archive GET /orders/\{id\}`
	c.Get("/{second}/9").Do(ctx.Context())                                           // want `GET /requested of fluentclients waits for archive GET /orders/\{id\}`
	c.Delete("/{kind}/8").Do(ctx.Context())                                          // want `GET /requested of fluentclients waits for archive DELETE /orders/8`
	req.NewClient().SetScheme("http").R().SetSuccessResult(nil).Get("users/users/7") // want `GET /requested of fluentclients waits for users GET /users/\{id\}`
	r, _ := http.NewRequest(http.MethodPost, "http://payments/payments", nil)
	c.Do(r) // want `GET /requested of fluentclients waits for payments POST /payments`
}

// The must forms panic where the others return an error.
func musts(c *req.Client) {
	c.R().MustGet("orders/7")     // want `GET /musts of fluentclients waits for archive GET /orders/\{id\}`
	c.R().MustHead("orders/7")    // want `GET /musts of fluentclients waits for archive GET /orders/\{id\}`
	c.R().MustPost("orders/7")    // want `GET /musts of fluentclients waits for archive POST /orders/7`
	c.R().MustPut("orders/7")     // want `GET /musts of fluentclients waits for archive PUT /orders/7`
	c.R().MustPatch("orders/7")   // want `GET /musts of fluentclients waits for archive PATCH /orders/7`
	c.R().MustDelete("orders/7")  // want `GET /musts of fluentclients waits for archive DELETE /orders/7`
	c.R().MustOptions("orders/7") // want `GET /musts of fluentclients waits for archive OPTIONS /orders/7`
	req.MustHead("/users/7")      // want `GET /musts of fluentclients waits for users GET /users/\{id\}`
	req.MustPost("/users/7")      // want `GET /musts of fluentclients waits for users POST /users/7`
	req.MustPut("/users/7")       // want `GET /musts of fluentclients waits for users PUT /users/7`
	req.MustPatch("/users/7")     // want `GET /musts of fluentclients waits for users PATCH /users/7`
	req.MustDelete("/users/7")    // want `GET /musts of fluentclients waits for users DELETE /users/7`
	req.MustOptions("/users/7")   // want `GET /musts of fluentclients waits for users OPTIONS /users/7`
}

// The default client's base URL is said in main.
func defaults() {
	req.Get("/users/7")                                  // want `GET /defaults of fluentclients waits for users GET /users/\{id\}`
	req.Delete("/{sort}/7")                              // want `GET /defaults of fluentclients waits for users DELETE /users/7`
	req.NewRequest().Put("/users/8")                     // want `GET /defaults of fluentclients waits for users PUT /users/8`
	req.SetBody("").MustPost("http://payments/payments") // want `GET /defaults of fluentclients waits for payments POST /payments`
	req.Get("/{more}/9")                                 // want `GET /defaults of fluentclients waits for users GET /users/\{id\}`
	req.SetURL("/users/9").Do()                          // want `GET /defaults of fluentclients waits for users GET /users/\{id\}`
	req.SetPathParam("id", "7").Get("/users/{id}")       // want `GET /defaults of fluentclients waits for users GET /users/\{id\}`
	req.Get("/{part}/7")                                 // want `GET /defaults of fluentclients waits for users GET /users/\{id\}`
	req.DefaultClient().R().MustGet("/users/7")          // want `GET /defaults of fluentclients waits for users GET /users/\{id\}`
}

// begun looks like a call: nothing is sent.
func begun(c *req.Client) *req.Request {
	req.SetURL("http://payments/payments").SetBody(1)
	return c.Post("http://payments/payments")
}

// hooked has functions run with each request, and others only with one.
func hooked(c *req.Client) {
	c.R().AddRetryHook(func(*req.Response, error) {
		http.Get("http://payments/payments/retried") // want `GET /hooked of fluentclients waits for payments GET /payments/retried`
	}).MustGet("http://orders/orders/7") // want `GET /hooked of fluentclients waits for orders GET /orders/\{id\}`
	c.R().MustGet("http://orders/orders/8") // want `GET /hooked of fluentclients waits for orders GET /orders/\{id\}`
}

func requests() {
	hooks := req.C().OnBeforeRequest(func(*req.Client, *req.Request) error {
		_, err := http.Get("http://users/users/token") // want `GET /hooked of fluentclients waits for users GET /users/\{id\}`
		return err
	})
	http.HandleFunc("GET /hooked", func(w http.ResponseWriter, r *http.Request) { hooked(hooks) })
	archive := req.C().SetCommonPathParams(map[string]string{"kind": "orders"}).SetBaseURL("http://archive/")
	archive.SetCommonPathParam("second", "orders")
	req.SetTimeout(1).SetCommonPathParam("sort", "users")
	req.SetCommonPathParam("more", "users")
	req.SetCommonPathParams(map[string]string{"part": "users"})
	req.SetScheme("http")
	http.HandleFunc("GET /requested", func(w http.ResponseWriter, r *http.Request) { requested(archive, r) })
	http.HandleFunc("GET /musts", func(w http.ResponseWriter, r *http.Request) { musts(archive) })
	http.HandleFunc("GET /defaults", func(w http.ResponseWriter, r *http.Request) { defaults() })
	http.HandleFunc("GET /begun", func(w http.ResponseWriter, r *http.Request) { begun(archive) })
}

// replaced is a program whose default client is another one.
func replaced() {
	req.OnAfterResponse(func(*req.Client, *req.Response) error {
		_, err := http.Get("http://users/users/counted") // want `GET /replaced of fluentreplaced waits for users GET /users/\{id\}`
		return err
	})
	req.SetDefaultClient(req.C().SetBaseURL("http://orders"))
	http.HandleFunc("GET /replaced", func(w http.ResponseWriter, r *http.Request) {
		req.MustGet("/orders/7") // want `GET /replaced of fluentreplaced waits for orders GET /orders/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
