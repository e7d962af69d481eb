// Package azservicebus stands for the package of this name: the declarations that the
// cases use, as version 1.11 has them.
package azservicebus

import "context"

type (
	Client                  struct{}
	ClientOptions           struct{}
	Sender                  struct{}
	NewSenderOptions        struct{}
	SendMessageOptions      struct{}
	SendMessageBatchOptions struct{}
	MessageBatch            struct{}
	MessageBatchOptions     struct{}
	Receiver                struct{}
	ReceiverOptions         struct{}
	SessionReceiver         struct{}
	SessionReceiverOptions  struct{}
	ReceiveMessagesOptions  struct{}
	CompleteMessageOptions  struct{}
	DeadLetterOptions       struct{}
	Message                 struct {
		Body          []byte
		CorrelationID *string
		ReplyTo       *string
	}
	ReceivedMessage struct {
		Body          []byte
		CorrelationID *string
		MessageID     string
		ReplyTo       *string
	}
)

func NewClientFromConnectionString(connectionString string, options *ClientOptions) (*Client, error) {
	return nil, nil
}

func (*Client) NewSender(queueOrTopic string, options *NewSenderOptions) (*Sender, error) {
	return nil, nil
}

func (*Client) NewReceiverForQueue(queueName string, options *ReceiverOptions) (*Receiver, error) {
	return nil, nil
}

func (*Client) NewReceiverForSubscription(topicName, subscriptionName string, options *ReceiverOptions) (*Receiver, error) {
	return nil, nil
}

func (*Client) AcceptSessionForQueue(ctx context.Context, queueName, sessionID string, options *SessionReceiverOptions) (*SessionReceiver, error) {
	return nil, nil
}

func (*Sender) SendMessage(ctx context.Context, message *Message, options *SendMessageOptions) error {
	return nil
}

func (*Sender) NewMessageBatch(ctx context.Context, options *MessageBatchOptions) (*MessageBatch, error) {
	return nil, nil
}

func (*Sender) SendMessageBatch(ctx context.Context, batch *MessageBatch, options *SendMessageBatchOptions) error {
	return nil
}

func (*Receiver) ReceiveMessages(ctx context.Context, maxMessages int, options *ReceiveMessagesOptions) ([]*ReceivedMessage, error) {
	return nil, nil
}

func (*Receiver) CompleteMessage(ctx context.Context, message *ReceivedMessage, options *CompleteMessageOptions) error {
	return nil
}

func (*Receiver) DeadLetterMessage(ctx context.Context, message *ReceivedMessage, options *DeadLetterOptions) error {
	return nil
}

func (*SessionReceiver) ReceiveMessages(ctx context.Context, maxMessages int, options *ReceiveMessagesOptions) ([]*ReceivedMessage, error) {
	return nil, nil
}
