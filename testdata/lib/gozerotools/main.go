// A service of go-zero that asks others side by side, behind breakers and again and again,
// beside a worker of its own and a gateway.
package main

import (
	"context"
	"net/http"
	"time"

	"github.com/zeromicro/go-zero/core/breaker"
	"github.com/zeromicro/go-zero/core/conf"
	"github.com/zeromicro/go-zero/core/fx"
	"github.com/zeromicro/go-zero/core/mr"
	"github.com/zeromicro/go-zero/core/service"
	"github.com/zeromicro/go-zero/core/syncx"
	"github.com/zeromicro/go-zero/core/threading"
	"github.com/zeromicro/go-zero/gateway"
	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/rest/httpc"
)

// Config is what the file holds.
type Config struct {
	rest.RestConf
	PaymentsURL string
}

type shop struct {
	payments string
	users    httpc.Service
	orders   httpc.Service
	breaker  breaker.Breaker
	flight   syncx.SingleFlight
}

// page asks three services at once.
func (s *shop) page(w http.ResponseWriter, r *http.Request) {
	mr.Finish(func() error {
		_, err := s.users.Do(r.Context(), http.MethodGet, "http://users/users/1", nil) // want `GET /page of gozerotools waits for users GET /users/\{id\}:`
		return err
	}, func() error {
		req, err := http.NewRequest(http.MethodGet, "http://orders/orders/1", nil)
		if err != nil {
			return err
		}
		_, err = s.orders.DoRequest(req) // want `GET /page of gozerotools waits for orders GET /orders/\{id\}:`
		return err
	})
	mr.FinishVoid(func() {
		httpc.Do(r.Context(), http.MethodPost, s.payments+"/payments", nil) // want `GET /page of gozerotools waits for payments POST /payments:`
	})
}

// each asks for each element, and for the sum.
func (s *shop) each(w http.ResponseWriter, r *http.Request) {
	mr.ForEach(func(source chan<- string) {
		for _, id := range r.Form["id"] {
			source <- id
		}
	}, func(id string) {
		http.Get("http://users/users/" + id) // want `GET /each of gozerotools waits for users GET /users/\{id\}:` `GET /each of gozerotools calls users GET /users/\{id\} once per element of a loop`
	})
	mr.MapReduce(func(source chan<- string) {
		http.Get("http://orders/orders/all") // want `GET /each of gozerotools waits for orders GET /orders/\{id\}:`
		source <- "payments"
	}, func(host string, writer mr.Writer[int], cancel func(error)) {
		if _, err := http.Post("http://"+host+"/payments", "", nil); err != nil { // want `GET /each of gozerotools waits for payments POST /payments:` `GET /each of gozerotools calls payments POST /payments once per element of a loop`
			cancel(err)
		}
		writer.Write(1)
	}, func(pipe <-chan int, writer mr.Writer[int], cancel func(error)) {
		for range pipe {
		}
		http.Get("http://archive/orders/sum") // want `GET /each of gozerotools waits for archive GET /orders/\{id\}:`
	})
}

// guarded asks behind what guards calls.
func (s *shop) guarded(w http.ResponseWriter, r *http.Request) {
	breaker.Do("users", func() error {
		_, err := http.Get("http://users/users/1") // want `GET /guarded of gozerotools waits for users GET /users/\{id\}:`
		return err
	})
	s.breaker.DoWithFallback(func() error {
		_, err := http.Get("http://orders/orders/1") // want `GET /guarded of gozerotools waits for orders GET /orders/\{id\}:`
		return err
	}, func(err error) error {
		http.Get("http://archive/orders/1") // want `GET /guarded of gozerotools waits for archive GET /orders/\{id\}:`
		return err
	})
	s.flight.DoEx("payments", func() (any, error) {
		return http.Post("http://payments/payments", "", nil) // want `GET /guarded of gozerotools waits for payments POST /payments:`
	})
}

// again asks until it is answered.
func (s *shop) again(w http.ResponseWriter, r *http.Request) {
	fx.DoWithRetryCtx(r.Context(), func(ctx context.Context, n int) error {
		_, err := http.Get("http://users/users/1") // want `GET /again of gozerotools waits for users GET /users/\{id\}`
		return err
	})
	fx.DoWithRetry(func() error {
		_, err := http.Post("http://payments/payments", "", nil) // want `GET /again of gozerotools waits for payments POST /payments`
		return err
	})
	fx.DoWithTimeout(func() error {
		_, err := http.Get("http://orders/orders/1") // want `GET /again of gozerotools waits for orders GET /orders/\{id\}:`
		return err
	}, time.Second)
}

// later starts what it does not wait for, and waits for the rest.
func (s *shop) later(w http.ResponseWriter, r *http.Request) {
	threading.GoSafe(func() { http.Get("http://users/users/1") })
	g := threading.NewRoutineGroup()
	g.RunSafe(func() {
		http.Get("http://orders/orders/1") // want `GET /later of gozerotools waits for orders GET /orders/\{id\}:`
	})
	g.Wait()
	threading.NewTaskRunner(3).Schedule(func() { http.Post("http://payments/payments", "", nil) })
}

// A sweeper runs beside the server.
type sweeper struct{}

// Start asks now and then.
func (sweeper) Start() {
	for range time.Tick(time.Minute) {
		http.Get("http://orders/orders/old")
	}
}

// Stop ends that.
func (sweeper) Stop() {}

func traced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/traced") // want `GET /again of gozerotools \(like 5 other endpoints\) waits for users GET /users/\{id\}:`
		next.ServeHTTP(w, r)
	})
}

func main() {
	var c Config
	if err := conf.LoadFromYamlBytes([]byte("..."), &c); err != nil {
		panic(err)
	}
	s := &shop{c.PaymentsURL, httpc.NewService("users"), httpc.NewServiceWithClient("orders", http.DefaultClient), breaker.NewBreaker(), syncx.NewSingleFlight()}
	server := rest.MustNewServer(c.RestConf)
	server.Use(rest.ToMiddleware(traced))
	server.AddRoutes([]rest.Route{
		{Method: http.MethodGet, Path: "/page", Handler: s.page},
		{Method: http.MethodGet, Path: "/each", Handler: s.each},
		{Method: http.MethodGet, Path: "/guarded", Handler: s.guarded},
		{Method: http.MethodGet, Path: "/within", Handler: s.within},
		{Method: http.MethodGet, Path: "/again", Handler: s.again},
		{Method: http.MethodGet, Path: "/later", Handler: s.later},
	})
	edge := gateway.MustNewServer(gateway.GatewayConf{})
	edge.AddRoute(rest.Route{Method: http.MethodGet, Path: "/own", Handler: func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/own") // want `GET /own of gozerotools waits for orders GET /orders/\{id\}:`
	}})
	group := service.NewServiceGroup()
	defer group.Stop()
	group.Add(server)
	group.Add(edge)
	group.Add(newOrders())
	group.Add(sweeper{})
	group.Start()
}
