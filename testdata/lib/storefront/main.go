// Storefront takes the orders of a shop: gin serves it, resty asks the services that it
// needs, and NATS carries its events and some of its questions.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
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
