package interp

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// FuzzTemplate checks that templates stay bounded whatever they are made of, that
// normalising twice changes nothing, and that formats of literals give what fmt gives.
func FuzzTemplate(f *testing.F) {
	f.Add("%q%3q", "", "", 46)
	f.Add("http://%s:%d/%v", "orders{}", "a{env:X}b", 8080)
	f.Add("%[2]s%[1]d%%", "", "x", -1)
	f.Add("%", "%!", "%s", 0)
	f.Add("%-08.3q|%*d", "\xff", "日本", 1)
	f.Add("{}{}{}{request}%s", strings.Repeat("ab{}", 40), strings.Repeat("x", 600), 7)
	f.Fuzz(func(t *testing.T, format, a, b string, n int) {
		c := newCall("fmt.Sprintf")
		for _, text := range []string{format, a, b} {
			checkTemplate(t, c.values, parseTemplate(text))
		}
		both := c.concat(c.one(c.str(parseTemplate(a))), c.one(c.str(parseTemplate(b))))
		for _, got := range c.templatesOf(both) {
			checkTemplate(t, c.values, got)
		}
		checkFormat(t, c, format, a, n)
	})
}

// checkTemplate checks what holds for every template that is interned.
func checkTemplate(t *testing.T, v *values, in hop.Template) {
	t.Helper()
	got := v.templates[v.template(in)]
	if len(got) > maxParts {
		t.Errorf("%s has %d parts, want at most %d", in, len(got), maxParts)
	}
	text := 0
	for i, p := range got {
		if p.Kind == hop.PartText {
			text += len(p.Text)
		}
		if i > 0 && p.Kind == hop.PartText && got[i-1].Kind == hop.PartText {
			t.Errorf("%s has two texts side by side", got)
		}
	}
	if text > maxText {
		t.Errorf("%s has %d bytes of text, want at most %d", in, text, maxText)
	}
	if again := v.templates[v.template(got)]; templateKey(again) != templateKey(got) {
		t.Errorf("%s becomes %s when it is made normal again", got, again)
	}
}

// checkFormat compares with fmt where the arguments are literal and the format has no
// mistakes.
func checkFormat(t *testing.T, c *libraryCall, format, a string, n int) {
	t.Helper()
	got := formatCall(c, format, "x", n)
	for _, g := range c.templatesOf(got) {
		checkTemplate(t, c.values, g)
	}
	if strings.ContainsAny(format+a, "{}*") || len(format) > 200 {
		return
	}
	want := fmt.Sprintf(format, "x", n)
	if strings.Contains(want, "%!") || len(want) > maxText {
		return // a mistake that go vet finds, or too long to be kept
	}
	if !covers(c.values, got, want) {
		t.Errorf("Sprintf(%q, x, %d): got %q, want %q", format, n, stringsIn(c.values, got), want)
	}
}

// FuzzURL checks that a URL that was taken apart is the same when it is put together.
func FuzzURL(f *testing.F) {
	for _, s := range []string{"http://a:8/b?c#d", "{env:A}/b", "://", "a://b://c", "?a://b", "//a/b", "http://{}/", "dns:///a:1", "/", "http:///x", "x{}://{request}?{}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := newValues()
		in := v.templates[v.template(parseTemplate(s))]
		u := splitURL(in)
		if len(in) > maxParts-3 || len(in.String()) > maxText-3 {
			return // what is added in between may be cut
		}
		if got := u.template(); got.String() != in.String() {
			t.Errorf("%s is put together as %s: %v", in, got, u)
		}
		hostname(u)
		if again := splitURL(u.template()); again.host.String() != u.host.String() || again.path.String() != u.path.String() {
			t.Errorf("%s: taken apart again it is %v, not %v", in, again, u)
		}
	})
}

// FuzzPattern checks that normalising route patterns does not panic, and that the normal
// form is its own.
func FuzzPattern(f *testing.F) {
	for _, s := range []string{"GET /a/{id}", "/a/{x:[0-9]{2,3}}/*", "/:a/:b?/*c", "a.b/c/{$}", "/{{a:b}", "}{a:", "*", ":", "GET\t /a", "/a//b///", "{a...}", "/a/{x:.*}", "{x:*}{:.+}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, pattern string) {
		for _, syntax := range []string{"", "servemux", "braces", "colon", "compiled"} {
			got := normalPattern(pattern, syntax)
			if syntax == "servemux" && !servable(pattern) || (syntax == "braces" || syntax == "compiled") && !balanced(pattern) {
				continue
			}
			if again := normalPattern(got, syntax); again != got {
				t.Errorf("%s %q: %q becomes %q", syntax, pattern, got, again)
			}
		}
		p := cleanPath(pattern)
		if again := cleanPath(p); again != p || !strings.HasPrefix(p, "/") || strings.Contains(p, "//") {
			t.Errorf("%q is cleaned to %q and %q", pattern, p, again)
		}
	})
}

// servable reports whether net/http takes the pattern.
func servable(pattern string) (ok bool) {
	defer func() { ok = recover() == nil }()
	http.NewServeMux().Handle(pattern, http.NotFoundHandler())
	return true
}

// balanced reports whether braces open and close in pairs: routers refuse others.
func balanced(pattern string) bool {
	depth := 0
	for _, r := range pattern {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}
