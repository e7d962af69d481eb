// Requests over NATS wait for whoever answers, by the library's own inbox or by one of
// the program's; messages that nobody takes an answer to do not.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/nats-io/nats.go"
)

func main() {
	nc, err := nats.Connect(nats.DefaultURL)
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("POST /reserve", func(w http.ResponseWriter, r *http.Request) {
		nc.Request("orders.find", nil, time.Second) // want `POST /reserve of natsasks waits for orders orders.find`
	})
	http.HandleFunc("POST /restock", func(w http.ResponseWriter, r *http.Request) {
		restock(nc)
	})
	http.HandleFunc("POST /changed", func(w http.ResponseWriter, r *http.Request) {
		nc.Publish("orders.find", nil)
	})
	// Nobody takes an answer from this inbox while the request lasts.
	http.HandleFunc("POST /asked", func(w http.ResponseWriter, r *http.Request) {
		nc.PublishRequest("orders.find", "answers", nil)
	})
	nc.Subscribe("answers", func(m *nats.Msg) { log.Print(string(m.Data)) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}

// restock has the answer sent to an inbox of its own.
func restock(nc *nats.Conn) error {
	inbox := nats.NewInbox()
	sub, err := nc.SubscribeSync(inbox)
	if err != nil {
		return err
	}
	defer sub.Unsubscribe()
	if err := nc.PublishRequest("orders.find", inbox, nil); err != nil { // want `POST /restock of natsasks waits for orders orders.find`
		return err
	}
	_, err = sub.NextMsg(time.Second)
	return err
}
