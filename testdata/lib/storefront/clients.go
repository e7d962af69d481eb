package main

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-resty/resty/v2"
	"github.com/sony/gobreaker/v2"
)

func newClient(base string) *resty.Client {
	return resty.New().
		SetBaseURL(base).
		SetTimeout(2*time.Second).
		SetHeader("Accept", "application/json").
		SetRetryCount(3).
		SetRetryWaitTime(50 * time.Millisecond).
		AddRetryCondition(func(r *resty.Response, err error) bool {
			return err != nil || r.StatusCode() >= http.StatusInternalServerError
		})
}

// sessionClient checks the users' sessions, and has a token for the service itself.
type sessionClient struct {
	http *resty.Client

	mu      sync.Mutex
	token   string
	expires time.Time
}

type session struct {
	User string `json:"user"`
}

func (s *sessionClient) Verify(ctx context.Context, bearer string) (*session, error) {
	var out session
	resp, err := s.http.R().
		SetContext(ctx).
		SetAuthToken(bearer).
		SetResult(&out).
		Post("/v1/sessions/verify") // want `GET /api/v1/orders of storefront \(like 3 other endpoints\) waits for sessions POST /v1/sessions/verify`
	if err != nil {
		return nil, err
	}
	if resp.IsError() {
		return nil, fmt.Errorf("verify session: %s", resp.Status())
	}
	return &out, nil
}

// Token is for calls between services. It is kept until it expires.
func (s *sessionClient) Token(ctx context.Context) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Now().Before(s.expires) {
		return s.token, nil
	}
	var out struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   int    `json:"expires_in"`
	}
	_, err := s.http.R().
		SetContext(ctx).
		SetFormData(map[string]string{"grant_type": "client_credentials"}).
		SetResult(&out).
		Post("/oauth/token") // want `GET /readyz of storefront \(like 3 other endpoints\) waits for sessions POST /oauth/token`
	if err != nil {
		return "", err
	}
	s.token, s.expires = out.AccessToken, time.Now().Add(time.Duration(out.ExpiresIn)*time.Second)
	return s.token, nil
}

type inventoryClient struct{ http *resty.Client }

func newInventory(base string, sessions *sessionClient) *inventoryClient {
	c := newClient(base)
	c.OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
		token, err := sessions.Token(r.Context())
		if err != nil {
			return err
		}
		r.SetAuthToken(token)
		return nil
	})
	return &inventoryClient{http: c}
}

func (i *inventoryClient) Stock(ctx context.Context, sku string) (int, error) {
	var out struct{ Count int }
	_, err := i.http.R().SetContext(ctx).SetPathParam("sku", sku).SetResult(&out).Get("/stock/{sku}") // want `GET /api/v1/products/\{sku\} of storefront waits for inventory GET /stock/\{sku\}`
	return out.Count, err
}

func (i *inventoryClient) Reserve(ctx context.Context, order string, l line) error {
	resp, err := i.http.R().
		SetContext(ctx).
		SetPathParams(map[string]string{"sku": l.SKU}).
		SetBody(gin.H{"order": order, "count": l.Count}).
		Execute(resty.MethodPost, "/stock/{sku}/reservations") // want `POST /api/v1/orders of storefront waits for inventory POST /stock/\{sku\}/reservations` `POST /api/v1/orders of storefront calls inventory POST /stock/\{sku\}/reservations once per element of a loop`
	if err == nil && resp.StatusCode() == http.StatusConflict {
		err = errSoldOut
	}
	return err
}

func (i *inventoryClient) Release(ctx context.Context, order, sku string) error {
	req := i.http.R().SetContext(ctx)
	req.Method = resty.MethodDelete
	req.URL = "/stock/" + url.PathEscape(sku) + "/reservations/" + url.PathEscape(order)
	_, err := req.Send() // want `POST /api/v1/orders/\{id\}/cancel of storefront waits for inventory DELETE /stock/\{sku\}/reservations/\{id\}`
	return err
}

func (i *inventoryClient) Confirm(ctx context.Context, order string) error {
	_, err := i.http.R().SetContext(ctx).SetQueryParam("order", order).Put("/reservations") // runs: consumer payments.settled
	return err
}

func (i *inventoryClient) Ping(ctx context.Context) error {
	_, err := i.http.R().SetContext(ctx).Get("/healthz") // runs: health
	return err
}

// priceClient has a breaker around what it asks.
type priceClient struct {
	base    string
	http    *resty.Client
	breaker *gobreaker.CircuitBreaker[*resty.Response]
}

func newPrices(base string) *priceClient {
	return &priceClient{
		base: strings.TrimSuffix(base, "/"),
		http: resty.New().SetTimeout(time.Second),
		breaker: gobreaker.NewCircuitBreaker[*resty.Response](gobreaker.Settings{
			Name:        "pricing",
			ReadyToTrip: func(n gobreaker.Counts) bool { return n.ConsecutiveFailures > 5 },
		}),
	}
}

func (p *priceClient) Price(ctx context.Context, sku, currency string) (money, error) {
	u, err := url.JoinPath(p.base, "prices", sku)
	if err != nil {
		return money{}, err
	}
	resp, err := p.breaker.Execute(func() (*resty.Response, error) {
		return p.http.R().SetContext(ctx).SetQueryParam("currency", currency).SetResult(money{}).Get(u) // want `GET /api/v1/products/\{sku\} of storefront waits for pricing GET /prices/\{sku\}`
	})
	if err != nil {
		return money{}, err
	}
	return *resp.Result().(*money), nil
}

// Live is what a page with a price on it asks again and again.
func (p *priceClient) Live(ctx context.Context, sku string) (out money, err error) {
	_, err = p.http.R().SetContext(ctx).SetResult(&out).Get(fmt.Sprintf("%s/prices/%s", p.base, sku)) // want `GET /api/v1/products/\{sku\}/live of storefront waits for pricing GET /prices/\{sku\}` `GET /api/v1/products/\{sku\}/live of storefront calls pricing GET /prices/\{sku\} once per turn of a loop`
	return out, err
}

func (p *priceClient) Quote(ctx context.Context, sku string, n int) (out money, err error) {
	q := url.Values{"sku": {sku}, "n": {fmt.Sprint(n)}}
	_, err = p.http.R().SetContext(ctx).SetResult(&out).Get(p.base + "/v2/quotes?" + q.Encode()) // want `storefront\.quote of storefront waits for pricing GET /v2/quotes`
	return out, err
}

func (p *priceClient) Bulk(ctx context.Context, skus []string) (map[string]money, error) {
	all := make(map[string]money, len(skus))
	for _, sku := range skus {
		var m money
		if _, err := p.http.R().SetContext(ctx).SetResult(&m).Get(p.base + "/v2/quotes?sku=" + sku); err != nil { // want `quotes\.bulk of storefront waits for pricing GET /v2/quotes` `quotes\.bulk of storefront calls pricing GET /v2/quotes once per element of a loop`
			return nil, err
		}
		all[sku] = m
	}
	return all, nil
}

func (p *priceClient) Forget(ctx context.Context, sku string) error {
	_, err := p.http.R().SetContext(ctx).Delete(p.base + "/cache/" + sku) // runs: consumer prices.changed
	return err
}

func (p *priceClient) Rates(ctx context.Context) (out map[string]float64, err error) {
	_, err = p.http.R().SetContext(ctx).SetResult(&out).Get(p.base + "/rates") // runs: poll background
	return out, err
}

func (p *priceClient) Recompute(ctx context.Context) error {
	_, err := p.http.R().SetContext(ctx).Post(p.base + "/prices/recompute") // nobody waits
	return err
}
