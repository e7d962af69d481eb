package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sns"
	"github.com/aws/aws-sdk-go/service/sqs"
	"github.com/aws/aws-sdk-go/service/sqs/sqsiface"
)

// mail holds a queue by its URL, which was asked for by its name.
type mail struct {
	queue sqsiface.SQSAPI
	url   *string
}

func newMail(api sqsiface.SQSAPI) (*mail, error) {
	out, err := api.GetQueueUrl(&sqs.GetQueueUrlInput{QueueName: aws.String("old-mail")})
	if err != nil {
		return nil, err
	}
	return &mail{api, out.QueueUrl}, nil
}

func (m *mail) send(w http.ResponseWriter, r *http.Request) {
	m.queue.SendMessage(&sqs.SendMessageInput{QueueUrl: m.url}) // sends: sqs:old-mail
	http.Get(user + r.FormValue("user"))                        // want `POST /old-mail of clouds waits for users GET /users/\{id\}`
}

// older takes messages and tells of them.
func older(ctx context.Context, queues *sqs.SQS, topics *sns.SNS) {
	for {
		out, err := queues.ReceiveMessageWithContext(ctx, &sqs.ReceiveMessageInput{QueueUrl: aws.String("older-queue")})
		if err != nil {
			return
		}
		for _, m := range out.Messages {
			http.Get(order + aws.StringValue(m.Body))                                                             // runs: consumer older-queue
			topics.PublishWithContext(ctx, &sns.PublishInput{TopicArn: aws.String("arn:older"), Message: m.Body}) // sends: sns:arn:older
		}
	}
}

func oldAmazon(ctx context.Context, mux *http.ServeMux) error {
	sess, err := session.NewSession(&aws.Config{Region: aws.String("eu-west-1")})
	if err != nil {
		return err
	}
	m, err := newMail(sqs.New(sess))
	if err != nil {
		return err
	}
	mux.HandleFunc("POST /old-mail", m.send)
	go older(ctx, sqs.New(sess), sns.New(sess))
	return nil
}
