package client

import (
	"context"

	"github.com/dapr/go-sdk/service/common"
)

type (
	// Client talks to the sidecar.
	Client interface {
		InvokeMethod(ctx context.Context, appID, methodName, verb string) (out []byte, err error)
		InvokeMethodWithContent(ctx context.Context, appID, methodName, verb string, content *DataContent) (out []byte, err error)
		InvokeOutputBinding(ctx context.Context, in *InvokeBindingRequest) error
		PublishEvent(ctx context.Context, pubsubName, topicName string, data any, opts ...PublishEventOption) error
		GetConfigurationItem(ctx context.Context, storeName, key string, opts ...ConfigurationOpt) (*ConfigurationItem, error)
		Subscribe(ctx context.Context, opts SubscriptionOptions) (*Subscription, error)
		SubscribeWithHandler(ctx context.Context, opts SubscriptionOptions, handler SubscriptionHandleFunction) (func() error, error)
		GetState(ctx context.Context, storeName, key string, meta map[string]string) (item *StateItem, err error)
	}

	// DataContent is sent.
	DataContent struct {
		Data        []byte
		ContentType string
	}

	// InvokeBindingRequest is sent to a binding.
	InvokeBindingRequest struct {
		Name      string
		Operation string
		Data      []byte
		Metadata  map[string]string
	}

	// StateItem is what a store keeps.
	StateItem struct {
		Key   string
		Value []byte
	}

	// ConfigurationItem is a setting.
	ConfigurationItem struct {
		Value    string
		Version  string
		Metadata map[string]string
	}

	// ConfigurationOpt changes what is asked for.
	ConfigurationOpt func(map[string]string)

	// SubscriptionHandleFunction gets what is published.
	SubscriptionHandleFunction func(event *common.TopicEvent) common.SubscriptionResponseStatus

	// SubscriptionOptions say what is to be told.
	SubscriptionOptions struct {
		PubsubName      string
		Topic           string
		DeadLetterTopic *string
		Metadata        map[string]string
	}

	// Subscription gets what is published.
	Subscription struct{}

	// SubscriptionMessage is what was published.
	SubscriptionMessage struct {
		*common.TopicEvent
	}

	// PublishEventOption changes what is published.
	PublishEventOption func(*options)

	options struct{}
)

// NewClient makes a client.
func NewClient() (client Client, err error) { return nil, nil }

// Receive waits for what is published.
func (s *Subscription) Receive() (*SubscriptionMessage, error) { return nil, nil }

// Success says that it was handled.
func (s *SubscriptionMessage) Success() error { return nil }
