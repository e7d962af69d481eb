// Clients of GraphQL: one URL each, whatever is asked.
package main

import (
	"context"
	"net/http"

	genqlient "github.com/Khan/genqlient/graphql"
	machinebox "github.com/machinebox/graphql"
	shurcool "github.com/shurcooL/graphql"
)

type server struct {
	users    genqlient.Client
	read     genqlient.Client
	payments *machinebox.Client
	archive  *shurcool.Client
}

// fakeClient is what tests give.
type fakeClient struct{}

func (fakeClient) MakeRequest(context.Context, *genqlient.Request, *genqlient.Response) error {
	return nil
}

func (s *server) user(w http.ResponseWriter, r *http.Request) {
	getUser(r.Context(), s.users, r.PathValue("id")) // want `GET /users/\{id\} of graphqls waits for users POST /graphql:`
	getUser(r.Context(), fakeClient{}, "nobody")
}

func (s *server) name(w http.ResponseWriter, r *http.Request) {
	getUser(r.Context(), s.read, r.PathValue("id")) // want `GET /names/\{id\} of graphqls waits for users GET /graphql:`
}

func (s *server) pay(w http.ResponseWriter, r *http.Request) {
	var out struct{ Paid bool }
	req := machinebox.NewRequest(`mutation { pay { paid } }`)
	req.Var("id", r.PathValue("id"))
	s.payments.Run(r.Context(), req, &out) // want `POST /pay/\{id\} of graphqls waits for payments POST /graphql:`
}

func (s *server) old(w http.ResponseWriter, r *http.Request) {
	var q struct{ Orders struct{ ID string } }
	s.archive.Query(r.Context(), &q, nil) // want `GET /old of graphqls waits for archive POST /query:`
	if q.Orders.ID == "" {
		s.archive.Mutate(r.Context(), &q, nil) // want `GET /old of graphqls waits for archive POST /query:`
	}
}

func main() {
	s := &server{
		users:    genqlient.NewClient("http://users/graphql", http.DefaultClient),
		read:     genqlient.NewClientUsingGet("http://users/graphql", http.DefaultClient),
		payments: machinebox.NewClient("http://payments/graphql"),
		archive:  shurcool.NewClient("http://archive/query", nil),
	}
	http.HandleFunc("GET /users/{id}", s.user)
	http.HandleFunc("GET /names/{id}", s.name)
	http.HandleFunc("POST /pay/{id}", s.pay)
	http.HandleFunc("GET /old", s.old)
	handleMore()
	http.ListenAndServe(":8080", nil)
}
