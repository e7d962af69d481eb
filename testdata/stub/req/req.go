// Package req declares what the cases use of the HTTP client of that name.
package req

import "context"

type Client struct{ BaseURL string }

type Request struct {
	RawURL string
	Method string
}

type Response struct{ Err error }

type RequestMiddleware func(client *Client, req *Request) error

type ResponseMiddleware func(client *Client, resp *Response) error

var defaultClient = C()

func C() *Client                   { return &Client{} }
func DefaultClient() *Client       { return defaultClient }
func R() *Request                  { return defaultClient.R() }
func SetBaseURL(u string) *Client  { return defaultClient.SetBaseURL(u) }
func MustGet(url string) *Response { return &Response{} }

func (c *Client) SetBaseURL(u string) *Client                  { return c }
func (c *Client) SetCommonRetryCount(n int) *Client            { return c }
func (c *Client) OnBeforeRequest(m RequestMiddleware) *Client  { return c }
func (c *Client) OnAfterResponse(m ResponseMiddleware) *Client { return c }
func (c *Client) R() *Request                                  { return &Request{} }
func (c *Client) Get(url ...string) *Request                   { return &Request{} }
func (c *Client) Post(url ...string) *Request                  { return &Request{} }
func (r *Request) SetPathParam(key, value string) *Request     { return r }
func (r *Request) SetBody(body any) *Request                   { return r }
func (r *Request) Get(url string) (*Response, error)           { return nil, nil }
func (r *Request) Do(ctx ...context.Context) *Response         { return nil }
