// Package iris has the declarations of iris that the cases use.
package iris

import (
	"github.com/kataras/iris/v12/context"
	"github.com/kataras/iris/v12/core/router"
)

type (
	Context      = *context.Context
	Party        = router.Party
	Configurator func(*Application)
	Application  struct{ *router.APIBuilder }
)

// FromStd makes a handler of one of net/http.
var FromStd = func(handler interface{}) context.Handler { return nil }

func New() *Application     { return nil }
func Default() *Application { return nil }
func (app *Application) Listen(hostPort string, withOrWithout ...Configurator) error {
	return nil
}
