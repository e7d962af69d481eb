// Functions of AWS Lambda, one a root: those that get events consume, and those that get
// requests answer.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const (
	user  = "http://users/users/"
	order = "http://orders/orders/"
)

func main() {
	lambda.Start(func(ctx context.Context, e events.SNSEvent) error {
		for _, r := range e.Records {
			http.Get(user + r.SNS.Message) // runs: consumer {}
		}
		return nil
	})
}

func entity() {
	lambda.Start(func(ctx context.Context, e events.SNSEntity) error {
		_, err := http.Get(user + e.Message) // runs: consumer {}
		return err
	})
}

func stream() {
	lambda.Start(func(ctx context.Context, e events.KinesisEvent) error {
		_, err := http.Get(user + e.Records[0].EventID) // runs: consumer {}
		return err
	})
}

func kafka() {
	lambda.Start(func(ctx context.Context, e events.KafkaEvent) error {
		_, err := http.Get(user + e.EventSource) // runs: consumer {}
		return err
	})
}

func rule() {
	lambda.StartWithOptions(func(e events.EventBridgeEvent) error {
		_, err := http.Get(user + e.ID) // runs: consumer {}
		return err
	})
}

func table() {
	lambda.Start(func(ctx context.Context, e *events.DynamoDBEvent) error {
		_, err := http.Get(user + e.Records[0].EventID) // runs: consumer {}
		return err
	})
}

func bucket() {
	lambda.StartHandlerFunc(func(ctx context.Context, e events.S3Event) (string, error) {
		_, err := http.Get(user + e.Records[0].S3.Object.Key) // runs: consumer {}
		return "", err
	})
}

func mail() {
	lambda.Start(func(ctx context.Context, e events.SimpleEmailEvent) error {
		_, err := http.Get(user + e.Records[0].SES.Mail.MessageID) // runs: consumer {}
		return err
	})
}

// A timed handler looks at how long another one takes.
type timed struct{ next lambda.Handler }

func (t timed) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	http.Get(user + "clock") // want `of lambdawrapped waits for users GET /users/\{id\}`
	return t.next.Invoke(ctx, payload)
}

func find(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	_, err := http.Get(order + r.PathParameters["id"]) // want `of lambdawrapped waits for orders GET /orders/\{id\}` `of lambdacontext waits for orders GET /orders/\{id\}`
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, err
}

func wrapped() { lambda.StartHandler(timed{lambda.NewHandler(find)}) }

func inContext() { lambda.StartWithContext(context.Background(), find) }
