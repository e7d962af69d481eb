// Package lambda stands for the package of this name.
package lambda

import (
	"io"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
	"github.com/aws/aws-sdk-go/aws/request"
)

const InvocationTypeEvent = "Event"

type (
	Lambda      struct{}
	InvokeInput struct {
		FunctionName, InvocationType *string
		Payload                      []byte
	}
	InvokeOutput     struct{ Payload []byte }
	InvokeAsyncInput struct {
		FunctionName *string
		InvokeArgs   io.ReadSeeker
	}
	InvokeAsyncOutput struct{ Status *int64 }
)

func New(p client.ConfigProvider, cfgs ...*aws.Config) *Lambda { return nil }

func (*Lambda) Invoke(input *InvokeInput) (*InvokeOutput, error) { return nil, nil }

func (*Lambda) InvokeWithContext(ctx aws.Context, input *InvokeInput, opts ...request.Option) (*InvokeOutput, error) {
	return nil, nil
}

func (*Lambda) InvokeAsync(input *InvokeAsyncInput) (*InvokeAsyncOutput, error) { return nil, nil }
