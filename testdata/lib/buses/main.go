// Buses within the process, and those of commands and events, which go by their types.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"

	"github.com/ThreeDotsLabs/watermill"
	wmhttp "github.com/ThreeDotsLabs/watermill-http/v2/pkg/http"
	"github.com/ThreeDotsLabs/watermill/components/cqrs"
	"github.com/ThreeDotsLabs/watermill/components/requestreply"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/pubsub/gochannel"
	"github.com/asaskevich/EventBus"
)

const (
	user  = "http://users/users/"
	order = "http://orders/orders/"
)

// inline has subscribers run where one publishes.
func inline(mux *http.ServeMux) error {
	bus := EventBus.New()
	err := bus.Subscribe("order:placed", func(id string) {
		http.Get(order + id) // want `POST /inline of buses waits for orders GET /orders/\{id\}`
	})
	if err != nil {
		return err
	}
	err = bus.Subscribe("order:paid", func(id string) {
		http.Get("http://payments/payments") // runs: never
	})
	if err != nil {
		return err
	}
	if err := bus.SubscribeAsync("order:placed", welcome, false); err != nil {
		return err
	}
	mux.HandleFunc("POST /inline", func(w http.ResponseWriter, r *http.Request) {
		bus.Publish("order:placed", r.FormValue("id"))
	})
	return nil
}

func welcome(id string) {
	http.Get(user + "welcome") // runs: consumer order:placed
}

// Commands and events.
type (
	BookRoom   struct{ Room string }
	RoomBooked struct{ Room string }
	PriceRoom  struct{ Room string }
)

// onBooked is a handler of the program's own.
type onBooked struct{}

func (onBooked) HandlerName() string { return "onBooked" }

func (onBooked) NewEvent() any { return &RoomBooked{} }

func (onBooked) Handle(ctx context.Context, event any) error {
	_, err := http.Get(user + "booked") // runs: consumer RoomBooked
	return err
}

// commanding makes a bus of commands and has them handled.
func commanding(ps *gochannel.GoChannel, r *message.Router) (*cqrs.CommandBus, error) {
	logger, marshaler := watermill.NopLogger{}, cqrs.JSONMarshaler{}
	bus, err := cqrs.NewCommandBusWithConfig(ps, cqrs.CommandBusConfig{
		GeneratePublishTopic: func(p cqrs.CommandBusGeneratePublishTopicParams) (string, error) {
			return "commands." + p.CommandName, nil
		},
		Marshaler: marshaler,
	})
	if err != nil {
		return nil, err
	}
	p, err := cqrs.NewCommandProcessorWithConfig(r, cqrs.CommandProcessorConfig{Logger: logger, Marshaler: marshaler})
	if err != nil {
		return nil, err
	}
	return bus, p.AddHandlers(cqrs.NewCommandHandler("book", func(ctx context.Context, c *BookRoom) error {
		_, err := http.Get(order + c.Room) // runs: consumer BookRoom
		return err
	}))
}

// happening makes a bus of events and has them handled.
func happening(ps *gochannel.GoChannel, r *message.Router) (*cqrs.EventBus, error) {
	bus, err := cqrs.NewEventBusWithConfig(ps, cqrs.EventBusConfig{Marshaler: cqrs.JSONMarshaler{}})
	if err != nil {
		return nil, err
	}
	p, err := cqrs.NewEventProcessorWithConfig(r, cqrs.EventProcessorConfig{Marshaler: cqrs.JSONMarshaler{}})
	if err != nil {
		return nil, err
	}
	g, err := cqrs.NewEventGroupProcessorWithConfig(r, cqrs.EventGroupProcessorConfig{Marshaler: cqrs.JSONMarshaler{}})
	if err != nil {
		return nil, err
	}
	err = g.AddHandlersGroup("rooms", cqrs.NewGroupEventHandler(func(ctx context.Context, e *RoomBooked) error {
		_, err := http.Get(order + "grouped") // runs: consumer RoomBooked
		return err
	}))
	return bus, errors.Join(err, p.AddHandlers(onBooked{}))
}

// audit runs before each message.
func audit(h message.HandlerFunc) message.HandlerFunc {
	return func(m *message.Message) ([]*message.Message, error) {
		http.Get(user + "audit") // runs: consumer {}
		return h(m)
	}
}

func rooms(mux *http.ServeMux) error {
	logger := watermill.NopLogger{}
	ps := gochannel.NewGoChannel(gochannel.Config{}, logger)
	r, err := message.NewRouter(message.RouterConfig{}, logger)
	if err != nil {
		return err
	}
	r.AddMiddleware(audit)
	commands, err := commanding(ps, r)
	if err != nil {
		return err
	}
	events, err := happening(ps, r)
	if err != nil {
		return err
	}
	mux.HandleFunc("POST /rooms", func(w http.ResponseWriter, r *http.Request) {
		commands.Send(r.Context(), &BookRoom{r.FormValue("room")})            // sends: watermill:BookRoom
		events.Publish(r.Context(), RoomBooked{r.FormValue("room")})          // sends: watermill:RoomBooked
		ps.Publish("rooms.log", message.NewMessage(watermill.NewUUID(), nil)) // sends: watermill:rooms.log
	})
	mux.HandleFunc("GET /prices", func(w http.ResponseWriter, r *http.Request) {
		var backend requestreply.Backend[int]
		requestreply.SendWithReply(r.Context(), commands, backend, &PriceRoom{}) // want `GET /prices of buses waits for orders PriceRoom`
	})
	go r.Run(context.Background())
	return nil
}

// shop publishes by whatever it was made with.
type shop struct{ out message.Publisher }

func (s shop) sell(w http.ResponseWriter, r *http.Request) {
	m := message.NewMessage(watermill.NewUUID(), nil)
	s.out.Publish("http://orders/orders", m) // want `POST /posted of buses waits for orders POST /orders`
}

// posting publishes by HTTP, which waits.
func posting(mux *http.ServeMux) error {
	p, err := wmhttp.NewPublisher(wmhttp.PublisherConfig{}, watermill.NopLogger{})
	if err != nil {
		return err
	}
	mux.HandleFunc("POST /posted", shop{p}.sell)
	return nil
}

func main() {
	mux := http.NewServeMux()
	for _, start := range []func(*http.ServeMux) error{inline, rooms, posting, piped, hooks} {
		if err := start(mux); err != nil {
			log.Fatal(err)
		}
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
