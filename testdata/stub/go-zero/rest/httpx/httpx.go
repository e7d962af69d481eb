package httpx

import (
	"context"
	"net/http"
)

// Parse reads a request into v.
func Parse(r *http.Request, v any) error { return nil }

// ErrorCtx answers with an error.
func ErrorCtx(ctx context.Context, w http.ResponseWriter, err error, fns ...func(w http.ResponseWriter, err error)) {
}

// Ok answers.
func Ok(w http.ResponseWriter) {}

// OkJsonCtx answers with v.
func OkJsonCtx(ctx context.Context, w http.ResponseWriter, v any) {}

// WriteJsonCtx answers with v.
func WriteJsonCtx(ctx context.Context, w http.ResponseWriter, code int, v any) {}
