// Package grequests declares what the cases use of the HTTP client of that name.
package grequests

import "context"

type Option func(*RequestOptions) error

type RequestOptions struct{ Headers map[string]string }

type Response struct{ Error error }

func Request(ctx context.Context, verb, url string, options ...Option) (*Response, error) {
	return nil, nil
}
