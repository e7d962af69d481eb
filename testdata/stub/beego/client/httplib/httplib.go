// Package httplib has the declarations of beego's client that the cases use.
package httplib

import (
	"context"
	"net/http"
)

type BeegoHTTPRequest struct{}

func NewBeegoRequest(rawurl, method string) *BeegoHTTPRequest { return nil }
func NewBeegoRequestWithCtx(ctx context.Context, rawurl, method string) *BeegoHTTPRequest {
	return nil
}
func Get(url string) *BeegoHTTPRequest                                          { return nil }
func Post(url string) *BeegoHTTPRequest                                         { return nil }
func (b *BeegoHTTPRequest) Header(key, value string) *BeegoHTTPRequest          { return b }
func (b *BeegoHTTPRequest) SetHost(host string) *BeegoHTTPRequest               { return b }
func (b *BeegoHTTPRequest) Body(data interface{}) *BeegoHTTPRequest             { return b }
func (b *BeegoHTTPRequest) JSONBody(obj interface{}) (*BeegoHTTPRequest, error) { return b, nil }
func (b *BeegoHTTPRequest) Response() (*http.Response, error)                   { return nil, nil }
func (b *BeegoHTTPRequest) Bytes() ([]byte, error)                              { return nil, nil }
func (b *BeegoHTTPRequest) String() (string, error)                             { return "", nil }
func (b *BeegoHTTPRequest) ToJSON(v interface{}) error                          { return nil }

type (
	Client       struct{ Name, Endpoint string }
	ClientOption func(client *Client)

	BeegoHTTPRequestOption func(request *BeegoHTTPRequest)
)

func NewClient(name string, endpoint string, opts ...ClientOption) (*Client, error) { return nil, nil }
func (c *Client) Get(value interface{}, path string, opts ...BeegoHTTPRequestOption) error {
	return nil
}
func (c *Client) Put(value interface{}, path string, body interface{}, opts ...BeegoHTTPRequestOption) error {
	return nil
}
