package collection

import "time"

type (
	// CacheOption changes a cache.
	CacheOption func(cache *Cache)

	// A Cache keeps things in memory.
	Cache struct{}
)

// NewCache makes a cache.
func NewCache(expire time.Duration, opts ...CacheOption) (*Cache, error) { return &Cache{}, nil }

// WithLimit bounds a cache.
func WithLimit(limit int) CacheOption { return func(cache *Cache) {} }

// WithName names a cache.
func WithName(name string) CacheOption { return func(cache *Cache) {} }

// Get gives what is kept.
func (c *Cache) Get(key string) (any, bool) { return nil, false }

// Set keeps something.
func (c *Cache) Set(key string, value any) {}

// Del forgets something.
func (c *Cache) Del(key string) {}

// Take gives what is kept, or else fetches it and keeps that.
func (c *Cache) Take(key string, fetch func() (any, error)) (any, error) { return nil, nil }
