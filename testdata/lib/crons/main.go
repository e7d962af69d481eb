// Jobs of a scheduler run by themselves; the same job behind an endpoint is a hop.
package main

import (
	"log"
	"net/http"

	"github.com/robfig/cron/v3"
)

type invoices struct{ base string }

// Run makes invoices a cron.Job.
func (i *invoices) Run() {
	http.Post(i.base+"/payments", "application/json", nil) // want `POST /invoices of crons waits for payments POST /payments`
}

func clean() { http.Get("http://orders/orders/old") }

// logged is a job around another one.
type logged struct{ job cron.Job }

func (l logged) Run() {
	http.Get("http://users/users/log") // runs: poll background
	l.job.Run()
}

func main() {
	job := &invoices{base: "http://payments"}
	c := cron.New(cron.WithChain(cron.Recover(cron.DefaultLogger)))
	if _, err := c.AddFunc("@hourly", clean); err != nil {
		log.Fatal(err)
	}
	if _, err := c.AddFunc("@daily", func() { http.Get("http://users/users/daily") }); err != nil {
		log.Fatal(err)
	}
	if _, err := c.AddJob("@monthly", job); err != nil {
		log.Fatal(err)
	}
	weekly := cron.FuncJob(func() { http.Get("http://orders/orders/weekly") }) /* runs: poll background, request */ // want `POST /weekly of crons waits for orders GET /orders/\{id\}`
	if _, err := c.AddJob("@weekly", logged{weekly}); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("POST /weekly", func(w http.ResponseWriter, r *http.Request) { weekly.Run() })
	c.Start()
	defer c.Stop()
	http.HandleFunc("POST /invoices", func(w http.ResponseWriter, r *http.Request) { job.Run() })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
