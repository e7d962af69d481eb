// Package conf holds the configuration.
package conf

import "os"

// Bootstrap is everything.
type Bootstrap struct{ Upstream *Upstream }

// Upstream says where others are.
type Upstream struct{ Orders, Users string }

// Load reads the environment.
func Load() *Bootstrap {
	return &Bootstrap{Upstream: &Upstream{Orders: os.Getenv("ORDERS_URL"), Users: os.Getenv("USERS_URL")}}
}
