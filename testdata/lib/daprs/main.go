// A service of dapr: others are called by the names of their applications, through the
// sidecar.
package main

import (
	"context"
	"log"
	nethttp "net/http"

	"github.com/dapr/go-sdk/client"
	"github.com/dapr/go-sdk/service/common"
	"github.com/dapr/go-sdk/service/http"
)

type shop struct{ client client.Client }

// place is served.
func (s *shop) place(ctx context.Context, in *common.InvocationEvent) (*common.Content, error) {
	if _, err := s.client.InvokeMethod(ctx, "orders", "orders/1", "get"); err != nil { // want `ANY /place of daprs waits for orders GET /orders/\{id\}:`
		return nil, err
	}
	content := &client.DataContent{Data: in.Data}
	if _, err := s.client.InvokeMethodWithContent(ctx, "orders", "orders", nethttp.MethodPost, content); err != nil { // want `ANY /place of daprs waits for orders POST /orders:`
		return nil, err
	}
	if err := s.client.PublishEvent(ctx, "pubsub", "placed", in.Data); err != nil {
		return nil, err
	}
	if _, err := s.client.GetState(ctx, "orders", "1", nil); err != nil {
		return nil, err
	}
	return nil, s.client.InvokeOutputBinding(ctx, &client.InvokeBindingRequest{Name: "orders"})
}

// placed is told; nobody waits for it.
func (s *shop) placed(ctx context.Context, e *common.TopicEvent) (bool, error) {
	_, err := nethttp.Get("http://users/users/1") // runs: consumer placed
	return false, err
}

// sweep runs by a clock.
func (s *shop) sweep(ctx context.Context, in *common.BindingEvent) ([]byte, error) {
	_, err := nethttp.Post("http://payments/payments", "", nil) // runs: consumer sweep
	return nil, err
}

func main() {
	c, err := client.NewClient()
	if err != nil {
		log.Fatal(err)
	}
	s := &shop{c}
	defer s.more().GracefulStop()
	srv := http.NewService(":8080")
	if err := srv.AddServiceInvocationHandler("place", s.place); err != nil {
		log.Fatal(err)
	}
	if err := srv.AddTopicEventHandler(&common.Subscription{PubsubName: "pubsub", Topic: "placed"}, s.placed); err != nil {
		log.Fatal(err)
	}
	if err := srv.AddBindingInvocationHandler("sweep", s.sweep); err != nil {
		log.Fatal(err)
	}
	if err := srv.Start(); err != nil {
		log.Fatal(err)
	}
}
