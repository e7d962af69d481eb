package common

import "context"

type (
	// Service serves what the sidecar hands on.
	Service interface {
		AddServiceInvocationHandler(name string, fn ServiceInvocationHandler) error
		AddTopicEventHandler(sub *Subscription, fn TopicEventHandler) error
		AddBindingInvocationHandler(name string, fn BindingInvocationHandler) error
		AddJobEventHandler(name string, fn JobEventHandler) error
		Start() error
		Stop() error
		GracefulStop() error
	}

	// ServiceInvocationHandler serves calls.
	ServiceInvocationHandler func(ctx context.Context, in *InvocationEvent) (out *Content, err error)
	// TopicEventHandler gets what is published.
	TopicEventHandler func(ctx context.Context, e *TopicEvent) (retry bool, err error)
	// BindingInvocationHandler gets what a binding sends.
	BindingInvocationHandler func(ctx context.Context, in *BindingEvent) (out []byte, err error)

	// JobEventHandler does a job when it is time.
	JobEventHandler func(ctx context.Context, in *JobEvent) error

	// JobEvent is a job.
	JobEvent struct {
		JobType string
		Data    []byte
	}

	// SubscriptionResponseStatus says what became of a message.
	SubscriptionResponseStatus string

	// InvocationEvent is a call.
	InvocationEvent struct {
		Data        []byte
		ContentType string
		Verb        string
		QueryString string
	}

	// Content is an answer.
	Content struct {
		Data        []byte
		ContentType string
	}

	// TopicEvent is what was published.
	TopicEvent struct {
		ID    string
		Topic string
		Data  any
	}

	// BindingEvent is what a binding sent.
	BindingEvent struct {
		Data     []byte
		Metadata map[string]string
	}

	// Subscription says what is to be told.
	Subscription struct {
		PubsubName string
		Topic      string
		Route      string
	}
)

// SubscriptionResponseStatusSuccess says that a message was handled.
const SubscriptionResponseStatusSuccess SubscriptionResponseStatus = "SUCCESS"
