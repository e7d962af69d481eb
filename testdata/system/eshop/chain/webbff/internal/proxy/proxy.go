// Package proxy hands requests on to the services.
package proxy

import (
	"net/http"
	"net/http/httputil"
	"net/url"
)

// Reverse makes a handler that hands every request on to the service at base.
func Reverse(base string) (http.Handler, error) {
	target, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(target)
		r.SetXForwarded()
	}}, nil
}
