// Queues of jobs: who adds a job does not wait for it, but for who takes its result.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/RichardKnop/machinery/v1"
	"github.com/RichardKnop/machinery/v1/config"
	"github.com/RichardKnop/machinery/v1/tasks"
	machinery2 "github.com/RichardKnop/machinery/v2"
	"github.com/go-co-op/gocron"
	"github.com/hibiken/asynq"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/robfig/cron"
)

const (
	user  = "http://users/users/"
	order = "http://orders/orders/"
)

// authorise runs before each task.
func authorise(next asynq.Handler) asynq.Handler {
	return asynq.HandlerFunc(func(ctx context.Context, t *asynq.Task) error {
		http.Get(user + "robot") // runs: consumer {}
		return next.ProcessTask(ctx, t)
	})
}

func resize(ctx context.Context, t *asynq.Task) error {
	_, err := http.Get(order + string(t.Payload())) // runs: consumer image:resize
	return err
}

func asynqs() http.HandlerFunc {
	redis := asynq.RedisClientOpt{Addr: "redis:6379"}
	mux := asynq.NewServeMux()
	mux.Use(authorise)
	mux.HandleFunc("image:resize", resize)
	go asynq.NewServer(redis, asynq.Config{}).Run(mux)
	client := asynq.NewClient(redis)
	return func(w http.ResponseWriter, r *http.Request) {
		client.Enqueue(asynq.NewTask("image:resize", nil)) // sends: asynq:image:resize
	}
}

type sortArgs struct{ Strings []string }

func (sortArgs) Kind() string { return "sort" }

type mailArgs struct{ User string }

func (mailArgs) Kind() string { return "mail" }

type sorter struct{ river.WorkerDefaults[sortArgs] }

func (sorter) Work(ctx context.Context, job *river.Job[sortArgs]) error {
	_, err := http.Get(order + "sorted") // runs: consumer sort
	return err
}

func rivers(c *river.Client[pgx.Tx]) http.HandlerFunc {
	workers := river.NewWorkers()
	river.AddWorker(workers, sorter{})
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, job *river.Job[mailArgs]) error {
		_, err := http.Get(user + job.Args.User) // runs: consumer mail
		return err
	}))
	river.NewPeriodicJob(river.PeriodicInterval(time.Hour), func() (river.JobArgs, *river.InsertOpts) {
		http.Get(user + "hourly") // runs: poll background
		return sortArgs{}, nil
	}, nil)
	return func(w http.ResponseWriter, r *http.Request) {
		c.Insert(r.Context(), sortArgs{}, nil)                                                           // sends: river:sort
		c.InsertMany(r.Context(), []river.InsertManyParams{{Args: mailArgs{"one"}}, {Args: sortArgs{}}}) // sends: river:mail, river:sort
	}
}

func add(ctx context.Context, n int) error {
	_, err := http.Get(order + "added") // runs: consumer add
	return err
}

func multiply(ctx context.Context, n int) error {
	_, err := http.Get(order + "multiplied") // runs: consumer multiply
	return err
}

func work(s *machinery.Server) error {
	if err := s.RegisterTasks(map[string]any{"add": add, "multiply": multiply}); err != nil {
		return err
	}
	err := s.RegisterTask("bill", func(order string) error {
		_, err := http.Post("http://payments/payments", "text/plain", nil) // runs: consumer bill
		return err
	})
	if err != nil {
		return err
	}
	return s.NewWorker("jobs", 2).Launch()
}

// waited takes the result of a task.
func waited(s *machinery.Server) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		res, err := s.SendTaskWithContext(r.Context(), &tasks.Signature{Name: "price"}) // want `GET /waited of jobs waits for orders price`
		if err != nil {
			return
		}
		if _, err := res.Get(time.Second); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	}
}

// all takes the results of several.
func all(s *machinery.Server) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		g, err := tasks.NewGroup(&tasks.Signature{Name: "price"})
		if err != nil {
			return
		}
		results, err := s.SendGroup(g, 0) // want `GET /all of jobs waits for orders price`
		if err != nil {
			return
		}
		for _, res := range results {
			res.Get(time.Second)
		}
	}
}

func machineries(mux *http.ServeMux) error {
	cfg := &config.Config{Broker: "redis://redis"}
	s, err := machinery.NewServer(cfg)
	if err != nil {
		return err
	}
	go work(s)
	mux.HandleFunc("GET /waited", waited(s))
	mux.HandleFunc("GET /all", all(s))
	mux.HandleFunc("POST /left", func(w http.ResponseWriter, r *http.Request) {
		s.SendTask(&tasks.Signature{Name: "price"}) // sends: machinery:price
	})
	two := machinery2.NewServer(cfg, nil, nil, nil)
	mux.HandleFunc("GET /two", func(w http.ResponseWriter, r *http.Request) {
		if res, err := two.SendTask(&tasks.Signature{Name: "price"}); err == nil { // want `GET /two of jobs waits for orders price`
			res.Get(time.Second)
		}
	})
	return nil
}

// clean is a job of a scheduler.
type clean struct{ url string }

func (c clean) Run() { http.Get(c.url) } // runs: poll background

func schedules() error {
	c := cron.New()
	if err := c.AddJob("@daily", clean{order + "old"}); err != nil {
		return err
	}
	if err := c.AddFunc("@hourly", func() { http.Get(user + "hourly") }); err != nil { // runs: poll background
		return err
	}
	c.Start()
	s := gocron.NewScheduler(time.UTC)
	_, err := s.Every(5).Minutes().Do(func(id string) { http.Get(user + id) }, "old") // runs: poll background
	s.StartAsync()
	return err
}

func main() {
	mux := http.NewServeMux()
	if err := machineries(mux); err != nil {
		log.Fatal(err)
	}
	if err := schedules(); err != nil {
		log.Fatal(err)
	}
	var c river.Client[pgx.Tx]
	mux.HandleFunc("POST /images", asynqs())
	mux.HandleFunc("POST /rivers", rivers(&c))
	mux.HandleFunc("POST /prints", printing(&c, nil))
	log.Fatal(http.ListenAndServe(":8080", mux))
}
