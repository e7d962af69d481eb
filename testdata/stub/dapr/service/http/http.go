package http

import (
	"github.com/dapr/go-sdk/service/common"
	"github.com/go-chi/chi/v5"
)

// NewService makes a service.
func NewService(address string) common.Service { return nil }

// NewServiceWithMux makes a service of a router.
func NewServiceWithMux(address string, mux *chi.Mux) common.Service { return nil }
