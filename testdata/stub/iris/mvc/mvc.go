// Package mvc has the declarations of iris's controllers that the cases use.
package mvc

import "github.com/kataras/iris/v12/core/router"

type (
	Application struct{}
	Option      interface{ Apply() }
)

func New(party router.Party) *Application { return nil }
func Configure(party router.Party, configurators ...func(*Application)) *Application {
	return nil
}
func (app *Application) Register(dependencies ...interface{}) *Application { return app }
func (app *Application) Handle(controller interface{}, options ...Option) *Application {
	return app
}
