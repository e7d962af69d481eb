// Package context has the declarations of beego's context that the cases use.
package context

import "net/http"

type BeegoInput struct{}

func (input *BeegoInput) Param(key string) string { return "" }

type Context struct {
	Input   *BeegoInput
	Request *http.Request
}
