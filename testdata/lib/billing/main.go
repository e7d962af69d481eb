// Billing writes invoices and has them paid: fiber serves it, accounts and books are asked
// by clients of kratos, and what can wait is a task of asynq.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"time"

	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/middleware/circuitbreaker"
	krecovery "github.com/go-kratos/kratos/v2/middleware/recovery"
	"github.com/go-kratos/kratos/v2/registry"
	"github.com/go-kratos/kratos/v2/transport"
	kgrpc "github.com/go-kratos/kratos/v2/transport/grpc"
	khttp "github.com/go-kratos/kratos/v2/transport/http"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/healthcheck"
	"github.com/gofiber/fiber/v2/middleware/keyauth"
	"github.com/gofiber/fiber/v2/middleware/proxy"
	"github.com/gofiber/fiber/v2/middleware/recover"
	"github.com/hibiken/asynq"
	"github.com/spf13/viper"

	accountsv1 "libcases/billing/api/accounts/v1"
	booksv1 "libcases/billing/api/books/v1"
)

const (
	taskDeliver = "invoice:deliver"
	taskRemind  = "invoice:remind"
	taskClose   = "books:close"
)

// sessions is asked by fiber's own client.
type sessions struct{ base string }

func (s sessions) CheckKey(key string) (bool, error) {
	code, _, errs := fiber.Get(s.base + "/v1/keys/" + key).Timeout(time.Second).Bytes() // want `GET /v1/accounts/\{account\}/entries of billing \(like 5 other endpoints\) waits for sessions GET /v1/keys/\{key\}`
	return code == fiber.StatusOK, errors.Join(errs...)
}

func (s sessions) Token() (string, error) {
	var out struct {
		AccessToken string `json:"access_token"`
	}
	agent := fiber.AcquireAgent()
	defer fiber.ReleaseAgent(agent)
	req := agent.Request()
	req.Header.SetMethod(fiber.MethodPost)
	req.SetRequestURI(s.base + "/oauth/token")
	if err := agent.Parse(); err != nil {
		return "", err
	}
	_, _, errs := agent.Struct(&out) // want `GET /v1/invoices/\{id\} of billing \(like 2 other endpoints\) waits for sessions POST /oauth/token` `GET /v1/accounts/\{account\}/live of billing calls sessions POST /oauth/token once per turn of a loop`
	return out.AccessToken, errors.Join(errs...)
}

func (s sessions) Up() bool {
	code, _, _ := fiber.Get(s.base + "/healthz").Bytes() // fiber's middleware asks it, for a path that is no route
	return code == fiber.StatusOK
}

// withToken has each call of the service carry its token.
func withToken(s sessions) middleware.Middleware {
	return func(next middleware.Handler) middleware.Handler {
		return func(ctx context.Context, req any) (any, error) {
			token, err := s.Token()
			if err != nil {
				return nil, err
			}
			if tr, ok := transport.FromClientContext(ctx); ok {
				tr.RequestHeader().Set("Authorization", "Bearer "+token)
			}
			return next(ctx, req)
		}
	}
}

// static knows where services are.
type static map[string][]string

func (s static) GetService(_ context.Context, name string) ([]*registry.ServiceInstance, error) {
	return []*registry.ServiceInstance{{ID: name, Name: name, Endpoints: s[name]}}, nil
}

func (s static) Watch(_ context.Context, name string) (registry.Watcher, error) {
	return &watcher{instances: s, name: name, done: make(chan struct{})}, nil
}

type watcher struct {
	instances static
	name      string
	seen      bool
	done      chan struct{}
}

func (w *watcher) Next() ([]*registry.ServiceInstance, error) {
	if w.seen {
		<-w.done
		return nil, context.Canceled
	}
	w.seen = true
	return w.instances.GetService(context.Background(), w.name)
}

func (w *watcher) Stop() error {
	close(w.done)
	return nil
}

type invoice struct {
	ID      string `json:"id"`
	Account string `json:"account"`
	Cents   int64  `json:"cents"`
}

type server struct {
	renderer string
	loyalty  string
	accounts accountsv1.AccountsHTTPClient
	books    booksv1.BooksClient
	queue    *asynq.Client
}

func (s *server) get(c *fiber.Ctx) error {
	inv := invoice{ID: c.Params("id"), Account: c.Query("account")}
	balance, err := s.books.Balance(c.UserContext(), &booksv1.BalanceRequest{Account: inv.Account}) // want `GET /v1/invoices/\{id\} of billing waits for books shop\.books\.v1\.Books/Balance`
	if err != nil {
		return fiber.NewError(fiber.StatusBadGateway, err.Error())
	}
	return c.JSON(fiber.Map{"invoice": inv, "balance": balance.GetCents()})
}

func (s *server) create(c *fiber.Ctx) error {
	var inv invoice
	if err := c.BodyParser(&inv); err != nil {
		return fiber.ErrBadRequest
	}
	account, err := s.accounts.GetAccount(c.UserContext(), &accountsv1.GetAccountRequest{Id: inv.Account}) // want `POST /v1/invoices/ of billing waits for accounts GET /v1/accounts/\{id\}`
	if err != nil {
		return err
	}
	payload, _ := json.Marshal(fiber.Map{"invoice": inv, "to": account.GetEmail()})
	task := asynq.NewTask(taskDeliver, payload, asynq.MaxRetry(5), asynq.Timeout(time.Minute))
	if _, err := s.queue.EnqueueContext(c.UserContext(), task, asynq.ProcessIn(time.Minute)); err != nil { // sends: asynq:invoice:deliver
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(inv)
}

func (s *server) pay(c *fiber.Ctx) error {
	var inv invoice
	if err := c.BodyParser(&inv); err != nil {
		return fiber.ErrBadRequest
	}
	ctx, cancel := context.WithTimeout(c.UserContext(), 3*time.Second)
	defer cancel()
	charge, err := s.accounts.Charge(ctx, &accountsv1.ChargeRequest{AccountId: inv.Account, InvoiceId: c.Params("id"), Cents: inv.Cents}) // want `POST /v1/invoices/\{id\}/pay of billing waits for accounts POST /v1/accounts/\{account_id\}/charges`
	if err != nil {
		return err
	}
	if _, err := s.books.Post(ctx, &booksv1.PostRequest{Account: inv.Account, Cents: -inv.Cents}); err != nil { // want `POST /v1/invoices/\{id\}/pay of billing waits for books shop\.books\.v1\.Books/Post`
		return err
	}
	go s.reward(inv)
	return c.JSON(fiber.Map{"charge": charge.GetChargeId()})
}

// reward is more than the answer waits for.
func (s *server) reward(inv invoice) {
	if code, _, errs := fiber.Post(s.loyalty + "/points").JSON(inv).Bytes(); len(errs) > 0 || code >= 400 {
		log.Printf("no points for %s: %d %v", inv.ID, code, errs)
	}
}

func (s *server) entries(c *fiber.Ctx) error {
	stream, err := s.books.Entries(context.Background(), &booksv1.EntriesRequest{Account: c.Params("account")}) // want `GET /v1/accounts/\{account\}/entries of billing waits for books shop\.books\.v1\.Books/Entries`
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, "application/x-ndjson")
	c.Context().SetBodyStreamWriter(func(w *bufio.Writer) {
		enc := json.NewEncoder(w)
		for {
			entry, err := stream.Recv()
			if errors.Is(err, io.EOF) || err != nil {
				return
			}
			if enc.Encode(entry) != nil || w.Flush() != nil {
				return
			}
		}
	})
	return nil
}

func (s *server) live(c *fiber.Ctx) error {
	account := strings.Clone(c.Params("account"))
	c.Set(fiber.HeaderContentType, "text/event-stream")
	c.Context().SetBodyStreamWriter(func(w *bufio.Writer) {
		for {
			b, err := s.books.Balance(context.Background(), &booksv1.BalanceRequest{Account: account}) // want `GET /v1/accounts/\{account\}/live of billing waits for books shop\.books\.v1\.Books/Balance` `GET /v1/accounts/\{account\}/live of billing calls books shop\.books\.v1\.Books/Balance once per turn of a loop`
			if err != nil {
				return
			}
			fmt.Fprintf(w, "data: %d\n\n", b.GetCents())
			if w.Flush() != nil {
				return
			}
			time.Sleep(5 * time.Second)
		}
	})
	return nil
}

func (s *server) pdf(c *fiber.Ctx) error {
	target := fmt.Sprintf("%s/pdf/invoices/%s", s.renderer, c.Params("id"))
	if err := proxy.DoTimeout(c, target, 10*time.Second); err != nil { // want `GET /v1/invoices/\{id\}/pdf of billing waits for renderer GET /pdf/invoices/\{id\}`
		return err
	}
	c.Response().Header.Del(fiber.HeaderServer)
	return nil
}

func (s *server) dunning(c *fiber.Ctx) error {
	var overdue []string
	if err := c.BodyParser(&overdue); err != nil {
		return fiber.ErrBadRequest
	}
	for _, id := range overdue {
		if _, err := s.queue.Enqueue(asynq.NewTask(taskRemind, []byte(id)), asynq.Queue("low")); err != nil { // sends: asynq:invoice:remind
			return err
		}
	}
	return c.SendStatus(fiber.StatusAccepted)
}

func (s *server) app(keys sessions) *fiber.App {
	app := fiber.New(fiber.Config{AppName: "billing", ReadTimeout: 5 * time.Second})
	app.Use(recover.New())
	app.Use(healthcheck.New(healthcheck.Config{
		ReadinessProbe: func(*fiber.Ctx) bool { return keys.Up() },
	}))

	v1 := app.Group("/v1", keyauth.New(keyauth.Config{
		KeyLookup: "header:X-Api-Key",
		Validator: func(_ *fiber.Ctx, key string) (bool, error) { return keys.CheckKey(key) },
	}))
	v1.Route("/invoices", func(r fiber.Router) {
		r.Post("/", s.create)
		r.Get("/:id", s.get)
		r.Post("/:id/pay", s.pay)
		r.Get("/:id/pdf", s.pdf)
	})
	accounts := v1.Group("/accounts/:account")
	accounts.Get("/entries", s.entries)
	accounts.Get("/live", s.live)

	app.Get("/templates", proxy.Forward(s.renderer+"/templates")) // want `GET /templates of billing waits for renderer GET /templates`

	internal := fiber.New()
	internal.Post("/dunning", s.dunning)
	app.Mount("/internal", internal)
	return app
}

// worker does what waits in the queue.
type worker struct {
	renderer *khttp.Client
	mail     string
	books    booksv1.BooksClient
}

func (w *worker) deliver(ctx context.Context, t *asynq.Task) error {
	if !json.Valid(t.Payload()) {
		return fmt.Errorf("payload: %w", asynq.SkipRetry)
	}
	agent := fiber.Post(w.mail + "/mails").Body(t.Payload()).ContentType(fiber.MIMEApplicationJSON)
	code, _, errs := agent.Bytes() // runs: consumer invoice:deliver
	if len(errs) > 0 || code >= 500 {
		return fmt.Errorf("mail: %d %w", code, errors.Join(errs...))
	}
	return nil
}

func (w *worker) closeDay(ctx context.Context, _ *asynq.Task) error {
	_, err := w.books.Post(ctx, &booksv1.PostRequest{Account: "closing"}) // runs: consumer books:close
	return err
}

// reminder is a handler with a method, as asynq has them too.
type reminder struct{ *worker }

func (r reminder) ProcessTask(ctx context.Context, t *asynq.Task) error {
	var reply struct{ Letter string }
	return r.renderer.Invoke(ctx, "POST", "/letters/"+string(t.Payload()), nil, &reply) // runs: consumer invoice:remind
}

func logged(next asynq.Handler) asynq.Handler {
	return asynq.HandlerFunc(func(ctx context.Context, t *asynq.Task) error {
		start := time.Now()
		err := next.ProcessTask(ctx, t)
		log.Printf("%s took %s: %v", t.Type(), time.Since(start), err)
		return err
	})
}

func (w *worker) mux() *asynq.ServeMux {
	mux := asynq.NewServeMux()
	mux.Use(logged)
	mux.HandleFunc(taskDeliver, w.deliver)
	mux.HandleFunc(taskClose, w.closeDay)
	mux.Handle(taskRemind, reminder{w})
	return mux
}

func settings() *viper.Viper {
	v := viper.New()
	v.SetDefault("addr", ":8080")
	v.SetDefault("redis", "localhost:6379")
	v.SetEnvPrefix("billing")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	v.AutomaticEnv()
	v.SetConfigFile("/etc/billing/config.yaml")
	if err := v.ReadInConfig(); err != nil && !errors.Is(err, os.ErrNotExist) {
		log.Fatal(err)
	}
	return v
}

func run() error {
	v := settings()
	ctx := context.Background()
	keys := sessions{base: v.GetString("sessions.url")}

	accounts, err := khttp.NewClient(ctx,
		khttp.WithEndpoint(v.GetString("accounts.endpoint")),
		khttp.WithTimeout(2*time.Second),
		khttp.WithMiddleware(krecovery.Recovery(), circuitbreaker.Client()),
	)
	if err != nil {
		return err
	}
	defer accounts.Close()
	books, err := kgrpc.DialInsecure(ctx,
		kgrpc.WithEndpoint("discovery:///books"),
		kgrpc.WithDiscovery(static{"books": v.GetStringSlice("books.instances")}),
		kgrpc.WithMiddleware(krecovery.Recovery(), withToken(keys)),
	)
	if err != nil {
		return err
	}
	defer books.Close()
	renderer, err := khttp.NewClient(ctx, khttp.WithEndpoint(v.GetString("renderer.url")))
	if err != nil {
		return err
	}
	defer renderer.Close()

	redis := asynq.RedisClientOpt{Addr: v.GetString("redis")}
	queue := asynq.NewClient(redis)
	defer queue.Close()

	w := &worker{renderer: renderer, mail: v.GetString("mailing.url"), books: booksv1.NewBooksClient(books)}
	workers := asynq.NewServer(redis, asynq.Config{Concurrency: 10, Queues: map[string]int{"default": 2, "low": 1}})
	if err := workers.Start(w.mux()); err != nil {
		return err
	}
	defer workers.Shutdown()

	scheduler := asynq.NewScheduler(redis, nil)
	if _, err := scheduler.Register("@daily", asynq.NewTask(taskClose, nil)); err != nil { // sends: asynq:books:close
		return err
	}
	if err := scheduler.Start(); err != nil {
		return err
	}
	defer scheduler.Shutdown()

	s := &server{
		renderer: v.GetString("renderer.url"),
		loyalty:  v.GetString("loyalty.url"),
		accounts: accountsv1.NewAccountsHTTPClient(accounts),
		books:    booksv1.NewBooksClient(books),
		queue:    queue,
	}
	return s.app(keys).Listen(v.GetString("addr"))
}

func main() { log.Fatal(run()) }
