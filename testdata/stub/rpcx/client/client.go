package client

import "context"

type (
	// Call is a call that is under way.
	Call struct{ Done chan *Call }

	// ServiceDiscovery knows where servers are.
	ServiceDiscovery interface{ Close() }

	// Peer2PeerDiscovery knows one server.
	Peer2PeerDiscovery struct{}

	// FailMode is what happens when a call fails.
	FailMode int

	// SelectMode is how a server is chosen.
	SelectMode int

	// Option is what clients are made with.
	Option struct{ Group string }

	// XClient calls the methods of a service.
	XClient interface {
		Call(ctx context.Context, serviceMethod string, args, reply any) error
		Go(ctx context.Context, serviceMethod string, args, reply any, done chan *Call) (*Call, error)
		Fork(ctx context.Context, serviceMethod string, args, reply any) error
		Oneshot(ctx context.Context, serviceMethod string, args any) error
		Close() error
	}
)

// The modes that the cases use.
const (
	Failtry      FailMode   = 2
	RandomSelect SelectMode = 0
)

// DefaultOption is what clients are made with by default.
var DefaultOption Option

// Close forgets the server.
func (d *Peer2PeerDiscovery) Close() {}

// NewPeer2PeerDiscovery knows one server.
func NewPeer2PeerDiscovery(server, metadata string) (*Peer2PeerDiscovery, error) { return nil, nil }

// NewXClient makes a client of a service.
func NewXClient(servicePath string, failMode FailMode, selectMode SelectMode, discovery ServiceDiscovery, option Option) XClient {
	return nil
}

type (
	// KVPair is a server, and what is known of it.
	KVPair struct{ Key, Value string }

	// MultipleServersDiscovery knows some servers.
	MultipleServersDiscovery struct{}

	// Client calls one server.
	Client struct{}
)

// NewMultipleServersDiscovery knows some servers.
func NewMultipleServersDiscovery(pairs []*KVPair) (*MultipleServersDiscovery, error) { return nil, nil }

// Close forgets the servers.
func (d *MultipleServersDiscovery) Close() {}

// NewClient makes a client.
func NewClient(option Option) *Client { return &Client{} }

// Connect connects it.
func (client *Client) Connect(network, address string) error { return nil }

// Call calls a method.
func (client *Client) Call(ctx context.Context, servicePath, serviceMethod string, args, reply any) error {
	return nil
}

// Go starts a call of a method.
func (client *Client) Go(ctx context.Context, servicePath, serviceMethod string, args, reply any, done chan *Call) *Call {
	return nil
}

// OneClient calls the methods of all services of some servers.
type OneClient struct{}

// NewOneClient makes a client.
func NewOneClient(failMode FailMode, selectMode SelectMode, discovery ServiceDiscovery, option Option) *OneClient {
	return &OneClient{}
}

// Call calls a method.
func (c *OneClient) Call(ctx context.Context, servicePath, serviceMethod string, args, reply any) error {
	return nil
}
