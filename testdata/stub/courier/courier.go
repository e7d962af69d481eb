// Package courier is a library that no model describes: what it does can only be told by
// the signatures of its functions.
package courier

import (
	"context"
	"net/http"

	"google.golang.org/grpc"
)

// A Client sends requests again when they fail.
type Client struct{ tries int }

// New returns a client.
func New(tries int) *Client { return &Client{tries: tries} }

// Do sends a request.
func (c *Client) Do(req *http.Request) (*http.Response, error) { return http.DefaultClient.Do(req) }

// Deliver sends a request until the context ends.
func (c *Client) Deliver(ctx context.Context, req *http.Request) (*http.Response, error) {
	return http.DefaultClient.Do(req.WithContext(ctx))
}

// Endpoint returns the function that sends requests.
func (c *Client) Endpoint() func(*http.Request) (*http.Response, error) { return c.Do }

// Describe says what a request asks for; it sends nothing.
func (c *Client) Describe(req *http.Request) (string, error) { return req.URL.String(), nil }

// A Conn is a connection with several backends behind it.
type Conn struct{ grpc.ClientConnInterface }

// Dial connects.
func Dial(target string) *Conn { return &Conn{} }

// Invoke calls a method.
func (c *Conn) Invoke(ctx context.Context, method string, args, reply any, opts ...grpc.CallOption) error {
	return nil
}
