// Package container has the declarations of GoFr that the cases use.
package container

import "gofr.dev/pkg/gofr/service"

type Container struct{}

func (c *Container) GetHTTPService(serviceName string) service.HTTP { return nil }
