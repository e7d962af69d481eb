package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	bridgetypes "github.com/aws/aws-sdk-go-v2/service/eventbridge/types"
	"github.com/aws/aws-sdk-go-v2/service/firehose"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	kinesistypes "github.com/aws/aws-sdk-go-v2/service/kinesis/types"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	aws1 "github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	sns1 "github.com/aws/aws-sdk-go/service/sns"
	sqs1 "github.com/aws/aws-sdk-go/service/sqs"
)

const topicARN = "arn:aws:sns:eu-west-1:1:prices"

func amazon(ctx context.Context, mux *http.ServeMux) error {
	cfg := aws.Config{Region: "eu-west-1"}
	queues := sqs.NewFromConfig(cfg)
	streams := kinesis.NewFromConfig(cfg)
	mux.HandleFunc("POST /amazon", amazonian(queues, sns.NewFromConfig(cfg), eventbridge.NewFromConfig(cfg)))
	mux.HandleFunc("POST /streams", streaming(streams, firehose.NewFromConfig(cfg)))
	go shard(ctx, streams)
	go pushed(ctx, streams)
	sess, err := session.NewSession(&aws1.Config{Region: aws1.String("eu-west-1")})
	if err != nil {
		return err
	}
	mux.HandleFunc("POST /amazon1", func(w http.ResponseWriter, r *http.Request) {
		sqs1.New(sess).SendMessageWithContext(r.Context(), &sqs1.SendMessageInput{QueueUrl: aws1.String("old-queue")}) // sends: sqs:old-queue
		sns1.New(sess).Publish(&sns1.PublishInput{TopicArn: aws1.String(topicARN)})                                    // sends: sns:arn:aws:sns:eu-west-1:1:prices
	})
	go oldQueue(sqs1.New(sess))
	return nil
}

func amazonian(queues *sqs.Client, topics *sns.Client, buses *eventbridge.Client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		q, err := queues.GetQueueUrl(r.Context(), &sqs.GetQueueUrlInput{QueueName: aws.String("amazon-orders")})
		if err != nil {
			return
		}
		queues.SendMessage(r.Context(), &sqs.SendMessageInput{QueueUrl: q.QueueUrl, MessageBody: aws.String("x")}) // sends: sqs:amazon-orders
		topics.Publish(r.Context(), &sns.PublishInput{TopicArn: aws.String(topicARN)})                             // sends: sns:arn:aws:sns:eu-west-1:1:prices
		buses.PutEvents(r.Context(), &eventbridge.PutEventsInput{Entries: []bridgetypes.PutEventsRequestEntry{     // sends: eventbridge:OrderPaid, eventbridge:OrderPlaced
			{EventBusName: aws.String("shop"), Source: aws.String("clouds"), DetailType: aws.String("OrderPlaced")},
			{EventBusName: aws.String("shop"), Source: aws.String("clouds"), DetailType: aws.String("OrderPaid")},
		}})
	}
}

func streaming(streams *kinesis.Client, hose *firehose.Client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		streams.PutRecord(r.Context(), &kinesis.PutRecordInput{StreamName: aws.String("clicks-stream"), PartitionKey: aws.String("1")}) // sends: kinesis:clicks-stream
		hose.PutRecord(r.Context(), &firehose.PutRecordInput{DeliveryStreamName: aws.String("archive-stream")})                         // sends: firehose:archive-stream
	}
}

// shard reads one shard of a stream.
func shard(ctx context.Context, c *kinesis.Client) error {
	it, err := c.GetShardIterator(ctx, &kinesis.GetShardIteratorInput{
		StreamName: aws.String("clicks-stream"), ShardId: aws.String("0"), ShardIteratorType: kinesistypes.ShardIteratorTypeLatest,
	})
	if err != nil {
		return err
	}
	next := it.ShardIterator
	for {
		out, err := c.GetRecords(ctx, &kinesis.GetRecordsInput{ShardIterator: next})
		if err != nil {
			return err
		}
		for _, r := range out.Records {
			http.Get(user + string(r.Data)) // runs: consumer clicks-stream
		}
		next = out.NextShardIterator
	}
}

// pushed has a stream push its records.
func pushed(ctx context.Context, c *kinesis.Client) error {
	out, err := c.SubscribeToShard(ctx, &kinesis.SubscribeToShardInput{ConsumerARN: aws.String("arn:clouds"), ShardId: aws.String("0")})
	if err != nil {
		return err
	}
	for e := range out.GetStream().Events() {
		if _, ok := e.(*kinesistypes.SubscribeToShardEventStreamMemberSubscribeToShardEvent); ok {
			http.Get(user + "pushed") // runs: consumer arn:clouds
		}
	}
	return nil
}

func oldQueue(c *sqs1.SQS) {
	for {
		out, err := c.ReceiveMessage(&sqs1.ReceiveMessageInput{QueueUrl: aws1.String("old-queue")})
		if err != nil {
			continue
		}
		for _, m := range out.Messages {
			http.Get(user + aws1.StringValue(m.Body)) // runs: consumer old-queue
		}
	}
}
