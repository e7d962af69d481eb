// Package data implements the repositories.
package data

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"cases/wireout/biz"
	"cases/wireout/conf"
)

// Data is shared by the repositories.
type Data struct {
	up     *conf.Upstream
	client *http.Client
}

// NewLogger is a provider.
func NewLogger() *log.Logger { return log.New(os.Stderr, "", 0) }

// NewData is a provider with a cleanup.
func NewData(up *conf.Upstream, logger *log.Logger) (*Data, func(), error) {
	d := &Data{up: up, client: &http.Client{}}
	return d, func() {
		logger.Println("closing")
		d.client.CloseIdleConnections()
	}, nil
}

type orderRepo struct {
	data *Data
	log  *log.Logger
}

// NewOrderRepo is a provider; it binds the interface.
func NewOrderRepo(data *Data, logger *log.Logger) biz.OrderRepo {
	return &orderRepo{data: data, log: logger}
}

func (r *orderRepo) Find(ctx context.Context, id string) (*biz.Order, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.data.up.Orders+"/orders/"+id, nil)
	if err != nil {
		return nil, err
	}
	resp, err := r.data.client.Do(req) // want `GET /order/\{id\} of wireout waits for orders GET /orders/\{id\}`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	o := new(biz.Order)
	return o, json.NewDecoder(resp.Body).Decode(o)
}

// Save is not reached: no use case saves.
func (r *orderRepo) Save(ctx context.Context, o *biz.Order) error {
	_, err := r.data.client.Post(r.data.up.Orders+"/orders", "application/json", nil)
	return err
}
