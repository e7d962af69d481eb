package zrpc

import (
	"google.golang.org/grpc"

	"github.com/zeromicro/go-zero/core/discov"
	"github.com/zeromicro/go-zero/core/service"
	"github.com/zeromicro/go-zero/zrpc/internal"
)

var (
	// WithDialOption adds an option.
	WithDialOption = internal.WithDialOption
	// WithStreamClientInterceptor adds an interceptor.
	WithStreamClientInterceptor = internal.WithStreamClientInterceptor
	// WithUnaryClientInterceptor adds an interceptor.
	WithUnaryClientInterceptor = internal.WithUnaryClientInterceptor
)

type (
	// Client has a connection.
	Client = internal.Client
	// ClientOption changes a client.
	ClientOption = internal.ClientOption

	// RpcClientConf configures a client.
	RpcClientConf struct {
		Etcd      discov.EtcdConf `json:",optional,inherit"`
		Endpoints []string        `json:",optional"`
		Target    string          `json:",optional"`
		NonBlock  bool            `json:",default=true"`
	}

	// RpcServerConf configures a server.
	RpcServerConf struct {
		service.ServiceConf
		ListenOn string
		Etcd     discov.EtcdConf `json:",optional,inherit"`
	}

	// A RpcServer serves.
	RpcServer struct{}
)

// MustNewClient makes a client.
func MustNewClient(c RpcClientConf, options ...ClientOption) Client { return nil }

// NewClient makes a client.
func NewClient(c RpcClientConf, options ...ClientOption) (Client, error) { return nil, nil }

// NewClientWithTarget makes a client.
func NewClientWithTarget(target string, opts ...ClientOption) (Client, error) { return nil, nil }

// MustNewServer makes a server.
func MustNewServer(c RpcServerConf, register internal.RegisterFn) *RpcServer { return &RpcServer{} }

// AddOptions adds options.
func (rs *RpcServer) AddOptions(options ...grpc.ServerOption) {}

// AddStreamInterceptors adds interceptors.
func (rs *RpcServer) AddStreamInterceptors(interceptors ...grpc.StreamServerInterceptor) {}

// AddUnaryInterceptors adds interceptors.
func (rs *RpcServer) AddUnaryInterceptors(interceptors ...grpc.UnaryServerInterceptor) {}

// Start serves.
func (rs *RpcServer) Start() {}

// Stop stops.
func (rs *RpcServer) Stop() {}
