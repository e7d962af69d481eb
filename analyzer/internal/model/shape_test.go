package model

import (
	"strings"
	"testing"
)

func TestShapeFits(t *testing.T) {
	const shape = "(context.Context, any, *any) error"
	for method, want := range map[string]bool{
		"(context.Context, acme/orders.Args, *acme/orders.Reply) error":  true,
		"(context.Context, *acme/orders.Args, *acme/orders.Reply) error": true,
		"(context.Context, string, *int) error":                          true,
		"(context.Context, []acme/orders.item, *map[string]int) error":   true,
		"(context.Context, *acme/orders.Page[int], *int) error":          true,
		"(context.Context, acme/orders.args, *int) error":                false,
		"(context.Context, acme/orders.Args, acme/orders.Reply) error":   false,
		"(context.Context, acme/orders.Args, *acme/orders.reply) error":  false,
		"(acme/orders.Args, *acme/orders.Reply) error":                   false,
		"(context.Context, acme/orders.Args, *acme/orders.Reply)":        false,
		"(context.Context, acme/orders.Args, *int) (int, error)":         false,
	} {
		shapes, err := ParseShapes(shape)
		if err != nil {
			t.Fatal(err)
		}
		types, err := ParseShapes(method)
		if err != nil {
			t.Fatal(err)
		}
		if got := shapes[0].Fits(types[0].Params, types[0].Results); got != want {
			t.Errorf("%s fits %s: %t, want %t", method, shape, got, want)
		}
	}
}

func TestParseShapes(t *testing.T) {
	shapes, err := ParseShapes("() ; (any) (string, error)")
	if err != nil || len(shapes) != 2 || len(shapes[0].Params) != 0 || len(shapes[1].Results) != 2 {
		t.Errorf("got %v, %v", shapes, err)
	}
	for _, bad := range []string{"", "any, *any", "any) error"} {
		if _, err := ParseShapes(bad); err == nil || !strings.Contains(err.Error(), "is no shape") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
