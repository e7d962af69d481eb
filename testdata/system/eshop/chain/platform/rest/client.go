package rest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

const callTimeout = 5 * time.Second

// A Client calls the API of one service.
type Client struct {
	base string
	http *http.Client
}

// NewClient makes a client of the service at the URL base.
func NewClient(base string) *Client {
	return &Client{base: base, http: &http.Client{Timeout: callTimeout}}
}

// A Call is what a client asks for.
type Call struct {
	Method string
	Path   string // with the query, if there is one
	Body   any    // nil for none
}

// Do makes a call and decodes the answer into out, unless that is nil.
func (c *Client) Do(ctx context.Context, call Call, out any) error {
	body, err := call.encode()
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, call.Method, c.base+call.Path, body)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decode(resp, out)
}

func (c Call) encode() (io.Reader, error) {
	if c.Body == nil {
		return http.NoBody, nil
	}
	data, err := json.Marshal(c.Body)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %v", c.Method, c.Path, err)
	}
	return bytes.NewReader(data), nil
}

func decode(resp *http.Response, out any) error {
	if resp.StatusCode >= http.StatusMultipleChoices {
		return Errorf(http.StatusBadGateway, "%s %s: %s", resp.Request.Method, resp.Request.URL, resp.Status)
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
