// Package client stands for the package of this name.
package client

// ConfigProvider is what clients are made with.
type ConfigProvider interface{ ClientConfig(serviceName string) }
