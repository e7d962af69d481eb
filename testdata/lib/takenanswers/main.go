// Messages that are answered where they were taken: by a helper, off a channel of the
// program's own, one by one. Who takes messages in the same way and answers none consumes.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/nats-io/nats.go"
	amqp "github.com/rabbitmq/amqp091-go"
)

// next skips empty messages.
func next(sub *nats.Subscription) *nats.Msg {
	for {
		m, err := sub.NextMsg(time.Minute)
		if err == nil && len(m.Data) > 0 {
			return m
		}
	}
}

func ask(nc *nats.Conn) {
	sub, err := nc.SubscribeSync("asked")
	if err != nil {
		log.Fatal(err)
	}
	http.Get("http://payments/payments/before") // runs: background
	for {
		m := next(sub)
		http.Get("http://orders/orders/" + string(m.Data)) /* runs: request */ // want `asked of takenanswers waits for orders GET /orders/\{id\}`
		m.Respond(nil)
	}
}

func tell(nc *nats.Conn) {
	sub, err := nc.SubscribeSync("told")
	if err != nil {
		log.Fatal(err)
	}
	for {
		m := next(sub)
		http.Get("http://orders/orders/told" + string(m.Data)) // runs: consumer told
	}
}

// channels has messages come on channels of its own.
func channels(nc *nats.Conn) {
	asked, told := make(chan *nats.Msg, 64), make(chan *nats.Msg, 64)
	nc.ChanSubscribe("channel.asked", asked)
	nc.ChanSubscribe("channel.told", told)
	for {
		select {
		case m := <-asked:
			http.Get("http://users/users/" + string(m.Data)) /* runs: request */ // want `channel.asked of takenanswers waits for users GET /users/\{id\}`
			m.Respond(nil)
		case m := <-told:
			http.Get("http://users/users/told" + string(m.Data)) // runs: consumer channel.told
		}
	}
}

// oneByOne asks the broker for each message.
func oneByOne(ch *amqp.Channel) {
	for {
		d, ok, err := ch.Get("got", true)
		if err != nil || !ok {
			http.Get("http://users/users/empty") /* runs: request */ // want `got of takenanswers waits for users GET /users/\{id\}`
			continue
		}
		http.Get("http://orders/orders/" + d.MessageId) /* runs: request */ // want `got of takenanswers waits for orders GET /orders/\{id\}`
		ch.Publish("", d.ReplyTo, false, false, amqp.Publishing{CorrelationId: d.CorrelationId})
	}
}

// passedOn hands messages to workers that answer them.
func passedOn(nc *nats.Conn) {
	jobs := make(chan *nats.Msg)
	for range 4 {
		go func() {
			for m := range jobs {
				http.Get("http://users/users/" + string(m.Data)) /* runs: request */ // want `passed.on of takenanswers waits for users GET /users/\{id\}`
				m.Respond(nil)
			}
		}()
	}
	nc.Subscribe("passed.on", func(m *nats.Msg) { jobs <- m })
}

// heard waits for its answer on a channel of its own, and unheard for something else.
func heard(nc *nats.Conn) {
	inbox, answers := nats.NewInbox(), make(chan *nats.Msg, 1)
	nc.ChanSubscribe(inbox, answers)
	nc.PublishRequest("orders.find", inbox, nil) // want `GET /heard of takenanswers waits for orders orders.find`
	<-answers
}

func unheard(nc *nats.Conn, other chan *nats.Msg) {
	inbox, answers := nats.NewInbox(), make(chan *nats.Msg, 1)
	nc.ChanSubscribe(inbox, answers)
	nc.PublishRequest("orders.find", inbox, nil)
	<-other
}

func main() {
	nc, err := nats.Connect(nats.DefaultURL)
	if err != nil {
		log.Fatal(err)
	}
	conn, err := amqp.Dial("amqp://rabbit")
	if err != nil {
		log.Fatal(err)
	}
	ch, err := conn.Channel()
	if err != nil {
		log.Fatal(err)
	}
	passedOn(nc)
	go ask(nc)
	go tell(nc)
	go channels(nc)
	go oneByOne(ch)
	http.HandleFunc("GET /heard", func(http.ResponseWriter, *http.Request) { heard(nc) })
	http.HandleFunc("GET /unheard", func(http.ResponseWriter, *http.Request) { unheard(nc, make(chan *nats.Msg)) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
