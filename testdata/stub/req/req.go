// Package req declares what the cases use of the HTTP client of that name.
package req

import (
	"context"
	"net/http"
	"time"
)

type Client struct{ BaseURL string }

type Request struct {
	RawURL string
	Method string
}

type Response struct{ Err error }

type (
	RequestMiddleware  func(client *Client, req *Request) error
	ResponseMiddleware func(client *Client, resp *Response) error
	RetryHookFunc      func(resp *Response, err error)
)

var defaultClient = C()

func C() *Client                 { return &Client{} }
func NewClient() *Client         { return C() }
func DefaultClient() *Client     { return defaultClient }
func SetDefaultClient(c *Client) {}

// Functions that say something of the default client.
func SetBaseURL(u string) *Client                     { return nil }
func SetScheme(scheme string) *Client                 { return nil }
func SetTimeout(d time.Duration) *Client              { return nil }
func SetCommonHeader(key, value string) *Client       { return nil }
func SetCommonPathParam(key, value string) *Client    { return nil }
func SetCommonPathParams(p map[string]string) *Client { return nil }

func OnAfterResponse(m ResponseMiddleware) *Client { return nil }

// Functions that begin a request of it.
func R() *Request                             { return nil }
func NewRequest() *Request                    { return nil }
func SetURL(url string) *Request              { return nil }
func SetBody(body any) *Request               { return nil }
func SetPathParam(key, value string) *Request { return nil }
func Get(url string) (*Response, error)       { return nil, nil }
func Head(url string) (*Response, error)      { return nil, nil }
func Post(url string) (*Response, error)      { return nil, nil }
func Put(url string) (*Response, error)       { return nil, nil }
func Patch(url string) (*Response, error)     { return nil, nil }
func Delete(url string) (*Response, error)    { return nil, nil }
func Options(url string) (*Response, error)   { return nil, nil }
func MustGet(url string) *Response            { return nil }
func MustHead(url string) *Response           { return nil }
func MustPost(url string) *Response           { return nil }
func MustPut(url string) *Response            { return nil }
func MustPatch(url string) *Response          { return nil }
func MustDelete(url string) *Response         { return nil }
func MustOptions(url string) *Response        { return nil }

func (c *Client) Clone() *Client                                   { return nil }
func (c *Client) SetBaseURL(u string) *Client                      { return nil }
func (c *Client) SetScheme(scheme string) *Client                  { return nil }
func (c *Client) SetTimeout(d time.Duration) *Client               { return nil }
func (c *Client) SetCommonRetryCount(count int) *Client            { return nil }
func (c *Client) SetCommonPathParam(key, value string) *Client     { return nil }
func (c *Client) SetCommonPathParams(p map[string]string) *Client  { return nil }
func (c *Client) OnBeforeRequest(m RequestMiddleware) *Client      { return nil }
func (c *Client) R() *Request                                      { return nil }
func (c *Client) NewRequest() *Request                             { return nil }
func (c *Client) Get(url ...string) *Request                       { return nil }
func (c *Client) Post(url ...string) *Request                      { return nil }
func (c *Client) Delete(url ...string) *Request                    { return nil }
func (c *Client) Do(req *http.Request) (*http.Response, error)     { return nil, nil }
func (r *Request) AddRetryHook(hook RetryHookFunc) *Request        { return nil }
func (r *Request) SetURL(url string) *Request                      { return nil }
func (r *Request) SetPathParam(key, value string) *Request         { return nil }
func (r *Request) SetPathParams(params map[string]string) *Request { return nil }
func (r *Request) SetBody(body any) *Request                       { return nil }
func (r *Request) SetSuccessResult(result any) *Request            { return nil }
func (r *Request) Do(ctx ...context.Context) *Response             { return nil }
func (r *Request) Send(method, url string) (*Response, error)      { return nil, nil }
func (r *Request) Get(url string) (*Response, error)               { return nil, nil }
func (r *Request) Head(url string) (*Response, error)              { return nil, nil }
func (r *Request) Put(url string) (*Response, error)               { return nil, nil }
func (r *Request) MustGet(url string) *Response                    { return nil }
func (r *Request) MustHead(url string) *Response                   { return nil }
func (r *Request) MustPost(url string) *Response                   { return nil }
func (r *Request) MustPut(url string) *Response                    { return nil }
func (r *Request) MustPatch(url string) *Response                  { return nil }
func (r *Request) MustDelete(url string) *Response                 { return nil }
func (r *Request) MustOptions(url string) *Response                { return nil }
