// Package router has the declarations of iris's routers that the cases use.
package router

import "github.com/kataras/iris/v12/context"

type (
	Route      struct{}
	APIBuilder struct{}
	Party      interface {
		Party(path string, middleware ...context.Handler) Party
		Get(path string, handlers ...context.Handler) *Route
		Post(path string, handlers ...context.Handler) *Route
		Use(middleware ...context.Handler)
	}
)

func (api *APIBuilder) Use(handlers ...context.Handler)                              {}
func (api *APIBuilder) UseGlobal(handlers ...context.Handler)                        {}
func (api *APIBuilder) Get(relativePath string, handlers ...context.Handler) *Route  { return nil }
func (api *APIBuilder) Post(relativePath string, handlers ...context.Handler) *Route { return nil }
func (api *APIBuilder) Handle(method string, relativePath string, handlers ...context.Handler) *Route {
	return nil
}
func (api *APIBuilder) Party(relativePath string, handlers ...context.Handler) Party { return nil }
func (api *APIBuilder) PartyFunc(relativePath string, partyBuilderFunc func(p Party)) Party {
	return nil
}
