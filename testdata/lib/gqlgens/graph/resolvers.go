package graph

import (
	"context"
	"net/http"
)

type Order struct {
	ID   string
	Buys string
}

// A Resolver is the root of all.
type Resolver struct {
	Orders, Users string
}

func (r *Resolver) Mutation() MutationResolver { return &mutationResolver{r} }

func (r *Resolver) Order() OrderResolver { return &orderResolver{r} }

func (r *Resolver) Query() QueryResolver { return &queryResolver{r} }

type mutationResolver struct{ *Resolver }

type orderResolver struct{ *Resolver }

type queryResolver struct{ *Resolver }

func (r *mutationResolver) Pay(ctx context.Context, id string) (bool, error) {
	_, err := http.Post("http://payments/payments", "", nil) // want `POST /query of gqlgens waits for payments POST /payments:`
	return err == nil, err
}

// Customer is asked for each order of a list.
func (r *orderResolver) Customer(ctx context.Context, obj *Order) (string, error) {
	_, err := http.Get(r.Users + "/users/" + obj.Buys) // want `POST /query of gqlgens waits for users GET /users/\{id\}:` `POST /query of gqlgens calls users GET /users/\{id\} once per element of a loop`
	return "", err
}

func (r *queryResolver) Orders(ctx context.Context, status string) ([]*Order, error) {
	_, err := http.Get(r.Resolver.Orders + "/orders/" + status) // want `POST /query of gqlgens waits for orders GET /orders/\{id\}:`
	return nil, err
}

// Archived is asked for by no schema.
func (r *queryResolver) Archived(ctx context.Context, id string) (*Order, error) {
	_, err := http.Get("http://archive/orders/" + id)
	return nil, err
}
