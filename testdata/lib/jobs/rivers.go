package main

import (
	"context"
	"net/http"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
)

type printArgs struct{ Pages int }

func (printArgs) Kind() string { return "print" }

type foldArgs struct{}

func (foldArgs) Kind() string { return "fold" }

// timed is a worker around another one.
type timed struct {
	river.WorkerDefaults[printArgs]
	next river.Worker[printArgs]
}

func (t *timed) Work(ctx context.Context, job *river.Job[printArgs]) error {
	http.Get(user + "clock") // runs: consumer print
	return t.next.Work(ctx, job)
}

type folder struct{ river.WorkerDefaults[foldArgs] }

func (folder) Work(ctx context.Context, job *river.Job[foldArgs]) error {
	_, err := http.Get(order + "folded") // runs: consumer fold
	return err
}

// printing adds jobs as part of a transaction, too.
func printing(c *river.Client[pgx.Tx], tx pgx.Tx) http.HandlerFunc {
	workers := river.NewWorkers()
	river.AddWorker(workers, &timed{next: river.WorkFunc(func(ctx context.Context, job *river.Job[printArgs]) error {
		_, err := http.Get(order + "printed") // runs: consumer print
		return err
	})})
	river.AddWorkerArgs(workers, foldArgs{}, folder{})
	return func(w http.ResponseWriter, r *http.Request) {
		c.InsertTx(r.Context(), tx, printArgs{1}, nil)                                                          // sends: river:print
		c.InsertManyFastTx(r.Context(), tx, []river.InsertManyParams{{Args: printArgs{2}}, {Args: foldArgs{}}}) // sends: river:fold, river:print
		http.Get(user + r.FormValue("user"))                                                                    // want `POST /prints of jobs waits for users GET /users/\{id\}`
	}
}
