// Package grequests declares what the cases use of the HTTP client of that name.
package grequests

import "context"

type Option interface{ Apply(*RequestOptions) }

type RequestOptions struct{ Headers map[string]string }

type Response struct{ Error error }

type Session struct{ RequestOptions *RequestOptions }

func NewSession(ro *RequestOptions) *Session { return &Session{ro} }

func FromRequestOptions(r *RequestOptions) Option { return nil }

func Post(ctx context.Context, url string, options ...Option) (*Response, error) { return nil, nil }

func Request(ctx context.Context, verb, url string, options ...Option) (*Response, error) {
	return nil, nil
}

func DoRegularRequest(requestVerb, url string, ro *RequestOptions) (*Response, error) {
	return nil, nil
}

func (s *Session) Delete(ctx context.Context, url string, ro *RequestOptions) (*Response, error) {
	return nil, nil
}
