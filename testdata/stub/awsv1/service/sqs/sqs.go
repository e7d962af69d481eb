// Package sqs stands for the package of this name.
package sqs

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
	"github.com/aws/aws-sdk-go/aws/request"
)

type (
	SQS                  struct{}
	GetQueueUrlInput     struct{ QueueName *string }
	GetQueueUrlOutput    struct{ QueueUrl *string }
	Message              struct{ Body, MessageId *string }
	ReceiveMessageInput  struct{ QueueUrl *string }
	ReceiveMessageOutput struct{ Messages []*Message }
	SendMessageInput     struct{ MessageBody, QueueUrl *string }
	SendMessageOutput    struct{ MessageId *string }
)

func New(p client.ConfigProvider, cfgs ...*aws.Config) *SQS { return nil }

func (*SQS) GetQueueUrl(input *GetQueueUrlInput) (*GetQueueUrlOutput, error) { return nil, nil }

func (*SQS) SendMessage(input *SendMessageInput) (*SendMessageOutput, error) { return nil, nil }

func (*SQS) SendMessageWithContext(ctx aws.Context, input *SendMessageInput, opts ...request.Option) (*SendMessageOutput, error) {
	return nil, nil
}

func (*SQS) ReceiveMessage(input *ReceiveMessageInput) (*ReceiveMessageOutput, error) {
	return nil, nil
}

func (*SQS) ReceiveMessageWithContext(ctx aws.Context, input *ReceiveMessageInput, opts ...request.Option) (*ReceiveMessageOutput, error) {
	return nil, nil
}
