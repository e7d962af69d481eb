// Package mvc has the declarations of iris's controllers that the cases use.
package mvc

import (
	"github.com/kataras/iris/v12/context"
	"github.com/kataras/iris/v12/core/router"
)

type (
	Application         struct{ Router router.Party }
	ControllerActivator struct{}
	Option              interface{ Apply(*ControllerActivator) }
)

func New(party router.Party) *Application { return nil }
func Configure(party router.Party, configurators ...func(*Application)) *Application {
	return nil
}
func (app *Application) Configure(configurators ...func(*Application)) *Application { return app }
func (app *Application) Register(dependencies ...any) *Application                  { return app }
func (app *Application) Handle(controller any, options ...Option) *Application      { return app }
func (app *Application) Party(relativePath string, middleware ...context.Handler) *Application {
	return app
}
