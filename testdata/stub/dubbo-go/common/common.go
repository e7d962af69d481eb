package common

import "context"

type (
	// RPCService is what is registered.
	RPCService any

	// ServiceInfo describes a service.
	ServiceInfo struct {
		InterfaceName string
		ServiceType   any
		Methods       []MethodInfo
		Meta          map[string]any
	}

	// MethodInfo describes a method.
	MethodInfo struct {
		Name           string
		Type           string
		ReqInitFunc    func() any
		StreamInitFunc func(baseStream any) any
		MethodFunc     func(ctx context.Context, args []any, handler any) (any, error)
		Meta           map[string]any
	}
)
