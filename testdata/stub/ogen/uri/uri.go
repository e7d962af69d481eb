// Package uri is the part of github.com/ogen-go/ogen/uri that cases use.
package uri

import "net/url"

type PathStyle string

const PathStyleSimple PathStyle = "simple"

type PathEncoderConfig struct {
	Param   string
	Style   PathStyle
	Explode bool
}

type PathEncoder struct{}

type QueryEncoder struct{}

func NewPathEncoder(cfg PathEncoderConfig) *PathEncoder { panic("stub") }

func NewQueryEncoder() *QueryEncoder { panic("stub") }

func (e *PathEncoder) EncodeValue(v string) error { panic("stub") }

func (e *PathEncoder) Result() (string, error) { panic("stub") }

func (e *QueryEncoder) Values() url.Values { panic("stub") }

func Clone(u *url.URL) *url.URL { panic("stub") }

func AddPathParts(u *url.URL, parts ...string) { panic("stub") }
