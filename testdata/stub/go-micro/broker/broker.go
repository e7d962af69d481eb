package broker

type (
	// Broker publishes and subscribes.
	Broker interface {
		Publish(topic string, m *Message, opts ...PublishOption) error
		Subscribe(topic string, h Handler, opts ...SubscribeOption) (Subscriber, error)
	}

	// Handler gets what is published.
	Handler func(Event) error

	// Message is published.
	Message struct {
		Header map[string]string
		Body   []byte
	}

	// Event is a message that was published.
	Event interface {
		Topic() string
		Message() *Message
	}

	// Subscriber is told.
	Subscriber interface{ Unsubscribe() error }

	// PublishOption changes what is published.
	PublishOption func(*options)
	// SubscribeOption changes a subscription.
	SubscribeOption func(*options)

	options struct{}
)

// Publish publishes.
func Publish(topic string, msg *Message, opts ...PublishOption) error { return nil }

// Subscribe subscribes.
func Subscribe(topic string, handler Handler, opts ...SubscribeOption) (Subscriber, error) {
	return nil, nil
}
