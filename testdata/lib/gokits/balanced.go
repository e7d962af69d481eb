package main

import (
	"context"
	"io"
	"net/url"
	"time"

	"github.com/go-kit/kit/endpoint"
	"github.com/go-kit/kit/sd"
	consulsd "github.com/go-kit/kit/sd/consul"
	"github.com/go-kit/kit/sd/lb"
	httptransport "github.com/go-kit/kit/transport/http"
	"github.com/go-kit/log"
	"github.com/hashicorp/consul/api"
)

// payTo makes an endpoint of an instance.
func payTo(instance string) (endpoint.Endpoint, io.Closer, error) {
	u := &url.URL{Scheme: "http", Host: instance, Path: "/payments"}
	return httptransport.NewClient("POST", u, httptransport.EncodeJSONRequest, nil).Endpoint(), nil, nil
}

// placeAt makes one that does not depend on the instance.
func placeAt(string) (endpoint.Endpoint, io.Closer, error) {
	u, err := url.Parse("http://orders/orders")
	if err != nil {
		return nil, nil, err
	}
	return httptransport.NewClient("POST", u, httptransport.EncodeJSONRequest, nil).Endpoint(), nil, nil
}

// orderAt makes an endpoint of an instance that Consul knows.
func orderAt(instance string) (endpoint.Endpoint, io.Closer, error) {
	u, err := url.Parse("http://" + instance + "/orders/1")
	if err != nil {
		return nil, nil, err
	}
	return httptransport.NewClient("GET", u, httptransport.EncodeJSONRequest, nil).Endpoint(), nil, nil
}

// discovered asks an instance that has the tag.
func discovered(consul *api.Client) endpoint.Endpoint {
	logger := log.NewNopLogger()
	archives := consulsd.NewInstancer(consulsd.NewClient(consul), logger, "archive", []string{"orders"}, true)
	order := lb.Retry(3, time.Second, lb.NewRoundRobin(sd.NewEndpointer(archives, orderAt, logger)))
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		return order(ctx, request) // want `GET /discovered of gokits waits for archive GET /orders/\{id\}:`
	}
}

// balanced asks one of some instances, and another one where that fails.
func balanced() endpoint.Endpoint {
	payments := sd.NewEndpointer(sd.FixedInstancer{"payments:8080", "payments:8081"}, payTo, log.NewNopLogger())
	pay := lb.Retry(3, time.Second, lb.NewRoundRobin(payments))
	orders := lb.NewRandom(sd.NewEndpointer(sd.FixedInstancer{"any:80"}, placeAt, log.NewNopLogger()), 1)
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		if _, err := pay(ctx, request); err != nil { // want `GET /balanced of gokits waits for payments POST /payments:`
			return nil, err
		}
		place, err := orders.Endpoint()
		if err != nil {
			return nil, err
		}
		return place(ctx, request) // want `GET /balanced of gokits waits for orders POST /orders:`
	}
}
