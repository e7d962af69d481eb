// Package pubsub stands for the package of this name: the declarations that the cases
// use, as version 1 has them.
package pubsub

import "context"

type (
	Client        struct{}
	Message       struct{ Data []byte }
	PublishResult struct{}
	Subscription  struct{}
	Topic         struct{}

	SubscriptionConfig struct{ Topic *Topic }
)

func NewClient(ctx context.Context, projectID string) (*Client, error) { return nil, nil }

func (*Client) Topic(id string) *Topic { return nil }

func (*Client) Subscription(id string) *Subscription { return nil }

func (*Client) CreateSubscription(ctx context.Context, id string, cfg SubscriptionConfig) (*Subscription, error) {
	return nil, nil
}

func (*Topic) Publish(ctx context.Context, msg *Message) *PublishResult { return nil }

func (*PublishResult) Get(ctx context.Context) (serverID string, err error) { return "", nil }

func (*Subscription) Receive(ctx context.Context, f func(context.Context, *Message)) error {
	return nil
}

func (*Message) Ack() {}

func (*Message) Nack() {}
