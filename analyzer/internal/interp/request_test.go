package interp

import (
	"slices"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// withPath puts the path of an inbound request behind a template; "" cuts nothing off it.
func withPath(before, stripped string) hop.Template {
	return append(parseTemplate(before), hop.Part{Kind: hop.PartRequest, Text: wholePath, Default: stripped})
}

func TestForwards(t *testing.T) {
	query := hop.Part{Kind: hop.PartText, Text: "?a=b"}
	more := hop.Part{Kind: hop.PartText, Text: "/b"}
	for _, test := range []struct {
		in       hop.Template
		want     string
		stripped string
		ok       bool
	}{
		{withPath("http://a", ""), "http://a", "", true},
		{withPath("http://a/v1", "/api"), "http://a/v1", "/api", true},
		{append(withPath("http://a", ""), query), "http://a", "", true},
		{append(withPath("http://a", ""), more), "http://a{request}/b", "", false},
		{withPath("", ""), "{request}", "", false},
		{parseTemplate("http://a{request}"), "http://a{request}", "", false},
	} {
		before, path, ok := forwards(test.in)
		if before.String() != test.want || path.Default != test.stripped || ok != test.ok {
			t.Errorf("%s: got %s without %q, %v; want %s without %q, %v", test.in, before, path.Default, ok, test.want, test.stripped, test.ok)
		}
		for _, p := range before {
			if p.Kind == hop.PartRequest && p.Text != "" {
				t.Errorf("%s: reports would show %q", test.in, p.Text)
			}
		}
	}
}

func TestWithoutEmpty(t *testing.T) {
	for _, test := range []struct{ in, want []string }{
		{[]string{"http://a/b/", "http://a/b/{}"}, []string{"http://a/b/{}"}},
		{[]string{"http://a/b//c", "http://a/b/{}/c"}, []string{"http://a/b/{}/c"}},
		{[]string{"http:///b", "http://{env:HOST}/b"}, []string{"http://{env:HOST}/b"}},
		{[]string{"http://a/b", "http://a/b/{}"}, []string{"http://a/b", "http://a/b/{}"}},
		{[]string{"http://a/b", "http://a/b{}"}, []string{"http://a/b", "http://a/b{}"}},
		{[]string{"http://a/b/"}, []string{"http://a/b/"}},
	} {
		var in []hop.Template
		for _, s := range test.in {
			in = append(in, normalTemplate(parseTemplate(s)))
		}
		var got []string
		for _, u := range withoutEmpty(in) {
			got = append(got, u.String())
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.in, got, test.want)
		}
	}
}

func TestReplaceText(t *testing.T) {
	for _, test := range []struct {
		in, from, to string
		n            int64
		want         string
	}{
		{"http://a/:id/b/:id", ":id", "{}", -1, "http://a/{}/b/{}"},
		{"http://a/:id/b/:id", ":id", "{env:ID}", 1, "http://a/{env:ID}/b/:id"},
		{"http://a/:id", ":id", "{}", 0, "http://a/:id"},
		{"{env:A}/x{}x", "x", "yx", -1, "{env:A}/yx{}yx"},
		{"ab", "", "-", -1, "-a-b-"},
		{"ab", "", "{}", -1, "ab"},
	} {
		got := normalTemplate(replaceText(normalTemplate(parseTemplate(test.in)), test.from, parseTemplate(test.to), test.n))
		if got.String() != test.want {
			t.Errorf("%s, %q by %s, %d times: got %s, want %s", test.in, test.from, test.to, test.n, got, test.want)
		}
	}
}

func TestViaSocket(t *testing.T) {
	for _, test := range []struct{ url, host, want string }{
		{"http://unix/orders/1", "unix:/run/o.sock", "unix:/run/o.sock:/orders/1"},
		{"http://any/orders/{}", "{env:ADDR}", "http://{env:ADDR}/orders/{}"},
		{"http://any", "unix:{env:SOCKET}", "unix:{env:SOCKET}"},
	} {
		if got := viaSocket(parseTemplate(test.url), parseTemplate(test.host)).String(); got != test.want {
			t.Errorf("%s by %s: got %s, want %s", test.url, test.host, got, test.want)
		}
	}
}
