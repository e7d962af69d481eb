package main

import "go/types"

// sorts says what the values of a role are. Roles that anything may stand for are absent.
var sorts = map[string]func(types.Type) bool{
	"pattern": isText, "path": isText, "prefix": isText, "method": isText, "strip": isText, "procedure": isText,
	"url": isText, "base": isText, "target": isText, "topic": isText, "queue": isText, "key": isText, "name": isText,
	"handler": isCode, "handlers": isCode, "middleware": isCode, "before": isCode, "func": isCode, "callback": isCode,
	"interceptor": isCode,
	"request":     isObject, "server": isObject, "desc": isObject, "conn": isObject, "container": isObject, "command": isObject,
}

// isText reports whether a value may be, hold or name a text.
func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return isText(u.Elem()) || isByte(u.Elem())
	case *types.Array:
		return isText(u.Elem()) || isByte(u.Elem())
	case *types.Map:
		return isText(u.Key())
	case *types.Pointer, *types.Struct, *types.Interface, *types.Signature:
		return true
	}
	return isParam(t)
}

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// isCode reports whether a value may be or hold functions, or have methods that are called.
func isCode(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature, *types.Interface, *types.Struct:
		return true
	case *types.Pointer:
		return isCode(u.Elem())
	case *types.Slice:
		return isCode(u.Elem())
	case *types.Map:
		return isCode(u.Elem())
	}
	return isParam(t)
}

// isObject reports whether a value is one that other functions made.
func isObject(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Basic, *types.Chan:
		return false
	}
	return true
}

func isParam(t types.Type) bool {
	_, ok := t.(*types.TypeParam)
	return ok
}
