// A function of AWS Lambda that gets messages of a queue: nobody waits for it.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		http.Get("http://orders/orders/" + m.Body) // runs: consumer {}
	}
	return nil
}

func main() { lambda.Start(handle) }
