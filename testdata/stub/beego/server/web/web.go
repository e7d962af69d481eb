// Package web has the declarations of beego's server that the cases use.
package web

import "github.com/beego/beego/v2/server/web/context"

type ControllerInterface interface {
	Get()
	Post()
}

type Controller struct{ Ctx *context.Context }

func (c *Controller) Get()  {}
func (c *Controller) Post() {}

type (
	HandleFunc    func(ctx *context.Context)
	FilterFunc    = HandleFunc
	HttpServer    struct{}
	Namespace     struct{}
	LinkNamespace func(*Namespace)
	FilterOpt     func()
)

const BeforeRouter = 1

var BeeApp *HttpServer

func Router(rootpath string, c ControllerInterface, mappingMethods ...string) *HttpServer {
	return nil
}
func AutoRouter(c ControllerInterface) *HttpServer                     { return nil }
func Get(rootpath string, f HandleFunc) *HttpServer                    { return nil }
func NewNamespace(prefix string, params ...LinkNamespace) *Namespace   { return nil }
func NSNamespace(prefix string, params ...LinkNamespace) LinkNamespace { return nil }
func AddNamespace(nl ...*Namespace)                                    {}
func NSGet(rootpath string, f HandleFunc) LinkNamespace                { return nil }
func Run(params ...string)                                             {}
func NSRouter(rootpath string, c ControllerInterface, mappingMethods ...string) LinkNamespace {
	return nil
}
func InsertFilter(pattern string, pos int, filter FilterFunc, opts ...FilterOpt) *HttpServer {
	return nil
}
