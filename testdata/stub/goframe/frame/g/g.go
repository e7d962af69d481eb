// Package g has the declarations of GoFrame that the cases use.
package g

import (
	"github.com/gogf/gf/v2/net/gclient"
	"github.com/gogf/gf/v2/net/ghttp"
	"github.com/gogf/gf/v2/os/gcfg"
	"github.com/gogf/gf/v2/util/gmeta"
)

type Meta = gmeta.Meta

func Server(name ...any) *ghttp.Server { return nil }
func Client() *gclient.Client          { return nil }
func Cfg(name ...string) *gcfg.Config  { return nil }
