// Shipping has parcels brought to customers: echo and connect serve it, carriers are asked
// by connect, and Kafka tells it what was paid for.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"time"

	"connectrpc.com/connect"
	"github.com/caarlos0/env/v11"
	"github.com/cenkalti/backoff/v5"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/segmentio/kafka-go"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"golang.org/x/sync/errgroup"

	carriersv1 "libcases/shipping/gen/carriers/v1"
	"libcases/shipping/gen/carriers/v1/carriersv1connect"
	shipmentsv1 "libcases/shipping/gen/shipments/v1"
	"libcases/shipping/gen/shipments/v1/shipmentsv1connect"
)

type config struct {
	Port        int      `env:"PORT" envDefault:"8080"`
	Brokers     []string `env:"KAFKA_BROKERS" envSeparator:"," envDefault:"localhost:9092"`
	CarriersURL string   `env:"CARRIERS_URL,required"`
	GeocoderURL url.URL  `env:"GEOCODER_URL,required"`
	SessionsURL string   `env:"SESSIONS_URL" envDefault:"http://sessions:8080"`
}

type parcel struct{ Order, Tracking, Postcode, Zone string }

type service struct {
	carriers carriersv1connect.CarriersClient
	geocoder *geocoder
	sessions *sessions
	created  *kafka.Writer
	events   *kafka.Writer

	mu      sync.RWMutex
	parcels map[string]parcel
}

func (s *service) find(id string) (parcel, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	p, ok := s.parcels[id]
	return p, ok
}

func (s *service) session(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		cookie, err := c.Cookie("session")
		if err != nil {
			return echo.ErrUnauthorized
		}
		u, err := s.sessions.Current(c.Request().Context(), cookie.Value)
		if err != nil {
			return echo.NewHTTPError(http.StatusUnauthorized).SetInternal(err)
		}
		c.Set("user", u)
		return next(c)
	}
}

func (s *service) require(role string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			roles, err := s.sessions.Roles(c.Request().Context(), c.Get("user").(user).ID)
			if err != nil {
				return err
			}
			for _, r := range roles {
				if r == role {
					return next(c)
				}
			}
			return echo.ErrForbidden
		}
	}
}

// verify is for connect's handlers. Streams go through it unseen.
func (s *service) verify() connect.UnaryInterceptorFunc {
	return func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
			if _, err := s.sessions.Current(ctx, req.Header().Get("X-Session")); err != nil {
				return nil, connect.NewError(connect.CodeUnauthenticated, err)
			}
			return next(ctx, req)
		}
	}
}

func (s *service) rates(c echo.Context) error {
	grams, err := strconv.ParseInt(c.QueryParam("grams"), 10, 64)
	if err != nil {
		return echo.NewHTTPError(http.StatusBadRequest, "grams")
	}
	var (
		at    place
		quote *connect.Response[carriersv1.QuoteResponse]
	)
	g, ctx := errgroup.WithContext(c.Request().Context())
	g.Go(func() (err error) {
		at, err = s.geocoder.Find(ctx, c.QueryParam("postcode"))
		return err
	})
	g.Go(func() (err error) {
		req := connect.NewRequest(&carriersv1.QuoteRequest{Postcode: c.QueryParam("postcode"), Grams: grams})
		quote, err = s.carriers.Quote(ctx, req) // want `GET /api/v1/rates of shipping waits for carriers shop\.carriers\.v1\.Carriers/Quote`
		return err
	})
	if err := g.Wait(); err != nil {
		return echo.NewHTTPError(http.StatusBadGateway).SetInternal(err)
	}
	return c.JSON(http.StatusOK, echo.Map{"place": at, "cents": quote.Msg.GetCents()})
}

func (s *service) create(c echo.Context) error {
	var p parcel
	if err := c.Bind(&p); err != nil {
		return err
	}
	ctx := c.Request().Context()
	label, err := backoff.Retry(ctx, func() (string, error) {
		resp, err := s.carriers.CreateLabel(ctx, connect.NewRequest(&carriersv1.CreateLabelRequest{OrderId: p.Order, Postcode: p.Postcode})) // want `POST /api/v1/shipments of shipping waits for carriers shop\.carriers\.v1\.Carriers/CreateLabel`
		if connect.CodeOf(err) == connect.CodeInvalidArgument {
			return "", backoff.Permanent(err)
		}
		if err != nil {
			return "", err
		}
		return resp.Msg.GetTrackingId(), nil
	}, backoff.WithBackOff(backoff.NewExponentialBackOff()), backoff.WithMaxTries(3))
	if err != nil {
		return echo.NewHTTPError(http.StatusBadGateway).SetInternal(err)
	}
	p.Tracking = label
	value, _ := json.Marshal(p)
	if err := s.created.WriteMessages(ctx, kafka.Message{Key: []byte(p.Order), Value: value}); err != nil { // sends: kafka:shipments.created
		return err
	}
	return c.JSON(http.StatusCreated, p)
}

func (s *service) track(c echo.Context) error {
	p, ok := s.find(c.Param("id"))
	if !ok {
		return echo.ErrNotFound
	}
	stream, err := s.carriers.Track(c.Request().Context(), connect.NewRequest(&carriersv1.TrackRequest{TrackingId: p.Tracking})) // want `GET /api/v1/shipments/\{id\}/track of shipping waits for carriers shop\.carriers\.v1\.Carriers/Track`
	if err != nil {
		return err
	}
	defer stream.Close()
	c.Response().Header().Set(echo.HeaderContentType, "application/x-ndjson")
	c.Response().WriteHeader(http.StatusOK)
	enc := json.NewEncoder(c.Response())
	for stream.Receive() {
		if err := enc.Encode(stream.Msg()); err != nil {
			return err
		}
		c.Response().Flush()
	}
	return stream.Err()
}

func (s *service) void(ctx context.Context, id string) (parcel, error) {
	p, ok := s.find(id)
	if !ok {
		return p, errUnknown
	}
	_, err := s.carriers.VoidLabel(ctx, connect.NewRequest(&carriersv1.VoidLabelRequest{TrackingId: p.Tracking})) // want `CancelShipment of shipping \(like 1 other endpoint\) waits for carriers shop\.carriers\.v1\.Carriers/VoidLabel`
	return p, err
}

var errUnknown = errors.New("no such shipment")

func (s *service) handover(c echo.Context) error {
	var ids []string
	if err := json.NewDecoder(c.Request().Body).Decode(&ids); err != nil {
		return echo.ErrBadRequest
	}
	stream := s.carriers.Handover(c.Request().Context()) // want `POST /api/v1/tours/\{tour\}/handover of shipping waits for carriers shop\.carriers\.v1\.Carriers/Handover`
	for _, id := range ids {
		if err := stream.Send(&carriersv1.Parcel{TrackingId: id}); err != nil {
			return err
		}
	}
	resp, err := stream.CloseAndReceive()
	if err != nil {
		return err
	}
	go s.tell(context.WithoutCancel(c.Request().Context()), ids)
	return c.JSON(http.StatusOK, echo.Map{"taken": resp.Msg.GetTaken()})
}

// tell publishes that parcels are under way.
func (s *service) tell(ctx context.Context, ids []string) {
	msgs := make([]kafka.Message, 0, len(ids))
	for _, id := range ids {
		msgs = append(msgs, kafka.Message{Topic: "parcels.moved", Key: []byte(id)})
	}
	if err := s.events.WriteMessages(ctx, msgs...); err != nil { // sends: kafka:parcels.moved
		slog.ErrorContext(ctx, "tell", "err", err)
	}
}

// rpc serves the shipments to other services.
type rpc struct {
	shipmentsv1connect.UnimplementedShipmentsHandler
	*service
}

func (r *rpc) GetShipment(ctx context.Context, req *connect.Request[shipmentsv1.GetShipmentRequest]) (*connect.Response[shipmentsv1.Shipment], error) {
	p, ok := r.find(req.Msg.GetOrderId())
	if !ok {
		return nil, connect.NewError(connect.CodeNotFound, errUnknown)
	}
	state, err := r.geocoder.Zone(ctx, p.Zone)
	if err != nil {
		return nil, connect.NewError(connect.CodeUnavailable, err)
	}
	return connect.NewResponse(&shipmentsv1.Shipment{OrderId: p.Order, TrackingId: p.Tracking, State: state}), nil
}

func (r *rpc) CancelShipment(ctx context.Context, req *connect.Request[shipmentsv1.CancelShipmentRequest]) (*connect.Response[shipmentsv1.Shipment], error) {
	p, err := r.void(ctx, req.Msg.GetOrderId())
	if err != nil {
		return nil, connect.NewError(connect.CodeUnavailable, err)
	}
	return connect.NewResponse(&shipmentsv1.Shipment{OrderId: p.Order, State: "void"}), nil
}

func (r *rpc) WatchShipment(ctx context.Context, req *connect.Request[shipmentsv1.GetShipmentRequest], out *connect.ServerStream[shipmentsv1.Shipment]) error {
	p, _ := r.find(req.Msg.GetOrderId())
	in, err := r.carriers.Track(ctx, connect.NewRequest(&carriersv1.TrackRequest{TrackingId: p.Tracking})) // want `shop\.shipments\.v1\.Shipments/WatchShipment of shipping waits for carriers shop\.carriers\.v1\.Carriers/Track`
	if err != nil {
		return err
	}
	defer in.Close()
	for in.Receive() {
		if err := out.Send(&shipmentsv1.Shipment{OrderId: p.Order, State: in.Msg().GetState()}); err != nil {
			return err
		}
	}
	return in.Err()
}

func (s *service) echo() *echo.Echo {
	e := echo.New()
	e.HideBanner = true
	e.Use(middleware.RequestID(), middleware.Recover(), middleware.TimeoutWithConfig(middleware.TimeoutConfig{
		Skipper: func(c echo.Context) bool { return c.Path() == "/api/v1/shipments/:id/track" },
		Timeout: 10 * time.Second,
	}))
	e.GET("/health", func(c echo.Context) error { return c.NoContent(http.StatusNoContent) })

	api := e.Group("/api/v1", s.session)
	api.GET("/rates", s.rates)
	api.POST("/tours/:tour/handover", s.handover)
	shipments := api.Group("/shipments")
	shipments.POST("", s.create)
	shipments.GET("/:id/track", s.track)
	shipments.DELETE("/:id", func(c echo.Context) error {
		if _, err := s.void(c.Request().Context(), c.Param("id")); errors.Is(err, errUnknown) {
			return echo.ErrNotFound
		} else if err != nil {
			return err
		}
		return c.NoContent(http.StatusNoContent)
	}, s.require("clerk"))

	path, handler := shipmentsv1connect.NewShipmentsHandler(&rpc{service: s}, connect.WithInterceptors(s.verify()))
	e.Any(path+"*", echo.WrapHandler(handler))
	return e
}

// paid has a label made for each order that was paid for.
func (s *service) paid(ctx context.Context, brokers []string) error {
	r := kafka.NewReader(kafka.ReaderConfig{Brokers: brokers, GroupID: "shipping", Topic: "orders.paid"})
	defer r.Close()
	for {
		m, err := r.FetchMessage(ctx)
		if err != nil {
			return err
		}
		resp, err := s.carriers.CreateLabel(ctx, connect.NewRequest(&carriersv1.CreateLabelRequest{OrderId: string(m.Key)})) // runs: consumer orders.paid
		if err != nil {
			slog.ErrorContext(ctx, "no label", "order", string(m.Key), "err", err)
			continue
		}
		s.tell(ctx, []string{resp.Msg.GetTrackingId()})
		if err := r.CommitMessages(ctx, m); err != nil {
			return err
		}
	}
}

func consume(ctx context.Context, r *kafka.Reader, handle func(context.Context, kafka.Message) error) error {
	defer r.Close()
	for {
		m, err := r.ReadMessage(ctx)
		if err != nil {
			return err
		}
		if err := handle(ctx, m); err != nil {
			slog.ErrorContext(ctx, "message", "topic", m.Topic, "offset", m.Offset, "err", err)
		}
	}
}

func (s *service) onAddress(ctx context.Context, m kafka.Message) error {
	return s.geocoder.Refresh(ctx, string(m.Value))
}

func main() {
	cfg, err := env.ParseAs[config]()
	if err != nil {
		slog.Error("configuration", "err", err)
		os.Exit(2)
	}
	client := &http.Client{Transport: otelhttp.NewTransport(http.DefaultTransport), Timeout: 5 * time.Second}
	s := &service{
		carriers: carriersv1connect.NewCarriersClient(client, cfg.CarriersURL, connect.WithGRPC()),
		geocoder: &geocoder{base: cfg.GeocoderURL, http: client},
		sessions: &sessions{base: cfg.SessionsURL, http: client},
		created:  &kafka.Writer{Addr: kafka.TCP(cfg.Brokers...), Topic: "shipments.created", Balancer: &kafka.Hash{}},
		events:   &kafka.Writer{Addr: kafka.TCP(cfg.Brokers...), Async: true},
		parcels:  map[string]parcel{},
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	e := s.echo()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return s.paid(ctx, cfg.Brokers) })
	g.Go(func() error {
		r := kafka.NewReader(kafka.ReaderConfig{Brokers: cfg.Brokers, GroupID: "shipping", GroupTopics: []string{"addresses.changed"}})
		return consume(ctx, r, s.onAddress)
	})
	g.Go(func() error { return e.Start(fmt.Sprintf(":%d", cfg.Port)) })
	g.Go(func() error {
		<-ctx.Done()
		return e.Shutdown(context.WithoutCancel(ctx))
	})
	if err := g.Wait(); err != nil && !errors.Is(err, http.ErrServerClosed) && !errors.Is(err, context.Canceled) {
		slog.Error("shipping", "err", err)
		os.Exit(1)
	}
}
