package model

import (
	"slices"
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

// TestShapes checks that rows for signatures are found by the types of parameters and
// results, and that the user's come first.
func TestShapes(t *testing.T) {
	table, err := with(t, `
- library: mine
  shapes:
    - {func: "(context.Context, *acme/rpc.Request) error", kind: call, args: {request: 1}}
    - {func: "(*net/http.Request) (*net/http.Response, error)", kind: inert}
`)
	if err != nil {
		t.Fatal(err)
	}
	view := table.View()
	for _, test := range []struct {
		params, results []string
		want            Kind
	}{
		{[]string{"context.Context", "*acme/rpc.Request"}, []string{"error"}, Call},
		{[]string{"*net/http.Request"}, []string{"*net/http.Response", "error"}, Inert},
		{[]string{"context.Context", "*net/http.Request"}, []string{"*net/http.Response", "error"}, Call},
		{[]string{"*net/http.Request"}, []string{"error"}, ""},
		{nil, []string{"*net/http.Request", "*net/http.Response", "error"}, ""},
	} {
		var got Kind
		if row := view.Shaped(test.params, test.results); row != nil {
			got = row.Kind
		}
		if got != test.want {
			t.Errorf("%v %v is %q, want %q", test.params, test.results, got, test.want)
		}
	}
	if used, want := view.Used(), table.User(); !slices.Equal(used, want) || len(used) != 2 {
		t.Errorf("%q were used of %q", used, want)
	}
	for _, wrong := range []string{"F", "(a); (b)", "(a"} {
		if _, err := with(t, "- {library: l, shapes: [{func: '"+wrong+"', kind: inert}]}"); err == nil {
			t.Errorf("%s is taken for a signature", wrong)
		}
	}
}
