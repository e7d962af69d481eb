// Events over HTTP, whose sender waits for the receiver, and over other protocols.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	cloudevents "github.com/cloudevents/sdk-go/v2"
	"github.com/cloudevents/sdk-go/v2/client"
	"github.com/cloudevents/sdk-go/v2/protocol/gochan"
	cehttp "github.com/cloudevents/sdk-go/v2/protocol/http"
)

// sold is an event of the shop.
func sold(id string) cloudevents.Event {
	e := cloudevents.NewEvent()
	e.SetType("shop.sold")
	e.SetSource("shop")
	e.SetID(id)
	return e
}

type shop struct {
	orders client.Client
	any    cloudevents.Client
	local  cloudevents.Client
}

func (s *shop) fixed(w http.ResponseWriter, r *http.Request) {
	if result := s.orders.Send(r.Context(), sold("1")); cloudevents.IsUndelivered(result) { // want `POST /fixed of cloudevent waits for orders POST /orders:`
		http.Error(w, result.Error(), http.StatusBadGateway)
	}
}

// chosen sends where the context says.
func (s *shop) chosen(w http.ResponseWriter, r *http.Request) {
	ctx := cloudevents.ContextWithTarget(r.Context(), os.Getenv("PAYMENTS_URL")+"/payments")
	ctx = cloudevents.ContextWithRetriesConstantBackoff(ctx, 10, 3)
	s.any.Send(ctx, sold("2")) // want `POST /chosen of cloudevent waits for payments POST /payments:`
}

// other goes elsewhere than its client does otherwise.
func (s *shop) other(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(cloudevents.ContextWithTarget(r.Context(), "http://archive/events"))
	defer cancel()
	reply, _ := s.orders.Request(ctx, sold("3")) // want `POST /other of cloudevent waits for archive POST /events:`
	log.Print(reply)
}

// local events go over a channel: nobody waits for who gets them.
func (s *shop) told(w http.ResponseWriter, r *http.Request) {
	s.local.Send(r.Context(), sold("4"))
}

// received is called for each request; its result is the answer.
func received(ctx context.Context, e cloudevents.Event) (*cloudevents.Event, cloudevents.Result) {
	_, err := http.Get("http://users/users/" + e.Subject()) // want `POST /events of cloudevent waits for users GET /users/\{id\}:`
	return nil, err
}

// logged stands before what the receiver gets.
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/log") // want `POST /events of cloudevent waits for orders GET /orders/\{id\}:`
		next.ServeHTTP(w, r)
	})
}

// heard is called for events of a channel.
func heard(ctx context.Context, e cloudevents.Event) {
	http.Get("http://users/users/" + e.Subject()) // runs: consumer {}
}

// mounted is called for the requests of a route.
func mounted(ctx context.Context, e cloudevents.Event) error {
	_, err := http.Get("http://archive/orders/1") // want `POST /hooks of cloudevent waits for archive GET /orders/\{id\}:`
	return err
}

// counted is called for the requests that a handler lets by.
func counted(ctx context.Context, e cloudevents.Event) error {
	_, err := http.Post("http://payments/payments", "", nil) // want `POST /counted of cloudevent waits for payments POST /payments:`
	return err
}

// hooks are handlers of requests that are events.
func hooks(p *cehttp.Protocol) {
	hook, err := client.NewHTTPReceiveHandler(context.Background(), p, mounted)
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("POST /hooks", hook)
	inner, err := cloudevents.NewHTTPReceiveHandler(context.Background(), p, counted)
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("POST /counted", func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.Header.Get("Ce-Id"))
		inner.ServeHTTP(w, r)
	})
}

func newShop(local cloudevents.Client) (*shop, error) {
	orders, err := cloudevents.NewClientHTTP(cloudevents.WithTarget("http://orders/orders"))
	if err != nil {
		return nil, err
	}
	p, err := cehttp.New()
	if err != nil {
		return nil, err
	}
	other, err := cloudevents.NewClient(p, cloudevents.WithTimeNow())
	return &shop{orders, other, local}, err
}

func listen(local cloudevents.Client) error {
	go local.StartReceiver(context.Background(), heard)
	c, err := client.NewHTTP(cehttp.WithPath("/events"), cehttp.WithMiddleware(logged), cehttp.WithPort(8081))
	if err != nil {
		return err
	}
	return c.StartReceiver(context.Background(), received)
}

func main() {
	local, err := cloudevents.NewClient(gochan.New())
	if err != nil {
		log.Fatal(err)
	}
	s, err := newShop(local)
	if err != nil {
		log.Fatal(err)
	}
	go listen(local)
	p, _ := cloudevents.NewHTTP()
	hooks(p)
	http.HandleFunc("POST /fixed", s.fixed)
	http.HandleFunc("POST /chosen", s.chosen)
	http.HandleFunc("POST /other", s.other)
	http.HandleFunc("POST /told", s.told)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
