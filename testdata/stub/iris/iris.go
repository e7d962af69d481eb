// Package iris has the declarations of iris that the cases use.
package iris

import (
	"github.com/kataras/iris/v12/context"
	"github.com/kataras/iris/v12/core/host"
	"github.com/kataras/iris/v12/core/router"
)

type (
	Context      = *context.Context
	Party        = router.Party
	APIContainer = router.APIContainer
	Configurator func(*Application)
	Runner       func(*Application) error
	Application  struct {
		*router.APIBuilder
		*router.Router
	}
)

// FromStd makes a handler of one of net/http.
var FromStd = func(handler any) context.Handler { return nil }

func New() *Application                                                        { return nil }
func Default() *Application                                                    { return nil }
func Addr(addr string, hostConfigs ...host.Configurator) Runner                { return nil }
func (app *Application) Configure(configurators ...Configurator) *Application  { return app }
func (app *Application) Run(serve Runner, withOrWithout ...Configurator) error { return nil }
func (app *Application) Listen(hostPort string, withOrWithout ...Configurator) error {
	return nil
}
