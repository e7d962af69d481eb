// Package client asks other services by HTTP.
package client

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/zeromicro/go-zero/core/breaker"
	"github.com/zeromicro/go-zero/core/collection"
	"github.com/zeromicro/go-zero/core/logx"
	"github.com/zeromicro/go-zero/core/syncx"
	"github.com/zeromicro/go-zero/rest/httpc"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
)

// Sessions knows who asks, and has a token for the service itself.
type Sessions struct {
	base   string
	flight syncx.SingleFlight
}

// NewSessions makes one for the service at base.
func NewSessions(base string) *Sessions {
	return &Sessions{base: base, flight: syncx.NewSingleFlight()}
}

type verifyRequest struct {
	Authorization string `header:"Authorization"`
}

// Verify tells the user of a token.
func (s *Sessions) Verify(ctx context.Context, authorization string) (string, error) {
	resp, err := httpc.Do(ctx, http.MethodPost, s.base+"/v1/sessions/verify", verifyRequest{Authorization: authorization}) // want `POST /api/v1/products/\{id\}/reviews of catalogue \(like 1 other endpoint\) waits for sessions POST /v1/sessions/verify`
	if err != nil {
		return "", err
	}
	var out struct {
		User string `json:"user"`
	}
	if err := httpc.Parse(resp, &out); err != nil {
		return "", err
	}
	return out.User, nil
}

func (s *Sessions) token(ctx context.Context) (string, error) {
	v, err := s.flight.Do("token", func() (any, error) {
		var out struct {
			AccessToken string `json:"access_token"`
		}
		resp, err := httpc.Do(ctx, http.MethodPost, s.base+"/oauth/token", nil) // want `GET /api/v1/products/\{id\} of catalogue \(like 1 other endpoint\) waits for sessions POST /oauth/token`
		if err != nil {
			return "", err
		}
		err = httpc.Parse(resp, &out)
		return out.AccessToken, err
	})
	if err != nil {
		return "", err
	}
	return v.(string), nil
}

// Intercept has each call of a connection carry the token.
func (s *Sessions) Intercept(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoker grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	token, err := s.token(ctx)
	if err != nil {
		return err
	}
	return invoker(metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+token), method, req, reply, cc, opts...)
}

// Inventory knows what is in stock.
type Inventory struct{ base string }

// NewInventory makes one for the service at base.
func NewInventory(base string) *Inventory { return &Inventory{base: strings.TrimRight(base, "/")} }

type stockRequest struct {
	Sku       string `path:"sku"`
	Warehouse string `form:"warehouse,optional"`
}

// Stock counts what there is of a product.
func (i *Inventory) Stock(ctx context.Context, sku string) (int, error) {
	resp, err := httpc.Do(ctx, http.MethodGet, i.base+"/stock/:sku", stockRequest{Sku: sku}) // want `GET /api/v1/products of catalogue \(like 1 other endpoint\) waits for inventory GET /stock/\{sku\}` `GET /api/v1/products of catalogue calls inventory GET /stock/\{sku\} once per element of a loop`
	if err != nil {
		return 0, err
	}
	var out struct {
		Count int `json:"count"`
	}
	err = httpc.Parse(resp, &out)
	return out.Count, err
}

// Clear takes a product out of stock.
func (i *Inventory) Clear(ctx context.Context, sku string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, fmt.Sprintf("%s/stock/%s", i.base, url.PathEscape(sku)), nil)
	if err != nil {
		return err
	}
	resp, err := httpc.DoRequest(req) // want `DELETE /api/v1/products/\{id\} of catalogue waits for inventory DELETE /stock/\{sku\}`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Prices knows what products cost.
type Prices struct {
	base  string
	http  httpc.Service
	cache *collection.Cache
}

// NewPrices makes one for the service at base.
func NewPrices(base string, cache *collection.Cache) *Prices {
	return &Prices{base: base, http: httpc.NewService("pricing"), cache: cache}
}

// Price is what a product cost a minute ago at most.
func (p *Prices) Price(ctx context.Context, sku string) (int64, error) {
	v, err := p.cache.Take(sku, func() (any, error) {
		resp, err := p.http.Do(ctx, http.MethodGet, p.base+"/prices/"+sku, nil) // want `GET /api/v1/products/\{id\} of catalogue waits for pricing GET /prices/\{sku\}`
		if err != nil {
			return nil, err
		}
		var out struct {
			Cents int64 `json:"cents"`
		}
		err = httpc.Parse(resp, &out)
		return out.Cents, err
	})
	if err != nil {
		return 0, err
	}
	return v.(int64), nil
}

type setPrice struct {
	Sku   string `path:"sku"`
	Cents int64  `json:"cents"`
}

// Set changes the price of a product, unless pricing fails all the time.
func (p *Prices) Set(ctx context.Context, sku string, cents int64) error {
	return breaker.DoCtx(ctx, "pricing", func() error {
		resp, err := p.http.Do(ctx, http.MethodPut, p.base+"/prices/:sku", setPrice{Sku: sku, Cents: cents}) // want `PUT /api/v1/products/\{id\}/price of catalogue waits for pricing PUT /prices/\{sku\}`
		if err != nil {
			return err
		}
		p.cache.Del(sku)
		return resp.Body.Close()
	})
}

// Feed asks again and again which prices have changed.
type Feed struct {
	base   string
	every  time.Duration
	prices *Prices
	done   chan struct{}
}

// NewFeed makes one for the service at base.
func NewFeed(base string, every time.Duration, prices *Prices) *Feed {
	return &Feed{base: base, every: every, prices: prices, done: make(chan struct{})}
}

// Start runs until Stop.
func (f *Feed) Start() {
	tick := time.NewTicker(f.every)
	defer tick.Stop()
	for {
		select {
		case <-f.done:
			return
		case now := <-tick.C:
			f.poll(now)
		}
	}
}

// Stop ends Start.
func (f *Feed) Stop() { close(f.done) }

func (f *Feed) poll(now time.Time) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	q := url.Values{}
	q.Set("since", now.Add(-f.every).Format(time.RFC3339))
	resp, err := httpc.Do(ctx, http.MethodGet, f.base+"/changes?"+q.Encode(), nil) // runs: poll background
	if err != nil {
		logx.Errorf("feed: %v", err)
		return
	}
	var skus []string
	if err := httpc.Parse(resp, &skus); err != nil {
		return
	}
	for _, sku := range skus {
		f.prices.cache.Del(sku)
	}
}

// Index tells search of a product that has changed.
func Index(ctx context.Context, base, id string) {
	resp, err := httpc.Do(ctx, http.MethodPut, base+"/index/"+id, nil) // nobody waits
	if err != nil {
		logx.Errorf("index %s: %v", id, err)
		return
	}
	resp.Body.Close()
}
