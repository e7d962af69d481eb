// Package context has the declarations of iris that the cases use.
package context

type (
	Context struct{ params RequestParams }
	Handler = func(ctx *Context)

	RequestParams struct{}
)

func (ctx *Context) Next()                        {}
func (ctx *Context) GetHeader(name string) string { return "" }
func (ctx *Context) Params() *RequestParams       { return &ctx.params }
func (r *RequestParams) Get(key string) string    { return "" }
