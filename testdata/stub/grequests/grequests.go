// Package grequests declares what the cases use of the HTTP client of that name.
package grequests

type RequestOptions struct{ Headers map[string]string }

type Response struct{ Error error }

type Session struct{ RequestOptions *RequestOptions }

func NewSession(ro *RequestOptions) *Session { return &Session{ro} }

func Get(url string, ro *RequestOptions) (*Response, error)       { return nil, nil }
func Req(verb, url string, ro *RequestOptions) (*Response, error) { return nil, nil }

func (s *Session) Post(url string, ro *RequestOptions) (*Response, error) { return nil, nil }
