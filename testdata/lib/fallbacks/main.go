// Circuit breakers: what they run happens there and then, and so do fallbacks.
package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/afex/hystrix-go/hystrix"
	"github.com/eapache/go-resiliency/breaker"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/circuitbreaker"
	"github.com/failsafe-go/failsafe-go/failsafehttp"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	"github.com/sony/gobreaker"
)

func get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func netflix(w http.ResponseWriter, r *http.Request) {
	hystrix.ConfigureCommand("orders", hystrix.CommandConfig{Timeout: 1000})
	err := hystrix.Do("orders", func() error {
		return get("http://orders/orders/do") // want `GET /hystrix of fallbacks waits for orders GET /orders/\{id\}`
	}, func(err error) error {
		return get("http://users/users/fallback") // want `GET /hystrix of fallbacks waits for users GET /users/\{id\}`
	})
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func netflixContext(w http.ResponseWriter, r *http.Request) {
	hystrix.DoC(r.Context(), "orders", func(ctx context.Context) error {
		return get("http://orders/orders/doc") // want `GET /hystrix-context of fallbacks waits for orders GET /orders/\{id\}`
	}, nil)
}

// netflixAsync does not receive from the channel.
func netflixAsync(w http.ResponseWriter, r *http.Request) {
	hystrix.Go("orders", func() error { return get("http://orders/orders/go") }, nil)
	w.WriteHeader(http.StatusAccepted)
}

// netflixAwaited waits for the first error or its output.
func netflixAwaited(w http.ResponseWriter, r *http.Request) {
	output := make(chan bool, 1)
	errs := hystrix.Go("orders", func() error {
		defer close(output)
		return get("http://orders/orders/awaited") // want `GET /hystrix-awaited of fallbacks waits for orders GET /orders/\{id\}`
	}, func(error) error {
		return get("http://users/users/awaited") // want `GET /hystrix-awaited of fallbacks waits for users GET /users/\{id\}`
	})
	select {
	case <-output:
	case <-errs:
		w.WriteHeader(http.StatusBadGateway)
	}
}

var old = gobreaker.NewCircuitBreaker(gobreaker.Settings{Name: "users"})

func sony(w http.ResponseWriter, r *http.Request) {
	found, err := old.Execute(func() (interface{}, error) {
		return http.Get("http://users/users/1") // want `GET /sony of fallbacks waits for users GET /users/\{id\}`
	})
	if err != nil {
		return
	}
	found.(*http.Response).Body.Close()
}

var shopify = breaker.New(3, 1, time.Second)

func eapache(w http.ResponseWriter, r *http.Request) {
	err := shopify.Run(func() error {
		return get("http://orders/orders/breaker") // want `GET /eapache of fallbacks waits for orders GET /orders/\{id\}`
	})
	if errors.Is(err, breaker.ErrBreakerOpen) {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	shopify.Go(func() error { return get("http://users/users/background") })
}

var (
	policy   = retrypolicy.NewWithDefaults[*http.Response]()
	executor = failsafe.With(policy, circuitbreaker.NewWithDefaults[*http.Response]())
	guarded  = &http.Client{Transport: failsafehttp.NewRoundTripper(nil, policy)}
)

func safe(w http.ResponseWriter, r *http.Request) {
	executor.Get(func() (*http.Response, error) {
		return http.Get("http://orders/orders/failsafe") // want `GET /safe of fallbacks waits for orders GET /orders/\{id\}`
	})
	executor.WithContext(r.Context()).RunWithExecution(func(exec failsafe.Execution[*http.Response]) error {
		return get("http://users/users/failsafe") // want `GET /safe of fallbacks waits for users GET /users/\{id\}`
	})
}

// safeLater looks at what came out at the end.
func safeLater(w http.ResponseWriter, r *http.Request) {
	result := executor.RunAsync(func() error { return get("http://orders/orders/later") }) // want `GET /safe-later of fallbacks waits for orders GET /orders/\{id\}`
	executor.RunAsync(func() error { return get("http://users/users/forgotten") })
	if result.Error() != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func safeClient(w http.ResponseWriter, r *http.Request) {
	guarded.Get("http://orders/orders/transport") // want `GET /safe-client of fallbacks waits for orders GET /orders/\{id\}`
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, "http://payments/payments", nil)
	if err != nil {
		return
	}
	failsafehttp.NewRequest(req, http.DefaultClient, policy).Do() // want `GET /safe-client of fallbacks waits for payments POST /payments`
}

func main() {
	http.HandleFunc("GET /hystrix", netflix)
	http.HandleFunc("GET /hystrix-context", netflixContext)
	http.HandleFunc("GET /hystrix-async", netflixAsync)
	http.HandleFunc("GET /hystrix-awaited", netflixAwaited)
	http.HandleFunc("GET /safe-later", safeLater)
	http.HandleFunc("GET /sony", sony)
	http.HandleFunc("GET /eapache", eapache)
	http.HandleFunc("GET /safe", safe)
	http.HandleFunc("GET /safe-client", safeClient)
	http.ListenAndServe(":8080", nil)
}
