// Storefront takes the orders of a shop: gin serves it, resty asks the services that it
// needs, and NATS carries its events and some of its questions.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-resty/resty/v2"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nats.go/micro"
	"github.com/sony/gobreaker/v2"
	"golang.org/x/sync/errgroup"
)

type config struct {
	addr      string
	nats      string
	sessions  string
	inventory string
	pricing   string
	loyalty   string
}

func getenv(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func loadConfig() config {
	return config{
		addr:      getenv("STOREFRONT_ADDR", ":8080"),
		nats:      getenv("NATS_URL", nats.DefaultURL),
		sessions:  getenv("SESSIONS_URL", "http://localhost:9001"),
		inventory: getenv("INVENTORY_URL", "http://localhost:9002"),
		pricing:   getenv("PRICING_URL", "http://localhost:9003"),
		loyalty:   getenv("LOYALTY_URL", "http://localhost:9004"),
	}
}

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
		Post("/oauth/token") // want `GET /api/v1/products/\{sku\} of storefront \(like 2 other endpoints\) waits for sessions POST /oauth/token`
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
	_, err = p.http.R().SetContext(ctx).SetResult(&out).Get(fmt.Sprintf("%s/prices/%s", p.base, sku)) // want `GET /api/v1/products/\{sku\}/live of storefront waits for pricing GET /prices/\{sku\}` `GET /api/v1/products/\{sku\}/live of storefront calls pricing GET /prices/\{sku\} once per element of a loop`
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

type money struct {
	Cents    int64  `json:"cents"`
	Currency string `json:"currency"`
}

type line struct {
	SKU   string `json:"sku" binding:"required"`
	Count int    `json:"count" binding:"min=1"`
}

type order struct {
	ID    string `json:"id"`
	User  string `json:"user"`
	State string `json:"state"`
	Lines []line `json:"lines" binding:"required,dive"`
}

var errSoldOut = errors.New("sold out")

type api struct {
	sessions  *sessionClient
	inventory *inventoryClient
	prices    *priceClient
	loyalty   *resty.Client
	nc        *nats.Conn
	js        jetstream.JetStream

	mu     sync.RWMutex
	orders map[string]*order
	rates  map[string]float64
}

func (a *api) authenticate(c *gin.Context) {
	bearer, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
	if !ok {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	s, err := a.sessions.Verify(c.Request.Context(), bearer)
	if err != nil {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": err.Error()})
		return
	}
	c.Set("user", s.User)
	c.Next()
}

func (a *api) ready(c *gin.Context) {
	if err := a.inventory.Ping(c.Request.Context()); err != nil || !a.nc.IsConnected() {
		c.Status(http.StatusServiceUnavailable)
		return
	}
	c.Status(http.StatusNoContent)
}

func (a *api) product(c *gin.Context) {
	sku := c.Param("sku")
	var (
		stock int
		price money
	)
	g, ctx := errgroup.WithContext(c.Request.Context())
	g.Go(func() (err error) {
		stock, err = a.inventory.Stock(ctx, sku)
		return err
	})
	g.Go(func() (err error) {
		price, err = a.prices.Price(ctx, sku, c.DefaultQuery("currency", "EUR"))
		return err
	})
	if err := g.Wait(); err != nil {
		c.Error(err)
		c.AbortWithStatus(http.StatusBadGateway)
		return
	}
	c.JSON(http.StatusOK, gin.H{"sku": sku, "stock": stock, "price": price})
}

func (a *api) live(c *gin.Context) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	c.Stream(func(io.Writer) bool {
		select {
		case <-c.Request.Context().Done():
			return false
		case <-tick.C:
		}
		m, err := a.prices.Live(c.Request.Context(), c.Param("sku"))
		if err != nil {
			return false
		}
		c.SSEvent("price", m)
		return true
	})
}

func (a *api) listOrders(c *gin.Context) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	mine := []*order{}
	for _, o := range a.orders {
		if o.User == c.GetString("user") {
			mine = append(mine, o)
		}
	}
	c.JSON(http.StatusOK, mine)
}

func (a *api) getOrder(c *gin.Context) {
	ctx, cancel := context.WithTimeout(c.Request.Context(), 500*time.Millisecond)
	defer cancel()
	msg, err := a.nc.RequestWithContext(ctx, "parcels.locate", []byte(c.Param("id"))) // want `GET /api/v1/orders/\{id\} of storefront waits for parcels .*parcels\.locate`
	if err != nil {
		c.AbortWithStatus(http.StatusGatewayTimeout)
		return
	}
	c.Data(http.StatusOK, gin.MIMEJSON, msg.Data)
}

func (a *api) placeOrder(c *gin.Context) {
	var o order
	if err := c.ShouldBindJSON(&o); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	o.ID, o.User = nats.NewInbox()[7:], c.GetString("user")
	ctx := c.Request.Context()
	for _, l := range o.Lines {
		if err := a.inventory.Reserve(ctx, o.ID, l); err != nil {
			c.JSON(http.StatusConflict, gin.H{"sku": l.SKU, "error": err.Error()})
			return
		}
	}
	body, _ := json.Marshal(o)
	if err := a.nc.Publish("orders.placed", body); err != nil { // sends: nats:orders.placed
		c.AbortWithError(http.StatusInternalServerError, err)
		return
	}
	go a.reward(context.WithoutCancel(ctx), o)
	c.JSON(http.StatusCreated, o)
}

// reward is more than the answer waits for.
func (a *api) reward(ctx context.Context, o order) {
	if _, err := a.loyalty.R().SetContext(ctx).SetBody(o).Post("/points"); err != nil {
		slog.WarnContext(ctx, "no points", "order", o.ID, "err", err)
	}
}

func (a *api) cancelOrder(c *gin.Context) {
	a.mu.Lock()
	o := a.orders[c.Param("id")]
	a.mu.Unlock()
	if o == nil {
		c.Status(http.StatusNotFound)
		return
	}
	if err := a.inventory.Release(c, o.ID, o.Lines[0].SKU); err != nil {
		c.AbortWithError(http.StatusBadGateway, err)
		return
	}
	msg := nats.NewMsg("orders.cancelled")
	msg.Header.Set(nats.MsgIdHdr, o.ID)
	msg.Data = []byte(o.ID)
	if err := a.nc.PublishMsg(msg); err != nil { // sends: nats:orders.cancelled
		c.AbortWithError(http.StatusInternalServerError, err)
		return
	}
	c.Status(http.StatusAccepted)
}

func (a *api) recompute(c *gin.Context) {
	ctx := context.WithoutCancel(c.Request.Context())
	go func() {
		if err := a.prices.Recompute(ctx); err != nil {
			slog.ErrorContext(ctx, "recompute", "err", err)
		}
	}()
	c.Status(http.StatusAccepted)
}

func (a *api) routes() http.Handler {
	r := gin.New()
	r.Use(gin.Recovery(), gin.LoggerWithConfig(gin.LoggerConfig{SkipPaths: []string{"/healthz"}}))
	r.GET("/healthz", func(c *gin.Context) { c.String(http.StatusOK, "ok") })
	r.GET("/readyz", a.ready)

	v1 := r.Group("/api/v1")
	{
		v1.GET("/products/:sku", a.product)
		v1.GET("/products/:sku/live", a.live)
	}
	orders := v1.Group("/orders", a.authenticate)
	{
		orders.GET("", a.listOrders)
		orders.GET("/:id", a.getOrder)
		orders.POST("", a.placeOrder)
		orders.POST("/:id/cancel", a.cancelOrder)
	}
	admin := r.Group("/admin", gin.BasicAuth(gin.Accounts{"ops": os.Getenv("ADMIN_PASSWORD")}))
	admin.POST("/prices/recompute", a.recompute)
	return r
}

func (a *api) onPriceChanged(m *nats.Msg) {
	if err := a.prices.Forget(context.Background(), string(m.Data)); err != nil {
		slog.Error("forget price", "sku", string(m.Data), "err", err)
	}
}

func (a *api) onQuote(m *nats.Msg) {
	var l line
	if err := json.Unmarshal(m.Data, &l); err != nil {
		m.Respond([]byte(`{"error":"bad request"}`))
		return
	}
	q, err := a.prices.Quote(context.Background(), l.SKU, l.Count)
	if err != nil {
		m.Respond([]byte(`{"error":"no price"}`))
		return
	}
	body, _ := json.Marshal(q)
	m.Respond(body)
}

func (a *api) bulkQuote(req micro.Request) {
	var skus []string
	if err := json.Unmarshal(req.Data(), &skus); err != nil {
		req.Error("400", err.Error(), nil)
		return
	}
	all, err := a.prices.Bulk(context.Background(), skus)
	if err != nil {
		req.Error("502", err.Error(), nil)
		return
	}
	req.RespondJSON(all)
}

func (a *api) onSettled(msg jetstream.Msg) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := a.inventory.Confirm(ctx, string(msg.Data())); err != nil {
		msg.NakWithDelay(10 * time.Second)
		return
	}
	if _, err := a.js.Publish(ctx, "orders.confirmed", msg.Data()); err != nil { // sends: nats:orders.confirmed
		msg.Nak()
		return
	}
	msg.Ack()
}

func (a *api) subscribe(ctx context.Context) error {
	if _, err := a.nc.Subscribe("prices.changed", a.onPriceChanged); err != nil {
		return err
	}
	if _, err := a.nc.QueueSubscribe("storefront.quote", "storefront", a.onQuote); err != nil {
		return err
	}
	svc, err := micro.AddService(a.nc, micro.Config{Name: "storefront", Version: "1.4.0"})
	if err != nil {
		return err
	}
	if err := svc.AddGroup("quotes").AddEndpoint("bulk", micro.HandlerFunc(a.bulkQuote)); err != nil {
		return err
	}
	settled, err := a.js.CreateOrUpdateConsumer(ctx, "PAYMENTS", jetstream.ConsumerConfig{
		Durable:       "storefront",
		FilterSubject: "payments.settled",
		AckPolicy:     jetstream.AckExplicitPolicy,
	})
	if err != nil {
		return err
	}
	_, err = settled.Consume(a.onSettled)
	return err
}

func (a *api) followRates(ctx context.Context) error {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			rates, err := a.prices.Rates(ctx)
			if err != nil {
				continue
			}
			a.mu.Lock()
			a.rates = rates
			a.mu.Unlock()
		}
	}
}

func run(ctx context.Context, cfg config) error {
	nc, err := nats.Connect(cfg.nats, nats.Name("storefront"), nats.MaxReconnects(-1))
	if err != nil {
		return err
	}
	defer nc.Drain()
	js, err := jetstream.New(nc)
	if err != nil {
		return err
	}
	sessions := &sessionClient{http: newClient(cfg.sessions)}
	a := &api{
		sessions:  sessions,
		inventory: newInventory(cfg.inventory, sessions),
		prices:    newPrices(cfg.pricing),
		loyalty:   newClient(cfg.loyalty),
		nc:        nc,
		js:        js,
		orders:    map[string]*order{},
	}
	if err := a.subscribe(ctx); err != nil {
		return err
	}
	srv := &http.Server{Addr: cfg.addr, Handler: a.routes(), ReadHeaderTimeout: 5 * time.Second}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error { return a.followRates(ctx) })
	g.Go(func() error {
		<-ctx.Done()
		return srv.Shutdown(context.WithoutCancel(ctx))
	})
	return g.Wait()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, loadConfig()); err != nil && !errors.Is(err, http.ErrServerClosed) {
		slog.Error("storefront", "err", err)
		os.Exit(1)
	}
}
