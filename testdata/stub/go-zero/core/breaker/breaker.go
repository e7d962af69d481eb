package breaker

import "context"

type (
	// Acceptable says which errors are none.
	Acceptable func(err error) bool
	// Fallback runs instead.
	Fallback func(err error) error
	// Option changes a breaker.
	Option func(breaker *circuitBreaker)

	circuitBreaker struct{}

	// Breaker runs functions while that makes sense.
	Breaker interface {
		Name() string
		Do(req func() error) error
		DoCtx(ctx context.Context, req func() error) error
		DoWithAcceptable(req func() error, acceptable Acceptable) error
		DoWithFallback(req func() error, fallback Fallback) error
		DoWithFallbackCtx(ctx context.Context, req func() error, fallback Fallback) error
	}
)

// NewBreaker makes a breaker.
func NewBreaker(opts ...Option) Breaker { return nil }

// Do runs a function.
func Do(name string, req func() error) error { return nil }

// DoCtx runs a function.
func DoCtx(ctx context.Context, name string, req func() error) error { return nil }

// DoWithAcceptable runs a function.
func DoWithAcceptable(name string, req func() error, acceptable Acceptable) error { return nil }

// DoWithFallback runs a function.
func DoWithFallback(name string, req func() error, fallback Fallback) error { return nil }

// DoWithFallbackCtx runs a function.
func DoWithFallbackCtx(ctx context.Context, name string, req func() error, fallback Fallback) error {
	return nil
}
