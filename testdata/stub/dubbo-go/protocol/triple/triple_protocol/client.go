package triple_protocol

import (
	"context"
	"net/http"
)

type (
	// HTTPClient sends requests.
	HTTPClient interface {
		Do(*http.Request) (*http.Response, error)
	}

	// ClientOption changes a client.
	ClientOption interface{ applyToClient() }

	// Client calls the methods of a service.
	Client struct{}

	// Request is sent.
	Request struct{ Msg any }

	// Response is an answer.
	Response struct{ Msg any }
)

// NewClient makes a client.
func NewClient(httpClient HTTPClient, url string, options ...ClientOption) *Client { return &Client{} }

// CallUnary calls a method.
func (c *Client) CallUnary(ctx context.Context, request *Request, method string, response *Response) error {
	return nil
}

// NewRequest makes a request.
func NewRequest(message any) *Request { return &Request{message} }

// NewResponse makes an answer.
func NewResponse(message any) *Response { return &Response{message} }
