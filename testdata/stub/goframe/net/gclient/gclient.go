// Package gclient has the declarations of GoFrame's client that the cases use.
package gclient

import "context"

type (
	Client   struct{}
	Response struct{}
)

func (c *Client) Prefix(prefix string) *Client        { return c }
func (c *Client) SetPrefix(prefix string) *Client     { return c }
func (c *Client) ContentJson() *Client                { return c }
func (c *Client) SetHeader(key, value string) *Client { return c }
func (c *Client) Get(ctx context.Context, url string, data ...any) (*Response, error) {
	return nil, nil
}
func (c *Client) PostContent(ctx context.Context, url string, data ...any) string { return "" }
