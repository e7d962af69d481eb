package main

import (
	"context"
	"net/http"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

// Restock is a workflow with a name of its own, which others ask to be changed.
func Restock(ctx workflow.Context, item string) error {
	err := workflow.SetUpdateHandler(ctx, "amount", func(ctx workflow.Context, n int) error {
		return workflow.ExecuteActivity(ctx, "Price", n).Get(ctx, nil) // want `amount of temporals waits for orders Price`
	})
	if err != nil {
		return err
	}
	return workflow.ExecuteActivity(ctx, "count-stock", item).Get(ctx, nil) // runs: consumer Restock, consumer restock-v2
}

func CountStock(ctx context.Context, item string) error {
	_, err := http.Get("http://orders/orders/" + item) // runs: consumer CountStock, consumer count-stock
	return err
}

// stocks has activities whose names begin with what their options say.
type stocks struct{ orders string }

func (s *stocks) Order(ctx context.Context, n int) error {
	_, err := http.Post(s.orders+"/orders", "text/plain", nil) // runs: consumer stock-Order
	return err
}

func register(w worker.Worker) {
	w.RegisterWorkflowWithOptions(Restock, workflow.RegisterOptions{Name: "restock-v2"})
	w.RegisterActivityWithOptions(CountStock, activity.RegisterOptions{Name: "count-stock"})
	w.RegisterActivityWithOptions(&stocks{"http://orders"}, activity.RegisterOptions{Name: "stock-"})
}

// restock starts a workflow by what it tells it, and does not wait.
func (s *shop) restock(w http.ResponseWriter, r *http.Request) {
	s.temporal.SignalWithStartWorkflow(r.Context(), "stock", "sold", 1, client.StartWorkflowOptions{TaskQueue: queue}, "restock-v2") // sends: temporal:restock-v2
}

// amount waits until a workflow has changed.
func (s *shop) amount(w http.ResponseWriter, r *http.Request) {
	s.temporal.UpdateWorkflow(r.Context(), client.UpdateWorkflowOptions{WorkflowID: "price", UpdateName: "state"}) // want `POST /amount of temporals waits for orders state`
	s.temporal.UpdateWithStartWorkflow(r.Context(), client.UpdateWithStartWorkflowOptions{                         // want `POST /amount of temporals waits for orders Price`
		UpdateOptions: client.UpdateWorkflowOptions{WorkflowID: "price", UpdateName: "Price"},
	})
}
