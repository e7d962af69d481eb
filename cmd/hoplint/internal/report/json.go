package report

import (
	"encoding/json"
	"io"
	"reflect"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// writeJSON writes the report in its own encoding. A list without elements is [],
// never null, so that a reader needs no case for it.
func writeJSON(w io.Writer, r *hop.Report, _ Options) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false) // addresses are full of & and <
	e.SetIndent("", "  ")
	return e.Encode(withLists(reflect.ValueOf(*r)).Interface())
}

// withLists returns a copy of v in which no slice is nil.
func withLists(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		c := reflect.New(v.Type().Elem())
		c.Elem().Set(withLists(v.Elem()))
		return c
	case reflect.Struct:
		c := reflect.New(v.Type()).Elem()
		for i := range v.NumField() {
			c.Field(i).Set(withLists(v.Field(i)))
		}
		return c
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			c.Index(i).Set(withLists(v.Index(i)))
		}
		return c
	default:
		return v
	}
}
