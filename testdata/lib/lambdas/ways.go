package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sfn"
	aws1 "github.com/aws/aws-sdk-go/aws"
	lambda1 "github.com/aws/aws-sdk-go/service/lambda"
)

// streamed reads the answer while it is made; late does not wait for it.
func (f *functions) streamed(ctx context.Context) {
	f.client.InvokeWithResponseStream(ctx, &lambda.InvokeWithResponseStreamInput{FunctionName: aws.String("orders-find")}) // want `GET /streamed of lambdas waits for orders orders-find`
	f.client.InvokeAsync(ctx, &lambda.InvokeAsyncInput{FunctionName: aws.String("orders-find")})                           // sends: lambda:orders-find
}

// machine runs a state machine: who starts it waits only if it is asked to.
func machine(ctx context.Context, c *sfn.Client) {
	c.StartSyncExecution(ctx, &sfn.StartSyncExecutionInput{StateMachineArn: aws.String("arn:price")}) // want `GET /machine of lambdas waits for orders arn:price`
	c.StartExecution(ctx, &sfn.StartExecutionInput{StateMachineArn: aws.String("arn:price")})         // sends: sfn:arn:price
}

func old(ctx context.Context, c *lambda1.Lambda) {
	c.Invoke(&lambda1.InvokeInput{FunctionName: aws1.String("orders-find")})                                                                           // want `GET /old of lambdas waits for orders orders-find`
	c.InvokeWithContext(ctx, &lambda1.InvokeInput{FunctionName: aws1.String("orders-find")})                                                           // want `GET /old of lambdas waits for orders orders-find`
	c.InvokeWithContext(ctx, &lambda1.InvokeInput{FunctionName: aws1.String("orders-find"), InvocationType: aws1.String(lambda1.InvocationTypeEvent)}) // sends: lambda:orders-find
	c.InvokeAsync(&lambda1.InvokeAsyncInput{FunctionName: aws1.String("orders-find")})                                                                 // sends: lambda:orders-find
}

func ways(f *functions) {
	states := sfn.New(sfn.Options{Region: "eu-west-1"})
	earlier := lambda1.New(nil)
	http.HandleFunc("GET /streamed", func(w http.ResponseWriter, r *http.Request) { f.streamed(r.Context()) })
	http.HandleFunc("GET /machine", func(w http.ResponseWriter, r *http.Request) { machine(r.Context(), states) })
	http.HandleFunc("GET /old", func(w http.ResponseWriter, r *http.Request) { old(r.Context(), earlier) })
}
