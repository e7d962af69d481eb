// Package router has the declarations of iris's routers that the cases use.
package router

import (
	"net/http"

	"github.com/kataras/iris/v12/context"
	"github.com/kataras/iris/v12/hero"
)

type (
	Route        struct{}
	APIBuilder   struct{}
	APIContainer struct{ Self Party }
	Router       struct{ mainHandler http.HandlerFunc }

	PartyConfigurator interface{ Configure(parent Party) }

	Party interface {
		ConfigureContainer(builder ...func(*APIContainer)) *APIContainer
		RegisterDependency(dependencies ...any)
		HandleFunc(method, relativePath string, handlersFn ...any) *Route
		Party(relativePath string, middleware ...context.Handler) Party
		PartyFunc(relativePath string, partyBuilderFunc func(p Party)) Party
		PartyConfigure(relativePath string, partyReg ...PartyConfigurator) Party
		Subdomain(subdomain string, middleware ...context.Handler) Party
		UseRouter(handlers ...context.Handler)
		Use(middleware ...context.Handler)
		UseOnce(handlers ...context.Handler)
		Done(handlers ...context.Handler)
		Handle(method string, registeredPath string, handlers ...context.Handler) *Route
		HandleMany(method string, relativePath string, handlers ...context.Handler) []*Route
		Get(path string, handlers ...context.Handler) *Route
		Post(path string, handlers ...context.Handler) *Route
		Any(registeredPath string, handlers ...context.Handler) []*Route
	}
)

func (api *APIBuilder) ConfigureContainer(builder ...func(*APIContainer)) *APIContainer { return nil }
func (api *APIBuilder) RegisterDependency(dependencies ...any)                          {}
func (api *APIBuilder) HandleFunc(method, relativePath string, handlersFn ...any) *Route {
	return nil
}
func (api *APIBuilder) Party(relativePath string, handlers ...context.Handler) Party { return nil }
func (api *APIBuilder) PartyFunc(relativePath string, partyBuilderFunc func(p Party)) Party {
	return nil
}
func (api *APIBuilder) PartyConfigure(relativePath string, partyReg ...PartyConfigurator) Party {
	return nil
}
func (api *APIBuilder) Subdomain(subdomain string, middleware ...context.Handler) Party { return nil }
func (api *APIBuilder) WildcardSubdomain(middleware ...context.Handler) Party           { return nil }
func (api *APIBuilder) UseRouter(handlers ...context.Handler)                           {}
func (api *APIBuilder) Use(handlers ...context.Handler)                                 {}
func (api *APIBuilder) UseOnce(handlers ...context.Handler)                             {}
func (api *APIBuilder) UseGlobal(handlers ...context.Handler)                           {}
func (api *APIBuilder) Done(handlers ...context.Handler)                                {}
func (api *APIBuilder) DoneGlobal(handlers ...context.Handler)                          {}
func (api *APIBuilder) Handle(method string, relativePath string, handlers ...context.Handler) *Route {
	return nil
}
func (api *APIBuilder) HandleMany(methodOrMulti string, relativePathorMulti string, handlers ...context.Handler) (routes []*Route) {
	return nil
}
func (api *APIBuilder) Get(relativePath string, handlers ...context.Handler) *Route  { return nil }
func (api *APIBuilder) Post(relativePath string, handlers ...context.Handler) *Route { return nil }
func (api *APIBuilder) Any(relativePath string, handlers ...context.Handler) (routes []*Route) {
	return nil
}

func (api *APIContainer) Party(relativePath string, handlersFn ...any) *APIContainer { return nil }
func (api *APIContainer) RegisterDependency(dependency any) *hero.Dependency         { return nil }
func (api *APIContainer) Use(handlersFn ...any)                                      {}
func (api *APIContainer) Get(relativePath string, handlersFn ...any) *Route          { return nil }
func (api *APIContainer) Delete(relativePath string, handlersFn ...any) *Route       { return nil }
func (api *APIContainer) Any(relativePath string, handlersFn ...any) (routes []*Route) {
	return nil
}
