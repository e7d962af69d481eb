// Package dubbo declares what the cases use of dubbo-go.
package dubbo

import (
	"dubbo.apache.org/dubbo-go/v3/client"
	"dubbo.apache.org/dubbo-go/v3/common"
)

// Load reads the configuration, and starts what was registered.
func Load() error { return nil }

// SetProviderService serves the methods of an object.
func SetProviderService(svc common.RPCService) {}

// SetProviderServiceWithInfo serves what a description says.
func SetProviderServiceWithInfo(svc common.RPCService, info *common.ServiceInfo) {}

// SetConsumerService fills the functions of a struct.
func SetConsumerService(svc common.RPCService) {}

// SetConsumerServiceWithInfo hands a connection to a client.
func SetConsumerServiceWithInfo(svc common.RPCService, info *client.ClientInfo) {}
