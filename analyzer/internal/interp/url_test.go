package interp

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// fits reports whether a string is one that a template stands for: holes stand for
// any text.
func fits(t hop.Template, s string) bool {
	if len(t) == 0 {
		return s == ""
	}
	if t[0].Kind == hop.PartText {
		rest, ok := strings.CutPrefix(s, t[0].Text)
		return ok && fits(t[1:], rest)
	}
	for i := range len(s) + 1 {
		if fits(t[1:], s[i:]) {
			return true
		}
	}
	return false
}

// covers reports whether one of the strings of a set stands for s.
func covers(v *values, set setID, s string) bool {
	return slices.ContainsFunc(v.templatesOf(set), func(t hop.Template) bool { return fits(t, s) })
}

func TestSplitURL(t *testing.T) {
	for _, test := range []struct{ in, scheme, host, path, query string }{
		{"http://orders:8080/v1/{}", "http", "orders:8080", "/v1/{}", ""},
		{"{env:ORDERS}/v1", "", "{env:ORDERS}", "/v1", ""},
		{"http://{env:HOST}:{env:PORT}/a", "http", "{env:HOST}:{env:PORT}", "/a", ""},
		{"{}://orders/a", "{}", "orders", "/a", ""},
		{"http://orders", "http", "orders", "", ""},
		{"http://orders?x=/y", "http", "orders", "", "?x=/y"},
		{"http://orders/a?next=http://b/c", "http", "orders", "/a", "?next=http://b/c"},
		{"http://orders/a#top", "http", "orders", "/a", "#top"},
		{"http://{request}/a", "http", "{request}", "/a", ""},
		{"/v1/orders", "", "", "/v1/orders", ""},
		{"orders:8080", "", "orders:8080", "", ""},
		{"{}", "", "{}", "", ""},
		{"", "", "", "", ""},
		{"dns:///orders:50051", "dns", "", "/orders:50051", ""},
	} {
		u := splitURL(parseTemplate(test.in))
		got := []string{u.scheme.String(), u.host.String(), u.path.String(), u.query.String()}
		if want := []string{test.scheme, test.host, test.path, test.query}; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", test.in, got, want)
		}
		if got := u.template().String(); got != test.in {
			t.Errorf("%s: written again it is %s", test.in, got)
		}
	}
}

// TestSplitURLIsNetURL compares the parts of literal URLs with those of net/url.
func TestSplitURLIsNetURL(t *testing.T) {
	for _, raw := range []string{
		"http://a", "http://a/", "https://a.b:8/c/d?e=f&g=/h#i", "http://a?b", "http://a#b", "//a/b", "/a/b", "/a?b=http://c/d", "http://[::1]:80/x",
	} {
		want, err := url.Parse(raw)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(raw, "//") {
			continue // a reference without a scheme: nobody sends a request there
		}
		u := splitURL(parseTemplate(raw))
		if got := u.scheme.String(); got != want.Scheme {
			t.Errorf("%s: scheme %q, want %q", raw, got, want.Scheme)
		}
		if got := u.host.String(); got != want.Host {
			t.Errorf("%s: host %q, want %q", raw, got, want.Host)
		}
		if got := u.path.String(); got != want.Path {
			t.Errorf("%s: path %q, want %q", raw, got, want.Path)
		}
	}
}

func urlCall(op string, args ...setID) func(c *libraryCall) setID {
	return func(c *libraryCall) setID {
		c.args = args
		out := c.urlOp(&model.Row{Kind: model.URL, Op: op})
		return c.rendered(out[0])
	}
}

// TestResolve resolves the references of RFC 3986, section 5.4.1, that programs
// write: the results are those of net/url.
func TestResolve(t *testing.T) {
	for _, base := range []string{"http://a/b/c/d", "http://a", "http://a/", "http://a/b/", "http://a/b?q"} {
		for _, ref := range []string{"g", "g/", "/g", "/g/h", "g?y", "?y", "", "//h/g", "../g", "../../g", "./g", ".", "..", "https://h/g", "g#s"} {
			b, err := url.Parse(base)
			if err != nil {
				t.Fatal(err)
			}
			r, err := url.Parse(ref)
			if err != nil {
				t.Fatal(err)
			}
			want := b.ResolveReference(r).String()
			c := newCall("(*net/url.URL).Parse")
			got := urlCall("parseref", c.urlOf(c.textSet(base), "base"), c.textSet(ref))(c)
			if ts := stringsIn(c.values, got); !slices.Equal(ts, []string{want}) {
				t.Errorf("%s resolved against %s: got %q, want %q", ref, base, ts, want)
			}
		}
	}
}

func TestResolveTemplates(t *testing.T) {
	for _, test := range []struct{ base, ref, want string }{
		{"{env:ORDERS}", "/v1/orders", "{env:ORDERS}/v1/orders"},
		{"http://{env:HOST}/api/", "orders/{}", "http://{env:HOST}/api/orders/{}"},
		{"http://{env:HOST}/api", "/orders/{}", "http://{env:HOST}/orders/{}"},
		{"http://orders", "{}", "http://orders/{}"},
	} {
		c := newCall("(*net/url.URL).Parse")
		got := urlCall("parseref", c.urlOf(c.one(c.str(parseTemplate(test.base))), "base"), c.one(c.str(parseTemplate(test.ref))))(c)
		if ts := stringsIn(c.values, got); !slices.Equal(ts, []string{test.want}) {
			t.Errorf("%s resolved against %s: got %q, want %q", test.ref, test.base, ts, test.want)
		}
	}
}

// TestJoinPath compares JoinPath with net/url's on literals.
func TestJoinPath(t *testing.T) {
	for _, base := range []string{"http://a", "http://a/", "http://a/b", "http://a/b/"} {
		for _, elem := range []string{"c", "/c", "c/", "c/d", "", "/"} {
			want, err := url.JoinPath(base, elem)
			if err != nil {
				t.Fatal(err)
			}
			c := newCall("net/url.JoinPath")
			list := c.make("list", "")
			c.write(list, c.below(0, "[0]"), c.textSet(elem))
			c.args = []setID{c.textSet(base), c.ref(list, 0)}
			got := c.urlOp(&model.Row{Kind: model.URL, Op: "joinpath"})[0]
			if ts := stringsIn(c.values, got); !slices.Equal(ts, []string{want}) {
				t.Errorf("%q joined to %s: got %q, want %q", elem, base, ts, want)
			}
		}
	}
}

// TestOverriddenFields checks that the fields that a program sets stand in the place
// of what the URL was parsed from.
func TestOverriddenFields(t *testing.T) {
	for _, test := range []struct {
		text   string
		fields map[string]string
		want   []string
	}{
		{"http://a/b", map[string]string{"Host": "c"}, []string{"http://c/b"}},
		{"http://a/b", map[string]string{"Scheme": "https"}, []string{"https://a/b"}},
		{"http://a/b?q=1", map[string]string{"Path": "/c/{}"}, []string{"http://a/c/{}?q=1"}},
		{"http://a", map[string]string{"Path": "c"}, []string{"http://a/c"}},
		{"", map[string]string{"Scheme": "http", "Host": "{env:ORDERS}", "Path": "/x"}, []string{"http://{env:ORDERS}/x"}},
		{"{request}", map[string]string{"Scheme": "http", "Host": "b"}, []string{"http://b"}},
	} {
		c := newCall("(*net/url.URL).String")
		o := c.make("url", "")
		if test.text != "" {
			c.write(o, c.below(0, textField), c.one(c.str(parseTemplate(test.text))))
		}
		for _, name := range []string{"Scheme", "Host", "Path"} {
			if s, ok := test.fields[name]; ok {
				c.write(o, c.below(0, name), c.one(c.str(parseTemplate(s))))
			}
		}
		c.args = []setID{c.ref(o, 0)}
		got := c.urlOp(&model.Row{Kind: model.URL, Op: "string"})[0]
		if ts := stringsIn(c.values, got); !slices.Equal(ts, test.want) {
			t.Errorf("%s with %v: got %q, want %q", test.text, test.fields, ts, test.want)
		}
	}
}

func TestURLCombinationsAreBounded(t *testing.T) {
	c := newCall("(*net/url.URL).String")
	o := c.make("url", "")
	for _, name := range []string{"Scheme", "Host", "Path"} {
		c.write(o, c.below(0, name), texts(c.values, 0, 40))
	}
	if n := len(c.render(value{kind: refValue, n: int64(o.id)})); n == 0 || n > maxURLs {
		t.Errorf("%d URLs, want between 1 and %d", n, maxURLs)
	}
}

func TestURLFieldsAreRead(t *testing.T) {
	c := newCall("net/url.Parse")
	u := c.urlOf(c.one(c.str(parseTemplate("http://{env:HOST}:80/v1?x"))), "")
	for name, want := range map[string]string{"Scheme": "http", "Host": "{env:HOST}:80", "Path": "/v1"} {
		if got := stringsIn(c.values, c.fieldsOf(u, name)); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	c.name, c.args = "(*net/url.URL).Hostname", []setID{u}
	if got := stringsIn(c.values, c.urlOp(&model.Row{Op: "host"})[0]); !slices.Equal(got, []string{"{env:HOST}"}) {
		t.Errorf("host name: got %q", got)
	}
}
