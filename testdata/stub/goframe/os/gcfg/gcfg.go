// Package gcfg has the declarations of GoFrame's configuration that the cases use.
package gcfg

import (
	"context"

	"github.com/gogf/gf/v2/container/gvar"
)

type Config struct{}

func (c *Config) Get(ctx context.Context, pattern string, def ...any) (*gvar.Var, error) {
	return nil, nil
}
func (c *Config) MustGet(ctx context.Context, pattern string, def ...any) *gvar.Var { return nil }
