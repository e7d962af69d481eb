package main

import (
	"net/http"

	"github.com/levigross/grequests"
	grequests2 "github.com/levigross/grequests/v2"
	"github.com/parnurzeal/gorequest"
	"github.com/sethgrid/pester"
	"gopkg.in/h2non/gentleman.v2"
)

// A moved transport sends requests to another host than they name.
type moved struct{ host string }

func (m moved) RoundTrip(r *http.Request) (*http.Response, error) {
	r.URL.Host = m.host
	return http.DefaultTransport.RoundTrip(r)
}

func extended(r *http.Request) {
	c := pester.NewExtendedClient(&http.Client{Transport: moved{"orders"}})
	c.PostForm("http://nobody/orders", nil) // want `GET /extended of fluentclients waits for orders POST /orders`
	c.Get("http://nobody/orders/7")         // want `GET /extended of fluentclients waits for orders GET /orders/\{id\}`
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://nobody/orders/7", nil)
	if err != nil {
		return
	}
	c.Do(req) // want `GET /extended of fluentclients waits for orders GET /orders/\{id\}`
}

func pestered() {
	pester.Get("http://users/users/7")               // want `GET /pestered of fluentclients waits for users GET /users/\{id\}`
	pester.PostForm("http://payments/payments", nil) // want `GET /pestered of fluentclients waits for payments POST /payments`
	req, _ := http.NewRequest("GET", "http://archive/orders/7", nil)
	pester.Do(req) // want `GET /pestered of fluentclients waits for archive GET /orders/\{id\}`
	c := pester.New()
	c.Transport = moved{"users"}
	c.Get("http://nobody/users/7") // want `GET /pestered of fluentclients waits for users GET /users/\{id\}`
	d := pester.New()
	d.EmbedHTTPClient(&http.Client{Transport: moved{"orders"}})
	d.Head("http://nobody/orders/7") // want `GET /pestered of fluentclients waits for orders GET /orders/\{id\}`
}

// A client's method and parameters are those of its requests.
func inherited(c *gentleman.Client) {
	c.Request().Send()                                                         // want `GET /inherited of fluentclients waits for orders DELETE /orders/7`
	c.Request().Method("GET").Do()                                             // want `GET /inherited of fluentclients waits for orders GET /orders/\{id\}`
	gentleman.New().UseParent(c).Get().Send()                                  // want `GET /inherited of fluentclients waits for orders GET /orders/\{id\}`
	c.Get().Path("/:kind/:id").Params(map[string]string{"kind": "x"}).Send()   // want `GET /inherited of fluentclients waits for orders GET /x/7`
	gentleman.NewRequest().URL("http://users").Path("/users/7").Clone().Send() // want `GET /inherited of fluentclients waits for users GET /users/\{id\}`
}

func custom() {
	gorequest.New().CustomMethod("POST", "http://orders/orders").EndBytes()    // want `GET /custom of fluentclients waits for orders POST /orders`
	req, err := gorequest.New().Post("http://payments/payments").MakeRequest() // it is sent below
	if err == nil {
		http.DefaultClient.Do(req) // want `GET /custom of fluentclients waits for payments POST /payments`
	}
}

func verbs(r *http.Request) {
	grequests.Req("POST", "http://orders/orders", nil)                                          // want `GET /verbs of fluentclients waits for orders POST /orders`
	grequests2.NewSession(nil).Delete(r.Context(), "http://users/users/7", nil)                 // want `GET /verbs of fluentclients waits for users DELETE /users/7`
	grequests2.Post(r.Context(), "http://payments/payments")                                    // want `GET /verbs of fluentclients waits for payments POST /payments`
	grequests2.DoRegularRequest("GET", "http://archive/orders/7", &grequests2.RequestOptions{}) // want `GET /verbs of fluentclients waits for archive GET /orders/\{id\}`
}

func ways() {
	c := gentleman.New().Method("DELETE").URL("http://orders").Path("/orders/:id").Params(map[string]string{"id": "7"})
	http.HandleFunc("GET /extended", func(w http.ResponseWriter, r *http.Request) { extended(r) })
	http.HandleFunc("GET /pestered", func(w http.ResponseWriter, r *http.Request) { pestered() })
	http.HandleFunc("GET /inherited", func(w http.ResponseWriter, r *http.Request) { inherited(c) })
	http.HandleFunc("GET /custom", func(w http.ResponseWriter, r *http.Request) { custom() })
	http.HandleFunc("GET /verbs", func(w http.ResponseWriter, r *http.Request) { verbs(r) })
}
