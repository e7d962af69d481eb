package main

import (
	"context"
	"net/http"

	genqlient "github.com/Khan/genqlient/graphql"
	hasura "github.com/hasura/go-graphql-client"
)

// doerKey is the key of what sends requests.
type doerKey struct{}

// raw sends by whatever it is given.
func raw(w http.ResponseWriter, r *http.Request) {
	doer, ok := r.Context().Value(doerKey{}).(genqlient.Doer)
	if !ok {
		return
	}
	req, err := http.NewRequest(http.MethodPost, "http://orders/graphql", nil)
	if err != nil {
		return
	}
	doer.Do(req) // want `POST /raw of graphqls waits for orders POST /graphql`
}

type shop struct{ users, payments *hasura.Client }

func (s *shop) find(w http.ResponseWriter, r *http.Request) {
	var q struct{ Host string }
	s.users.Exec(r.Context(), `query { host }`, &q, nil) // want `GET /find of graphqls waits for users POST /query`
	s.users.ExecRaw(r.Context(), `query { host }`, nil)  // want `GET /find of graphqls waits for users POST /query`
	http.Get("http://" + q.Host + "/users/1")
}

func (s *shop) change(w http.ResponseWriter, r *http.Request) {
	var q struct{ ID string }
	s.payments.NamedMutate(r.Context(), "pay", &q, nil) // want `POST /change of graphqls waits for payments POST /query`
	s.payments.QueryRaw(r.Context(), &q, nil)           // want `POST /change of graphqls waits for payments POST /query`
	s.payments.Query(r.Context(), &q, nil)              // want `POST /change of graphqls waits for payments POST /query`
}

// follow is told of changes, whenever they happen.
func follow(ctx context.Context) {
	client := hasura.NewSubscriptionClient("ws://archive/query")
	client.Subscribe(&struct{ ID string }{}, nil, func(message []byte, err error) error {
		http.Get("http://users/users/1") // runs: poll background
		return err
	})
	client.Run()
}

func handleMore() {
	s := &shop{hasura.NewClient("http://users/query", nil), hasura.NewClient("http://payments/query", http.DefaultClient)}
	http.HandleFunc("POST /raw", raw)
	http.HandleFunc("GET /find", s.find)
	http.HandleFunc("POST /change", s.change)
	go follow(context.Background())
}
