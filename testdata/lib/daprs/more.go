package main

import (
	"context"
	"log"
	nethttp "net/http"

	"github.com/dapr/go-sdk/client"
	"github.com/dapr/go-sdk/service/common"
	"github.com/dapr/go-sdk/service/grpc"
	"github.com/dapr/go-sdk/service/http"
	"github.com/go-chi/chi/v5"
)

// find is served beside routes of the program's own. Settings are kept by no service.
func (s *shop) find(ctx context.Context, in *common.InvocationEvent) (*common.Content, error) {
	if _, err := s.client.GetConfigurationItem(ctx, "orders", "1"); err != nil {
		return nil, err
	}
	_, err := s.client.InvokeMethod(ctx, "orders", "/orders/1", "GET") // want `ANY /find of daprs waits for orders GET /orders/\{id\}:`
	return nil, err
}

func own(w nethttp.ResponseWriter, r *nethttp.Request) {
	nethttp.Get("http://users/users/1") // want `GET /own of daprs waits for users GET /users/\{id\}:`
}

// cleaned is done when it is time.
func cleaned(ctx context.Context, job *common.JobEvent) error {
	_, err := nethttp.Get("http://orders/orders/old") // runs: poll background
	return err
}

func changed(e *common.TopicEvent) common.SubscriptionResponseStatus {
	nethttp.Get("http://users/users/1") // runs: consumer changed
	return common.SubscriptionResponseStatusSuccess
}

// follow handles messages one by one.
func (s *shop) follow(ctx context.Context) {
	sub, err := s.client.Subscribe(ctx, client.SubscriptionOptions{PubsubName: "pubsub", Topic: "moved"})
	if err != nil {
		log.Fatal(err)
	}
	for {
		msg, err := sub.Receive()
		if err != nil {
			return
		}
		nethttp.Post("http://payments/payments", "", nil) // runs: consumer moved
		msg.Success()
	}
}

// more serves beside the rest.
func (s *shop) more() common.Service {
	mux := chi.NewRouter()
	mux.Get("/own", own)
	srv := http.NewServiceWithMux(":8081", mux)
	srv.AddServiceInvocationHandler("find", s.find)
	go srv.Start()
	s.client.SubscribeWithHandler(context.Background(), client.SubscriptionOptions{PubsubName: "pubsub", Topic: "changed"}, changed)
	go s.follow(context.Background())
	jobs, err := grpc.NewService(":8082")
	if err != nil {
		log.Fatal(err)
	}
	jobs.AddJobEventHandler("clean", cleaned)
	go jobs.Start()
	return srv
}
