package main

import (
	"net/http"

	"github.com/go-openapi/runtime/middleware"
)

// removeTodo is an operation as the generator writes it.
type removeTodo struct {
	Context *middleware.Context
	Handler interface {
		Handle(params removeTodoParams) middleware.Responder
	}
}

func (o *removeTodo) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	route, rCtx, _ := o.Context.RouteInfo(r)
	if rCtx != nil {
		*r = *rCtx
	}
	var params removeTodoParams
	if err := o.Context.BindValidRequest(r, route, &params); err != nil {
		o.Context.Respond(rw, r, route.Produces, route, err)
		return
	}
	res := o.Handler.Handle(params)
	o.Context.Respond(rw, r, route.Produces, route, res)
}

type removeTodoParams struct{ HTTPRequest *http.Request }

// BindRequest reads the parameters, and whose they are.
func (p *removeTodoParams) BindRequest(r *http.Request, route *middleware.MatchedRoute) error {
	p.HTTPRequest = r
	_, err := http.Get("http://users/users/1") // want `DELETE /todos/\{id\} of swaggers waits for users GET /users/\{id\}:`
	return err
}

// unbound has what binds it, but no operation.
type unbound struct{}

func (unbound) BindRequest(r *http.Request, route *middleware.MatchedRoute) error {
	_, err := http.Get("http://users/users/2")
	return err
}

// remover is what the generated operation calls.
type remover struct{ orders string }

func (m remover) Handle(params removeTodoParams) middleware.Responder {
	http.Post(m.orders, "", nil) // want `DELETE /todos/\{id\} of swaggers waits for orders POST /orders:`
	return middleware.NotImplemented("remove")
}
