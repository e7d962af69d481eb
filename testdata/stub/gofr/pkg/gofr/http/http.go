// Package http has the declarations of GoFr's router that the cases use.
package http

import "net/http"

type Middleware func(handler http.Handler) http.Handler
