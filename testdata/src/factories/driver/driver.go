// Package driver keeps drivers by name, as database/sql does.
package driver

import (
	"fmt"
	"sync"
)

// A Conn answers queries.
type Conn interface{ Query(q string) error }

// A Driver opens connections.
type Driver interface {
	Open(dsn string) (Conn, error)
}

var (
	mu      sync.RWMutex
	drivers = make(map[string]Driver)
)

// Register makes a driver known.
func Register(name string, d Driver) {
	mu.Lock()
	defer mu.Unlock()
	drivers[name] = d
}

// Open opens a connection of the driver called name.
func Open(name, dsn string) (Conn, error) {
	mu.RLock()
	d, ok := drivers[name]
	mu.RUnlock()
	if !ok {
		return nil, fmt.Errorf("driver: %q is unknown", name)
	}
	return d.Open(dsn)
}
