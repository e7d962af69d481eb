module example.com/eshop/events/basket

go 1.26.0

require example.com/eshop/events/platform v0.0.0

require github.com/rabbitmq/amqp091-go v1.16.0 // indirect

replace example.com/eshop/events/platform => ../platform
