// Calls with net/rpc: Call waits, Go waits where its result is received.
package main

import (
	"net/http"
	"net/rpc"
	"time"
)

// Args are what an order is charged with.
type Args struct {
	Order  string
	Amount int
}

type server struct{ payments *rpc.Client }

func main() {
	c, err := rpc.DialHTTP("tcp", "payments:1234")
	if err != nil {
		panic(err)
	}
	defer c.Close()
	s := &server{payments: c}
	http.HandleFunc("POST /call", s.call)
	http.HandleFunc("POST /joined", s.joined)
	http.HandleFunc("POST /selected", s.selected)
	http.HandleFunc("POST /detached", s.detached)
	http.ListenAndServe(":8080", nil)
}

func (s *server) call(w http.ResponseWriter, r *http.Request) {
	var id string
	s.payments.Call("Payments.Charge", &Args{r.FormValue("order"), 1}, &id) // want `POST /call of netrpc waits for payments Payments.Charge`
}

func (s *server) joined(w http.ResponseWriter, r *http.Request) {
	var id string
	call := s.payments.Go("Payments.Charge", &Args{r.FormValue("order"), 1}, &id, nil) // want `POST /joined of netrpc waits for payments Payments.Charge`
	w.WriteHeader(http.StatusOK)
	<-call.Done
}

func (s *server) selected(w http.ResponseWriter, r *http.Request) {
	var id string
	done := make(chan *rpc.Call, 1)
	s.payments.Go("Payments.Charge", &Args{r.FormValue("order"), 1}, &id, done) // want `POST /selected of netrpc waits for payments Payments.Charge`
	select {
	case <-done:
	case <-time.After(time.Second):
	}
}

func (s *server) detached(w http.ResponseWriter, r *http.Request) {
	var id string
	s.payments.Go("Payments.Charge", &Args{r.FormValue("order"), 1}, &id, nil)
	w.WriteHeader(http.StatusAccepted)
}
