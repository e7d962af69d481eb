// Package sns stands for the package of this name.
package sns

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
	"github.com/aws/aws-sdk-go/aws/request"
)

type (
	SNS           struct{}
	PublishInput  struct{ Message, TopicArn *string }
	PublishOutput struct{ MessageId *string }
)

func New(p client.ConfigProvider, cfgs ...*aws.Config) *SNS { return nil }

func (*SNS) Publish(input *PublishInput) (*PublishOutput, error) { return nil, nil }

func (*SNS) PublishWithContext(ctx aws.Context, input *PublishInput, opts ...request.Option) (*PublishOutput, error) {
	return nil, nil
}
