package serviceinfo

import "context"

type (
	// MethodHandler calls a method of an implementation.
	MethodHandler func(ctx context.Context, handler, args, result any) error

	// MethodInfo describes a method.
	MethodInfo interface {
		Handler() MethodHandler
		OneWay() bool
		IsStreaming() bool
	}

	// MethodInfoOption changes it.
	MethodInfoOption func(*methodInfo)

	methodInfo struct{}

	// PayloadCodec is how messages are written.
	PayloadCodec int

	// ServiceInfo describes a service.
	ServiceInfo struct {
		PackageName     string
		ServiceName     string
		HandlerType     any
		Methods         map[string]MethodInfo
		PayloadCodec    PayloadCodec
		KiteXGenVersion string
		Extra           map[string]any
	}
)

// Thrift is a codec.
const Thrift PayloadCodec = 0

// NewMethodInfo describes a method.
func NewMethodInfo(methodHandler MethodHandler, newArgsFunc, newResultFunc func() any, oneWay bool, opts ...MethodInfoOption) MethodInfo {
	return nil
}
