// Package policy decides who may do what; it knows no other service.
package policy

import "context"

// Config of a policy.
type Config struct{ Default bool }

// A Blocked function says whether a user is blocked.
type Blocked func(ctx context.Context, user string) (bool, error)

// Policy decides.
type Policy struct {
	cfg     Config
	blocked Blocked
}

// New returns a policy that asks blocked.
func New(cfg Config, blocked Blocked) *Policy { return &Policy{cfg, blocked} }

// Allows reports whether user may go on.
func (p *Policy) Allows(ctx context.Context, user string) bool {
	blocked, err := p.blocked(ctx, user)
	if err != nil {
		return p.cfg.Default
	}
	return !blocked
}
