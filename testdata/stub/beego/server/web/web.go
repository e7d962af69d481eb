// Package web has the declarations of beego's server that the cases use.
package web

import (
	"net/http"

	"github.com/beego/beego/v2/server/web/context"
)

type ControllerInterface interface {
	Init(ct *context.Context, controllerName, actionName string, app interface{})
	Prepare()
	Get()
	Post()
	Delete()
	Put()
	Head()
	Patch()
	Options()
	Trace()
	Finish()
	Render() error
	XSRFToken() string
	CheckXSRFCookie() bool
	HandlerFunc(fn string) bool
	URLMapping()
}

type Controller struct{ Ctx *context.Context }

func (c *Controller) Init(ctx *context.Context, controllerName, actionName string, app interface{}) {}
func (c *Controller) Prepare()                                                                      {}
func (c *Controller) Get()                                                                          {}
func (c *Controller) Post()                                                                         {}
func (c *Controller) Delete()                                                                       {}
func (c *Controller) Put()                                                                          {}
func (c *Controller) Head()                                                                         {}
func (c *Controller) Patch()                                                                        {}
func (c *Controller) Options()                                                                      {}
func (c *Controller) Trace()                                                                        {}
func (c *Controller) Finish()                                                                       {}
func (c *Controller) Render() error                                                                 { return nil }
func (c *Controller) XSRFToken() string                                                             { return "" }
func (c *Controller) CheckXSRFCookie() bool                                                         { return true }
func (c *Controller) HandlerFunc(fn string) bool                                                    { return false }
func (c *Controller) URLMapping()                                                                   {}

type (
	HandleFunc    func(ctx *context.Context)
	FilterFunc    = HandleFunc
	FilterChain   func(next FilterFunc) FilterFunc
	FilterOpt     func(opts *filterOpts)
	HttpServer    struct{}
	MiddleWare    func(http.Handler) http.Handler
	Namespace     struct{}
	LinkNamespace func(*Namespace)
	filterOpts    struct{}
)

const (
	BeforeStatic = iota
	BeforeRouter
	BeforeExec
	AfterExec
	FinishRouter
)

var BeeApp *HttpServer

func NewHttpSever() *HttpServer                          { return nil }
func LoadAppConfig(adapterName, configPath string) error { return nil }
func RunWithMiddleWares(addr string, mws ...MiddleWare)  {}
func Run(params ...string)                               {}

func Include(cList ...ControllerInterface) *HttpServer { return nil }
func Router(rootpath string, c ControllerInterface, mappingMethods ...string) *HttpServer {
	return nil
}
func AutoRouter(c ControllerInterface) *HttpServer                { return nil }
func AutoPrefix(prefix string, c ControllerInterface) *HttpServer { return nil }
func Get(rootpath string, f HandleFunc) *HttpServer               { return nil }
func Any(rootpath string, f HandleFunc) *HttpServer               { return nil }
func Handler(rootpath string, h http.Handler, options ...interface{}) *HttpServer {
	return nil
}
func InsertFilter(pattern string, pos int, filter FilterFunc, opts ...FilterOpt) *HttpServer {
	return nil
}
func InsertFilterChain(pattern string, filterChain FilterChain, opts ...FilterOpt) *HttpServer {
	return nil
}

func (app *HttpServer) Router(rootPath string, c ControllerInterface, mappingMethods ...string) *HttpServer {
	return app
}
func (app *HttpServer) Delete(rootpath string, f HandleFunc) *HttpServer { return app }
func (app *HttpServer) Any(rootpath string, f HandleFunc) *HttpServer    { return app }
func (app *HttpServer) AutoRouter(c ControllerInterface) *HttpServer     { return app }
func (app *HttpServer) AutoPrefix(prefix string, c ControllerInterface) *HttpServer {
	return app
}
func (app *HttpServer) InsertFilter(pattern string, pos int, filter FilterFunc, opts ...FilterOpt) *HttpServer {
	return app
}
func (app *HttpServer) InsertFilterChain(pattern string, filterChain FilterChain, opts ...FilterOpt) *HttpServer {
	return app
}
func (app *HttpServer) Run(addr string, mws ...MiddleWare) {}

func NewNamespace(prefix string, params ...LinkNamespace) *Namespace       { return nil }
func AddNamespace(nl ...*Namespace)                                        {}
func (n *Namespace) Get(rootpath string, f HandleFunc) *Namespace          { return n }
func (n *Namespace) Filter(action string, filter ...FilterFunc) *Namespace { return n }
func (n *Namespace) Namespace(ns ...*Namespace) *Namespace                 { return n }
func NSNamespace(prefix string, params ...LinkNamespace) LinkNamespace     { return nil }
func NSBefore(filterList ...FilterFunc) LinkNamespace                      { return nil }
func NSInclude(cList ...ControllerInterface) LinkNamespace                 { return nil }
func NSGet(rootpath string, f HandleFunc) LinkNamespace                    { return nil }
func NSPost(rootpath string, f HandleFunc) LinkNamespace                   { return nil }
func NSPut(rootpath string, f HandleFunc) LinkNamespace                    { return nil }
func NSPatch(rootpath string, f HandleFunc) LinkNamespace                  { return nil }
func NSDelete(rootpath string, f HandleFunc) LinkNamespace                 { return nil }
func NSHead(rootpath string, f HandleFunc) LinkNamespace                   { return nil }
func NSOptions(rootpath string, f HandleFunc) LinkNamespace                { return nil }
func NSAny(rootpath string, f HandleFunc) LinkNamespace                    { return nil }
func NSHandler(rootpath string, h http.Handler) LinkNamespace              { return nil }
func NSAutoRouter(c ControllerInterface) LinkNamespace                     { return nil }
func NSAutoPrefix(prefix string, c ControllerInterface) LinkNamespace      { return nil }
func NSRouter(rootpath string, c ControllerInterface, mappingMethods ...string) LinkNamespace {
	return nil
}
