// Package kafka stands for the package of this name, which needs C: the declarations that
// the cases use, as version 1.9 has them.
package kafka

import "time"

type (
	ConfigMap   map[string]ConfigValue
	ConfigValue any
	Consumer    struct{}
	Event       interface{ String() string }
	Message     struct {
		TopicPartition TopicPartition
		Key, Value     []byte
	}
	Producer       struct{}
	RebalanceCb    func(*Consumer, Event) error
	TopicPartition struct {
		Topic     *string
		Partition int32
	}
)

const PartitionAny int32 = -1

func NewProducer(conf *ConfigMap) (*Producer, error) { return nil, nil }

func (*Producer) Produce(msg *Message, deliveryChan chan Event) error { return nil }

func (*Producer) ProduceChannel() chan *Message { return nil }

func (*Producer) Events() chan Event { return nil }

func (*Producer) Flush(timeoutMs int) int { return 0 }

func NewConsumer(conf *ConfigMap) (*Consumer, error) { return nil, nil }

func (*Consumer) SubscribeTopics(topics []string, rebalanceCb RebalanceCb) (err error) { return nil }

func (*Consumer) ReadMessage(timeout time.Duration) (*Message, error) { return nil, nil }

func (*Consumer) Poll(timeoutMs int) (event Event) { return nil }

func (*Message) String() string { return "" }
