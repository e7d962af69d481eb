// Handlers that are objects, of which the library calls a method, or functions: both run
// for messages and jobs. The same object behind an endpoint is a hop.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/IBM/sarama"
	"github.com/ThreeDotsLabs/watermill"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/pubsub/gochannel"
	"github.com/go-co-op/gocron/v2"
	"github.com/hibiken/asynq"
	"github.com/nsqio/go-nsq"
	"github.com/riverqueue/river"
	"github.com/robfig/cron/v3"
)

// payments is a client that several handlers share.
type payments struct{ base string }

func (p *payments) charge(order string) error {
	_, err := http.Post(p.base+"/payments", "text/plain", nil) /* runs: consumer paid, consumer placed, request */ // want `POST /pay of pushes waits for payments POST /payments`
	return err
}

// group handles the messages of a consumer group.
type group struct{ payments *payments }

func (g *group) Setup(sarama.ConsumerGroupSession) error   { return nil }
func (g *group) Cleanup(sarama.ConsumerGroupSession) error { return nil }

func (g *group) ConsumeClaim(s sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for {
		select {
		case m, ok := <-claim.Messages():
			if !ok {
				return nil
			}
			if err := g.payments.charge(string(m.Key)); err != nil {
				return err
			}
			s.MarkMessage(m, "")
		case <-s.Context().Done():
			return nil
		}
	}
}

// Run is no method that a consumer group has called.
func (g *group) Run() { http.Get("http://orders/orders/unused") } // runs: never

func groups(ctx context.Context, p *payments) error {
	cg, err := sarama.NewConsumerGroup([]string{"kafka:9092"}, "pushes", nil)
	if err != nil {
		return err
	}
	for {
		if err := cg.Consume(ctx, []string{"placed", "paid"}, &group{payments: p}); err != nil {
			return err
		}
	}
}

const typeMail = "mail:send"

func newMail(user string) (*asynq.Task, error) {
	payload, err := json.Marshal(map[string]string{"user": user})
	if err != nil {
		return nil, err
	}
	return asynq.NewTask(typeMail, payload), nil
}

type mailer struct{}

func (mailer) ProcessTask(ctx context.Context, t *asynq.Task) error {
	_, err := http.Get("http://users/users/" + string(t.Payload())) // runs: consumer mail:send
	return err
}

func resize(ctx context.Context, t *asynq.Task) error {
	_, err := http.Get("http://users/users/resize") // runs: consumer image:crop, consumer image:resize
	return err
}

// audit handles tasks of all types.
func audit(ctx context.Context, t *asynq.Task) error {
	_, err := http.Get("http://users/users/audit") // runs: consumer {}
	return err
}

func tasks() {
	mux := asynq.NewServeMux()
	mux.Handle(typeMail, mailer{})
	mux.HandleFunc("image:resize", resize)
	mux.Handle("image:crop", asynq.HandlerFunc(resize))
	redis := asynq.RedisClientOpt{Addr: "redis:6379"}
	go asynq.NewServer(redis, asynq.Config{}).Run(mux)
	asynq.NewServer(redis, asynq.Config{}).Run(asynq.HandlerFunc(audit))
}

// nightly is a job of a scheduler.
type nightly struct{ url string }

func (n nightly) Run() { http.Get(n.url) } // runs: poll background

func jobs() error {
	c := cron.New()
	if _, err := c.AddJob("@daily", nightly{"http://orders/orders/old"}); err != nil {
		return err
	}
	c.Schedule(cron.Every(time.Hour), cron.FuncJob(func() { http.Get("http://users/users/hourly") })) // runs: poll background
	c.Start()
	s, err := gocron.NewScheduler()
	if err != nil {
		return err
	}
	_, err = s.NewJob(gocron.DurationJob(time.Minute), gocron.NewTask(func(url string) {
		http.Get(url + "/users/minutely") // runs: poll background
	}, "http://users"))
	s.Start()
	return err
}

type topicHandler struct{}

func (topicHandler) HandleMessage(m *nsq.Message) error {
	_, err := http.Get("http://users/users/" + string(m.Body)) // runs: consumer joined
	return err
}

func topics() error {
	c, err := nsq.NewConsumer("joined", "pushes", nsq.NewConfig())
	if err != nil {
		return err
	}
	c.AddHandler(topicHandler{})
	left, err := nsq.NewConsumer("left", "pushes", nsq.NewConfig())
	if err != nil {
		return err
	}
	left.AddConcurrentHandlers(nsq.HandlerFunc(func(m *nsq.Message) error {
		http.Get("http://users/users/left") // runs: consumer left
		return nil
	}), 4)
	return c.ConnectToNSQLookupd("nsqlookupd:4161")
}

func routed(ctx context.Context) error {
	logger := watermill.NopLogger{}
	ps := gochannel.NewGoChannel(gochannel.Config{}, logger)
	r, err := message.NewRouter(message.RouterConfig{}, logger)
	if err != nil {
		return err
	}
	r.AddNoPublisherHandler("ship", "shipped", ps, func(m *message.Message) error {
		_, err := http.Get("http://orders/orders/" + m.UUID) // runs: consumer shipped
		return err
	})
	return r.Run(ctx)
}

type sortArgs struct{}

func (sortArgs) Kind() string { return "sort" }

type sorter struct {
	river.WorkerDefaults[sortArgs]
}

func (*sorter) Work(ctx context.Context, job *river.Job[sortArgs]) error {
	_, err := http.Get("http://orders/orders/sorted") // runs: consumer sort
	return err
}

func main() {
	p := &payments{base: "http://payments"}
	ctx := context.Background()
	go groups(ctx, p)
	go tasks()
	for _, start := range []func() error{jobs, topics} {
		if err := start(); err != nil {
			log.Fatal(err)
		}
	}
	go routed(ctx)
	workers := river.NewWorkers()
	river.AddWorker(workers, &sorter{})
	client := asynq.NewClient(asynq.RedisClientOpt{Addr: "redis:6379"})
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		if err := p.charge(r.FormValue("order")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	http.HandleFunc("POST /mails", func(w http.ResponseWriter, r *http.Request) {
		task, err := newMail(r.FormValue("user"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		info, err := client.EnqueueContext(r.Context(), task) // runs: async request
		if err == nil {
			fmt.Fprint(w, info.ID)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
