package httpc

import "net/http"

// Parse reads an answer into val.
func Parse(resp *http.Response, val any) error { return nil }
