package http

import "github.com/dapr/go-sdk/service/common"

// NewService makes a service.
func NewService(address string) common.Service { return nil }
