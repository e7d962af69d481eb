package main

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"time"

	"github.com/go-kit/kit/circuitbreaker"
	"github.com/go-kit/kit/endpoint"
	"github.com/go-kit/kit/ratelimit"
	amqptransport "github.com/go-kit/kit/transport/amqp"
	httptransport "github.com/go-kit/kit/transport/http"
	"github.com/go-kit/kit/transport/http/jsonrpc"
	amqp "github.com/rabbitmq/amqp091-go"
	"github.com/sony/gobreaker"
	"github.com/streadway/handy/breaker"
	"golang.org/x/time/rate"
)

// explicit makes its requests itself.
func explicit(ctx context.Context, r interface{}) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, "GET", "http://archive/orders/"+r.(string), nil)
}

func decodeHTTP(context.Context, *http.Response) (interface{}, error) { return nil, nil }

// told asks another service before and after.
func told(next endpoint.Endpoint) endpoint.Endpoint {
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		http.Post("http://payments/payments", "", nil) // want `GET /chained of gokits waits for payments POST /payments:`
		return next(ctx, request)
	}
}

// guarded are clients behind breakers, in whatever order these stand.
func guarded() endpoint.Endpoint {
	e := httptransport.NewExplicitClient(explicit, decodeHTTP).Endpoint()
	e = circuitbreaker.Gobreaker(gobreaker.NewCircuitBreaker(gobreaker.Settings{}))(e)
	e = circuitbreaker.HandyBreaker(breaker.NewBreaker(0.05))(e)
	return circuitbreaker.Hystrix("archive")(e)
}

func fetch(next endpoint.Endpoint) endpoint.Endpoint {
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		return next(ctx, request) // want `GET /chained of gokits waits for archive GET /orders/\{id\}:`
	}
}

// lookup sends a message, and waits for the answer on a queue of its own.
func lookup(ch *amqp.Channel) (ask, tell endpoint.Endpoint) {
	q, _ := ch.QueueDeclare("", false, true, true, false, nil)
	encode := func(context.Context, *amqp.Publishing, interface{}) error { return nil }
	decode := func(context.Context, *amqp.Delivery) (interface{}, error) { return nil, nil }
	ask = amqptransport.NewPublisher(ch, &q, encode, decode,
		amqptransport.PublisherBefore(amqptransport.SetPublishKey("orders"))).Endpoint()
	tell = amqptransport.NewPublisher(ch, &q, encode, decode,
		amqptransport.PublisherBefore(amqptransport.SetPublishExchange("shop"), amqptransport.SetPublishKey("sold")),
		amqptransport.PublisherDeliverer(amqptransport.SendAndForgetDeliverer)).Endpoint()
	return ask, tell
}

func messages(ask, tell endpoint.Endpoint) endpoint.Endpoint {
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		if _, err := tell(ctx, request); err != nil { // sends: amqp:shop/sold
			return nil, err
		}
		return ask(ctx, request) // want `GET /ask of gokits waits for orders orders:`
	}
}

// methods share one route.
func methods() jsonrpc.EndpointCodecMap {
	return jsonrpc.EndpointCodecMap{
		"order": jsonrpc.EndpointCodec{Endpoint: ordered, Decode: decodeJSON, Encode: encodeJSON},
		"user":  jsonrpc.EndpointCodec{Endpoint: user, Decode: decodeJSON, Encode: encodeJSON},
	}
}

func decodeJSON(context.Context, json.RawMessage) (interface{}, error) { return nil, nil }

func encodeJSON(context.Context, interface{}) (json.RawMessage, error) { return nil, nil }

func ordered(ctx context.Context, request interface{}) (interface{}, error) {
	return http.Get("http://orders/orders/1") // want `POST /jsonrpc of gokits waits for orders GET /orders/\{id\}:`
}

func user(ctx context.Context, request interface{}) (interface{}, error) {
	return http.Get("http://users/users/1") // want `POST /jsonrpc of gokits waits for users GET /users/\{id\}:`
}

// unused is no method, though it could be one.
func unused(ctx context.Context, request interface{}) (interface{}, error) {
	return http.Get("http://archive/orders/2")
}

func serveGuarded(ch *amqp.Channel) {
	chain := endpoint.Chain(told, fetch, ratelimit.NewErroringLimiter(rate.NewLimiter(rate.Every(time.Second), 100)))
	http.Handle("GET /chained", httptransport.NewServer(chain(guarded()), decode, httptransport.EncodeJSONResponse))
	http.Handle("GET /ask", httptransport.NewServer(messages(lookup(ch)), decode, httptransport.EncodeJSONResponse))
	http.Handle("POST /jsonrpc", jsonrpc.NewServer(methods()))
	// A client is an endpoint, and may be served as it is.
	orders, _ := url.Parse("http://orders/orders")
	place := httptransport.NewClient("POST", orders, httptransport.EncodeJSONRequest, nil)
	http.Handle("POST /place", httptransport.NewServer(place.Endpoint(), decode, httptransport.EncodeJSONResponse)) // want `POST /place of gokits waits for orders POST /orders:`
}
