// Package pubsub stands for the package of this name: the declarations that the cases
// use, as version 2 has them.
package pubsub

import "context"

type (
	Client        struct{}
	Message       struct{ Data []byte }
	PublishResult struct{}
	Publisher     struct{}
	Subscriber    struct{}
)

func NewClient(ctx context.Context, projectID string) (*Client, error) { return nil, nil }

func (*Client) Publisher(topicNameOrID string) *Publisher { return nil }

func (*Client) Subscriber(nameOrID string) *Subscriber { return nil }

func (*Publisher) Publish(ctx context.Context, msg *Message) *PublishResult { return nil }

func (*PublishResult) Get(ctx context.Context) (serverID string, err error) { return "", nil }

func (*Subscriber) Receive(ctx context.Context, f func(context.Context, *Message)) error {
	return nil
}

func (*Message) Ack() {}
