// Workflows: who starts one does not wait for it, but for who takes its result.
// Workflows and activities run in workers, which no client waits for.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

const queue = "temporals"

// Checkout is a workflow.
func Checkout(ctx workflow.Context, order string) error {
	paid := false
	if err := workflow.SetQueryHandler(ctx, "paid", func() (bool, error) { return paid, nil }); err != nil {
		return err
	}
	ctx = workflow.WithActivityOptions(ctx, workflow.ActivityOptions{StartToCloseTimeout: time.Minute})
	var a *activities
	if err := workflow.ExecuteActivity(ctx, a.Charge, order).Get(ctx, &paid); err != nil { // runs: consumer Checkout
		return err
	}
	workflow.GetSignalChannel(ctx, "packed").Receive(ctx, nil)
	workflow.Go(ctx, func(ctx workflow.Context) {
		workflow.ExecuteActivity(ctx, Notify, order) // sends: temporal:Notify
	})
	return workflow.ExecuteChildWorkflow(ctx, "Ship", order).Get(ctx, nil) // runs: consumer Checkout
}

type activities struct{ payments string }

// Charge is an activity.
func (a *activities) Charge(ctx context.Context, order string) (bool, error) {
	_, err := http.Post(a.payments+"/payments", "text/plain", nil) // runs: consumer Charge
	return err == nil, err
}

func Notify(ctx context.Context, order string) error {
	_, err := http.Get("http://users/users/" + order) // runs: consumer Notify
	return err
}

func work(c client.Client) error {
	w := worker.New(c, queue, worker.Options{})
	w.RegisterWorkflow(Checkout)
	w.RegisterActivity(&activities{payments: "http://payments"})
	w.RegisterActivity(Notify)
	register(w)
	return w.Run(worker.InterruptCh())
}

type shop struct{ temporal client.Client }

func (s *shop) start(w http.ResponseWriter, r *http.Request) {
	run, err := s.temporal.ExecuteWorkflow(r.Context(), client.StartWorkflowOptions{TaskQueue: queue}, Checkout, "1") // sends: temporal:Checkout
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	log.Print(run.GetID())
}

func (s *shop) price(w http.ResponseWriter, r *http.Request) {
	run, err := s.temporal.ExecuteWorkflow(r.Context(), client.StartWorkflowOptions{TaskQueue: "prices"}, "Price", "1") // want `GET /price of temporals waits for orders Price`
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	var price int
	if err := run.Get(r.Context(), &price); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// result takes the result of a workflow that somebody else started.
func (s *shop) result(w http.ResponseWriter, r *http.Request) {
	s.temporal.GetWorkflow(r.Context(), r.FormValue("id"), "").Get(r.Context(), nil)
}

func (s *shop) signal(w http.ResponseWriter, r *http.Request) {
	s.temporal.SignalWorkflow(r.Context(), r.FormValue("id"), "", "packed", nil) // sends: temporal:packed
}

func (s *shop) query(w http.ResponseWriter, r *http.Request) {
	s.temporal.QueryWorkflow(r.Context(), r.FormValue("id"), "", "state") // want `GET /state of temporals waits for orders state`
}

func main() {
	c, err := client.Dial(client.Options{HostPort: "temporal:7233"})
	if err != nil {
		log.Fatal(err)
	}
	s := &shop{c}
	http.HandleFunc("POST /checkout", s.start)
	http.HandleFunc("GET /price", s.price)
	http.HandleFunc("GET /result", s.result)
	http.HandleFunc("POST /packed", s.signal)
	http.HandleFunc("GET /state", s.query)
	http.HandleFunc("POST /restock", s.restock)
	http.HandleFunc("POST /amount", s.amount)
	go http.ListenAndServe(":8080", nil)
	if err := work(c); err != nil {
		log.Fatal(err)
	}
}
