// A function of AWS Lambda that answers requests of an API gateway.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct{ orders string }

func (h *handler) handle(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	http.Get(h.orders + "/orders/" + req.PathParameters["id"]) // want `of lambdaapi waits for orders GET /orders/\{id\}`
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func main() {
	h := &handler{orders: "http://orders"}
	http.Get("http://users/users/1") // it only starts
	lambda.Start(h.handle)
}
