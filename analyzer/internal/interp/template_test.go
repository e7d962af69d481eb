package interp

import (
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

func TestNormalTemplate(t *testing.T) {
	text := func(s string) hop.Part { return hop.Part{Kind: hop.PartText, Text: s} }
	env := hop.Part{Kind: hop.PartEnv, Text: "A"}
	gap := hop.Part{Kind: hop.PartUnknown}
	for _, test := range []struct{ in, want hop.Template }{
		{nil, nil},
		{hop.Template{text("")}, nil},
		{hop.Template{text("a"), text(""), text("b")}, hop.Template{text("ab")}},
		{hop.Template{gap, gap, text("/"), gap}, hop.Template{gap, text("/"), gap}},
		{hop.Template{gap, text(""), gap}, hop.Template{gap}},
		{hop.Template{env, env}, hop.Template{env, env}},
		{hop.Template{text("a"), env, text("b"), text("c")}, hop.Template{text("a"), env, text("bc")}},
	} {
		if got := normalTemplate(test.in); !sameParts(got, test.want) {
			t.Errorf("%v: got %v, want %v", test.in, got, test.want)
		}
	}
}

func TestTemplatesAreBounded(t *testing.T) {
	v := newValues()
	env := hop.Part{Kind: hop.PartEnv, Text: "A"}
	var many hop.Template
	for range 3 * maxParts {
		many = append(many, env, hop.Part{Kind: hop.PartText, Text: "/"})
	}
	got := v.templates[v.template(many)]
	if len(got) > maxParts {
		t.Errorf("%d parts, want at most %d", len(got), maxParts)
	}
	if last := got[len(got)-1]; last.Kind != hop.PartUnknown {
		t.Errorf("what was cut off is not a hole but %v", last)
	}
	if !sameParts(got[:4], many[:4]) {
		t.Errorf("the front was not kept: %v", got[:4])
	}

	long := v.concat(v.textSet("http://orders/"), v.textSet(strings.Repeat("x", 2*maxText)))
	for _, got := range v.templatesOf(long) {
		if n := len(got.String()); n > maxText+len("{}") {
			t.Errorf("%d bytes of text, want at most %d", n, maxText)
		}
		if _, ok := literal(got); ok {
			t.Error("text that was cut short passes for the whole")
		}
	}
}

// TestLongTextKeepsHost checks that the part of a long URL that says whom it is
// addressed to survives the bound.
func TestLongTextKeepsHost(t *testing.T) {
	v := newValues()
	s := v.textSet("http://orders/v1/" + strings.Repeat("a/", maxText))
	if got := stringsIn(v, s); len(got) != 1 || !strings.HasPrefix(got[0], "http://orders/v1/a/") {
		t.Errorf("got %q, want the front of the URL and a hole", got)
	}
}

func TestDefaults(t *testing.T) {
	v := newValues()
	env := hop.Template{{Kind: hop.PartEnv, Text: "ORDERS"}}
	set := hop.Template{{Kind: hop.PartEnv, Text: "ORDERS", Default: "http://b"}}
	for _, test := range []struct {
		name string
		in   setID
		want []hop.Template
	}{
		{"key or literal", v.of([]value{v.str(env), v.text("http://a")}), []hop.Template{{{Kind: hop.PartEnv, Text: "ORDERS", Default: "http://a"}}}},
		{"literal or key", v.of([]value{v.text("http://c"), v.str(env)}), []hop.Template{{{Kind: hop.PartEnv, Text: "ORDERS", Default: "http://c"}}}},
		{"key that has a default", v.of([]value{v.str(set), v.text("http://a")}), []hop.Template{set}},
		{"two literals", v.of([]value{v.text("a"), v.text("b")}), []hop.Template{parseTemplate("a"), parseTemplate("b")}},
		{"key within text", v.of([]value{v.str(parseTemplate("http://{env:A}")), v.text("b")}), []hop.Template{parseTemplate("http://{env:A}"), parseTemplate("b")}},
		{"key and two literals", v.of([]value{v.str(env), v.text("a"), v.text("b")}), []hop.Template{env, parseTemplate("a"), parseTemplate("b")}},
		{"key or nil", v.of([]value{v.str(env), {kind: nilValue}}), []hop.Template{env, nil}},
	} {
		got := v.templatesOf(v.defaults(test.in))
		byKey := func(a, b hop.Template) int { return strings.Compare(templateKey(a), templateKey(b)) }
		slices.SortFunc(got, byKey)
		slices.SortFunc(test.want, byKey)
		if !slices.EqualFunc(got, test.want, sameParts) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

func TestAssumed(t *testing.T) {
	in := hop.Template{
		{Kind: hop.PartText, Text: "http://"}, {Kind: hop.PartEnv, Text: "HOST", Default: "orders"},
		{Kind: hop.PartFlag, Text: "unset"}, {Kind: hop.PartText, Text: "/"}, {Kind: hop.PartUnknown},
	}
	if got := assumed(in).String(); got != "http://orders/{}" {
		t.Errorf("got %s, want http://orders/{}", got)
	}
	if in[1].Kind != hop.PartEnv {
		t.Error("the template itself was changed")
	}
}

func TestTemplateOf(t *testing.T) {
	v := newValues()
	str := v.text("x")
	for _, test := range []struct {
		in   value
		want string
	}{
		{str, "x"},
		{value{kind: ifaceValue, n: int64(v.id(str))}, "x"},
		{value{kind: intValue, n: -7}, "-7"},
		{value{kind: nilValue}, ""},
		{value{kind: requestValue}, "{request}"},
		{value{kind: unknownValue}, "{}"},
		{value{kind: refValue}, "{}"},
	} {
		if got := v.templateOf(test.in).String(); got != test.want {
			t.Errorf("%v: got %q, want %q", test.in, got, test.want)
		}
	}
}

func TestConcatBounds(t *testing.T) {
	v := newValues()
	if got := v.concat(bottom, v.textSet("x")); got != bottom {
		t.Error("a string that is not known yet gives one that is")
	}
	got := v.concat(texts(v, 0, 20), texts(v, 0, 19))
	if n := len(v.members(got)); n > maxStrings {
		t.Errorf("20 times 19 strings give %d, want at most %d", n, maxStrings)
	}
	small := v.concat(v.of([]value{v.text("a"), v.text("b")}), v.of([]value{v.text("1"), v.text("2")}))
	if got := stringsIn(v, small); !slices.Equal(got, []string{"a1", "a2", "b1", "b2"}) {
		t.Errorf("got %q", got)
	}
}

func sameParts(a, b hop.Template) bool { return templateKey(a) == templateKey(b) }
