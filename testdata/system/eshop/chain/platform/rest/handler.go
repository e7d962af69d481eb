// Package rest is how the services speak JSON over HTTP, on both sides.
package rest

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"
)

// maxBody bounds what a request may carry.
const maxBody = 1 << 20

// An Error is a failure with the status code that tells the client of it.
type Error struct {
	Code   int
	Reason string
}

func (e *Error) Error() string { return e.Reason }

// Errorf makes an Error.
func Errorf(code int, format string, args ...any) error {
	return &Error{Code: code, Reason: fmt.Sprintf(format, args...)}
}

// A Handler is an http.Handler that may fail.
type Handler func(http.ResponseWriter, *http.Request) error

// ServeHTTP answers with h, or with the error that h returns.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	if err == nil {
		return
	}
	failure := &Error{Code: http.StatusInternalServerError, Reason: "internal error"}
	if !errors.As(err, &failure) {
		slog.ErrorContext(r.Context(), "request failed", "method", r.Method, "path", r.URL.Path, "err", err)
	}
	http.Error(w, failure.Reason, failure.Code)
}

// Write answers with v.
func Write(w http.ResponseWriter, code int, v any) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	return json.NewEncoder(w).Encode(v)
}

// Read decodes the body of a request.
func Read[T any](w http.ResponseWriter, r *http.Request) (T, error) {
	var v T
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&v); err != nil {
		return v, Errorf(http.StatusBadRequest, "request body: %v", err)
	}
	return v, nil
}

// Alive answers that the process is up; it asks nobody else.
func Alive(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }

// Logged logs each request that next serves.
func Logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		next.ServeHTTP(w, r)
		slog.InfoContext(r.Context(), "served", "method", r.Method, "path", r.URL.Path, "took", time.Since(start))
	})
}
