// Package testutil helps the tests of other packages, in files that are no tests.
package testutil

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// Seed fills the orders before a test.
func Seed(t testing.TB) {
	t.Helper()
	for _, body := range []string{"a", "b"} {
		if _, err := http.Post("http://orders/orders", body, nil); err != nil {
			t.Fatal(err)
		}
	}
}

// Server is a fake that asks the real users.
func Server(t testing.TB) *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /fake", func(w http.ResponseWriter, r *http.Request) { http.Get("http://users/users/fake") })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}
