package fx

import (
	"context"
	"time"
)

type (
	// RetryOption changes how often something is tried.
	RetryOption func(*retryOptions)
	// DoOption changes how something is done.
	DoOption func() context.Context

	retryOptions struct{}
)

// Parallel runs functions side by side.
func Parallel(fns ...func()) {}

// DoWithRetry runs a function until it succeeds.
func DoWithRetry(fn func() error, opts ...RetryOption) error { return nil }

// DoWithRetryCtx runs a function until it succeeds.
func DoWithRetryCtx(ctx context.Context, fn func(ctx context.Context, retryCount int) error, opts ...RetryOption) error {
	return nil
}

// DoWithTimeout runs a function.
func DoWithTimeout(fn func() error, timeout time.Duration, opts ...DoOption) error { return nil }
