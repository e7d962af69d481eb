// Package azeventhubs stands for the package of this name: the declarations that the
// cases use, as version 2.0 has them.
package azeventhubs

import "context"

type (
	CheckpointStore           interface{ Close() }
	ConsumerClient            struct{}
	ConsumerClientOptions     struct{}
	EventData                 struct{ Body []byte }
	EventDataBatch            struct{}
	EventDataBatchOptions     struct{}
	AddEventDataOptions       struct{}
	PartitionClient           struct{}
	PartitionClientOptions    struct{}
	Processor                 struct{}
	ProcessorOptions          struct{}
	ProcessorPartitionClient  struct{}
	ProducerClient            struct{}
	ProducerClientOptions     struct{}
	ReceiveEventsOptions      struct{}
	ReceivedEventData         struct{ EventData }
	SendEventDataBatchOptions struct{}
)

func NewProducerClientFromConnectionString(connectionString, eventHub string, options *ProducerClientOptions) (*ProducerClient, error) {
	return nil, nil
}

func (*ProducerClient) NewEventDataBatch(ctx context.Context, options *EventDataBatchOptions) (*EventDataBatch, error) {
	return nil, nil
}

func (*EventDataBatch) AddEventData(ed *EventData, options *AddEventDataOptions) error { return nil }

func (*ProducerClient) SendEventDataBatch(ctx context.Context, batch *EventDataBatch, options *SendEventDataBatchOptions) error {
	return nil
}

func NewConsumerClientFromConnectionString(connectionString, eventHub, consumerGroup string, options *ConsumerClientOptions) (*ConsumerClient, error) {
	return nil, nil
}

func (*ConsumerClient) NewPartitionClient(partitionID string, options *PartitionClientOptions) (*PartitionClient, error) {
	return nil, nil
}

func (*PartitionClient) ReceiveEvents(ctx context.Context, count int, options *ReceiveEventsOptions) ([]*ReceivedEventData, error) {
	return nil, nil
}

func NewProcessor(consumerClient *ConsumerClient, checkpointStore CheckpointStore, options *ProcessorOptions) (*Processor, error) {
	return nil, nil
}

func (*Processor) Run(ctx context.Context) error { return nil }

func (*Processor) NextPartitionClient(ctx context.Context) *ProcessorPartitionClient { return nil }

func (*ProcessorPartitionClient) ReceiveEvents(ctx context.Context, count int, options *ReceiveEventsOptions) ([]*ReceivedEventData, error) {
	return nil, nil
}

func (*ProcessorPartitionClient) Close(ctx context.Context) error { return nil }
