// Functions of AWS Lambda that a service invokes: it waits for the answer, unless the
// invocation is an event.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

type functions struct{ client *lambda.Client }

func (f *functions) find(ctx context.Context) error {
	_, err := f.client.Invoke(ctx, &lambda.InvokeInput{FunctionName: aws.String("orders-find")}) // want `GET /find of lambdas waits for orders orders-find`
	return err
}

func (f *functions) asked(ctx context.Context) error {
	_, err := f.client.Invoke(ctx, &lambda.InvokeInput{ // want `GET /asked of lambdas waits for orders orders-find`
		FunctionName:   aws.String("orders-find"),
		InvocationType: types.InvocationTypeRequestResponse,
	})
	return err
}

func (f *functions) notify(ctx context.Context) error {
	_, err := f.client.Invoke(ctx, &lambda.InvokeInput{
		FunctionName:   aws.String("orders-find"),
		InvocationType: types.InvocationTypeEvent,
	})
	return err
}

func main() {
	f := &functions{lambda.New(lambda.Options{Region: "eu-west-1"})}
	http.HandleFunc("GET /find", func(w http.ResponseWriter, r *http.Request) { f.find(r.Context()) })
	http.HandleFunc("GET /asked", func(w http.ResponseWriter, r *http.Request) { f.asked(r.Context()) })
	http.HandleFunc("POST /notify", func(w http.ResponseWriter, r *http.Request) { f.notify(r.Context()) })
	ways(f)
	http.ListenAndServe(":8080", nil)
}
