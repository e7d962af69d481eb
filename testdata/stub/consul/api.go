// Package api declares what the cases use of the real one.
package api

// A Config says where Consul is.
type Config struct{ Address string }

func DefaultConfig() *Config { return &Config{} }

// A Client speaks to Consul.
type Client struct{}

func NewClient(config *Config) (*Client, error) { return new(Client), nil }

// QueryOptions and QueryMeta go with queries.
type (
	QueryOptions struct{ WaitIndex uint64 }
	QueryMeta    struct{ LastIndex uint64 }
)

// Health, Catalog, Agent and KV are parts of Consul.
type (
	Health  struct{}
	Catalog struct{}
	Agent   struct{}
	KV      struct{}
)

func (c *Client) Health() *Health   { return new(Health) }
func (c *Client) Catalog() *Catalog { return new(Catalog) }
func (c *Client) Agent() *Agent     { return new(Agent) }
func (c *Client) KV() *KV           { return new(KV) }

// An AgentService is an instance of a service.
type AgentService struct {
	Service string
	Tags    []string
	Address string
	Port    int
}

// An AgentServiceRegistration is what an agent is told of a service.
type AgentServiceRegistration struct {
	ID, Name, Address string
	Port              int
	Tags              []string
}

// A Node is what a service runs on.
type Node struct{ Address string }

// A ServiceEntry is an instance with its health.
type ServiceEntry struct {
	Node    *Node
	Service *AgentService
}

// A CatalogService is an instance that the catalogue lists.
type CatalogService struct {
	ServiceAddress string
	ServicePort    int
}

// A KVPair is a value under a key.
type KVPair struct {
	Key   string
	Value []byte
}

func (h *Health) Service(service, tag string, passingOnly bool, q *QueryOptions) ([]*ServiceEntry, *QueryMeta, error) {
	return nil, nil, nil
}

func (c *Catalog) Service(service, tag string, q *QueryOptions) ([]*CatalogService, *QueryMeta, error) {
	return nil, nil, nil
}

func (a *Agent) Service(serviceID string, q *QueryOptions) (*AgentService, *QueryMeta, error) {
	return nil, nil, nil
}

func (a *Agent) ServiceRegister(service *AgentServiceRegistration) error { return nil }

func (a *Agent) ServiceDeregister(serviceID string) error { return nil }

func (k *KV) Get(key string, q *QueryOptions) (*KVPair, *QueryMeta, error) { return nil, nil, nil }
