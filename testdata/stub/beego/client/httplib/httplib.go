// Package httplib has the declarations of beego's client that the cases use.
package httplib

import "net/http"

type BeegoHTTPRequest struct{}

func Get(url string) *BeegoHTTPRequest                                 { return nil }
func Post(url string) *BeegoHTTPRequest                                { return nil }
func (b *BeegoHTTPRequest) Header(key, value string) *BeegoHTTPRequest { return b }
func (b *BeegoHTTPRequest) Body(data interface{}) *BeegoHTTPRequest    { return b }
func (b *BeegoHTTPRequest) Response() (*http.Response, error)          { return nil, nil }
func (b *BeegoHTTPRequest) ToJSON(v interface{}) error                 { return nil }

type (
	Client       struct{}
	ClientOption func(client *Client)

	BeegoHTTPRequestOption func(request *BeegoHTTPRequest)
)

func NewClient(name string, endpoint string, opts ...ClientOption) (*Client, error) { return nil, nil }
func (c *Client) Get(value interface{}, path string, opts ...BeegoHTTPRequestOption) error {
	return nil
}
