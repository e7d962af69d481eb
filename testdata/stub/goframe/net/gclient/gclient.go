// Package gclient has the declarations of GoFrame's client that the cases use.
package gclient

import (
	"context"
	"net/http"
)

type (
	Client   struct{ http.Client }
	Response struct{ *http.Response }
)

func New() *Client { return nil }

func (c *Client) Prefix(prefix string) *Client        { return c }
func (c *Client) SetPrefix(prefix string) *Client     { return c }
func (c *Client) ContentJson() *Client                { return c }
func (c *Client) SetHeader(key, value string) *Client { return c }

func (c *Client) Get(ctx context.Context, url string, data ...any) (*Response, error) {
	return nil, nil
}
func (c *Client) PostContent(ctx context.Context, url string, data ...any) string { return "" }
func (c *Client) GetBytes(ctx context.Context, url string, data ...any) []byte    { return nil }
func (c *Client) PutBytes(ctx context.Context, url string, data ...any) []byte    { return nil }
func (c *Client) PatchBytes(ctx context.Context, url string, data ...any) []byte  { return nil }
func (c *Client) DeleteBytes(ctx context.Context, url string, data ...any) []byte { return nil }
func (c *Client) DoRequest(ctx context.Context, method, url string, data ...any) (resp *Response, err error) {
	return nil, nil
}
func (c *Client) DoRequestObj(ctx context.Context, req, res any) error { return nil }
