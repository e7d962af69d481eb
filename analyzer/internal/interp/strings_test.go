package interp

import (
	"fmt"
	"net"
	"net/url"
	slash "path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// words are texts in which the operations of strings differ.
var words = []string{"", "/", "a", "a/", "/a", "//a//", "/a/b/", "http://a/b", " a ", "A-b", "aa", "a/../b", "./a", "..", "a%b", "::1", "80"}

// TestStringOps compares the operations on literals with the standard library's: what
// the interpreter computes stands for the real result.
func TestStringOps(t *testing.T) {
	one := func(fn func(string) string) func(a, b string) string {
		return func(a, _ string) string { return fn(a) }
	}
	for name, fn := range map[string]func(a, b string) string{
		"strings.TrimPrefix":  strings.TrimPrefix,
		"strings.TrimSuffix":  strings.TrimSuffix,
		"strings.Trim":        strings.Trim,
		"strings.TrimLeft":    strings.TrimLeft,
		"strings.TrimRight":   strings.TrimRight,
		"strings.TrimSpace":   one(strings.TrimSpace),
		"strings.ToLower":     one(strings.ToLower),
		"strings.ToUpper":     one(strings.ToUpper),
		"strings.Clone":       one(strings.Clone),
		"net.JoinHostPort":    net.JoinHostPort,
		"net/url.PathEscape":  one(url.PathEscape),
		"net/url.QueryEscape": one(url.QueryEscape),
		"strconv.Quote":       one(strconv.Quote),
		"path.Clean":          one(slash.Clean),
	} {
		row := models(t).View().Row(name)
		if row == nil {
			t.Errorf("no row for %s", name)
			continue
		}
		t.Run(name, func(t *testing.T) { compareStrings(t, row, fn) })
	}
}

// compareStrings compares a row's operation with a function, up to the first
// difference.
func compareStrings(t *testing.T, row *model.Row, fn func(a, b string) string) {
	for _, a := range words {
		for _, b := range words {
			c := newCall(row.Func)
			c.args = []setID{c.textSet(a), c.textSet(b)}
			got := c.stringOp(row)[0]
			if want := fn(a, b); !covers(c.values, got, want) {
				t.Fatalf("(%q, %q): got %q, want %q", a, b, stringsIn(c.values, got), want)
			}
		}
	}
}

// TestTrimIsExact checks that trimming, which clients do to base addresses, keeps
// literals literal.
func TestTrimIsExact(t *testing.T) {
	for _, test := range []struct{ name, in, cut, want string }{
		{"strings.TrimSuffix", "http://a/", "/", "http://a"},
		{"strings.TrimSuffix", "{env:A}/", "/", "{env:A}"},
		{"strings.TrimSuffix", "{env:A}", "/", "{env:A}"},
		{"strings.TrimPrefix", "/a/{}", "/", "a/{}"},
		{"strings.TrimRight", "http://a//", "/", "http://a"},
		{"strings.Trim", "/{}/", "/", "{}"},
		{"strings.TrimSpace", " {env:A} b ", "", "{env:A} b"},
		{"strings.ToLower", "HTTP://{env:A}/X", "", "http://{env:A}/x"},
	} {
		c := newCall(test.name)
		c.args = []setID{c.one(c.str(parseTemplate(test.in))), c.textSet(test.cut)}
		got := c.stringOp(models(t).View().Row(test.name))[0]
		if ts := stringsIn(c.values, got); !slices.Equal(ts, []string{test.want}) {
			t.Errorf("%s(%q, %q): got %q, want %q", test.name, test.in, test.cut, ts, test.want)
		}
	}
}

// listOf makes a slice of literal strings.
func (c *libraryCall) listOf(elems ...string) setID {
	o := c.make("list", "")
	for i, e := range elems {
		c.write(o, c.below(0, "["+itoa(int64(i))+"]"), c.textSet(e))
	}
	return c.ref(o, 0)
}

func TestPathJoin(t *testing.T) {
	row := models(t).View().Row("path.Join")
	for _, a := range words {
		for _, b := range words {
			for _, elems := range [][]string{{a}, {a, b}, {a, b, "c"}, {"/v1", a, b}} {
				c := newCall("path.Join")
				c.args = []setID{c.listOf(elems...)}
				got := c.stringOp(row)[0]
				if want := slash.Join(elems...); !covers(c.values, got, want) {
					t.Errorf("path.Join(%q): got %q, want %q", elems, stringsIn(c.values, got), want)
				}
			}
		}
	}
}

func TestPathJoinTemplates(t *testing.T) {
	for _, test := range []struct {
		elems []string
		want  string
	}{
		{[]string{"/v1", "{}"}, "/v1/{}"},
		{[]string{"{env:PREFIX}", "/orders/"}, "{env:PREFIX}/orders"},
		{[]string{"", "{}", ""}, "{}"},
		{[]string{"/a/", "/{}/", "/b"}, "/a/{}/b"},
	} {
		c := newCall("path.Join")
		o := c.make("list", "")
		for i, e := range test.elems {
			c.write(o, c.below(0, "["+itoa(int64(i))+"]"), c.one(c.str(parseTemplate(e))))
		}
		c.args = []setID{c.ref(o, 0)}
		got := c.stringOp(models(t).View().Row("path.Join"))[0]
		if ts := stringsIn(c.values, got); !slices.Equal(ts, []string{test.want}) {
			t.Errorf("path.Join(%q): got %q, want %q", test.elems, ts, test.want)
		}
	}
}

func TestJoinAndSplit(t *testing.T) {
	for _, elems := range [][]string{nil, {"a"}, {"a", "b"}, {"", ""}, {"a", "", "c"}} {
		for _, sep := range []string{"", "/", ", "} {
			c := newCall("strings.Join")
			c.args = []setID{c.listOf(elems...), c.textSet(sep)}
			got := c.stringOp(models(t).View().Row("strings.Join"))[0]
			want := strings.Join(elems, sep)
			if ts := stringsIn(c.values, got); !slices.Equal(ts, []string{want}) {
				t.Errorf("strings.Join(%q, %q): got %q, want %q", elems, sep, ts, want)
			}
		}
	}
	for _, s := range []string{"a,b,c", "", ",", "a"} {
		c := newCall("strings.Split")
		c.args = []setID{c.textSet(s), c.textSet(",")}
		var got []string
		for _, e := range c.list(c.stringOp(models(t).View().Row("strings.Split"))[0]) {
			got = append(got, stringsIn(c.values, e)...)
		}
		if want := strings.Split(s, ","); !slices.Equal(got, want) {
			t.Errorf("strings.Split(%q): got %q, want %q", s, got, want)
		}
	}
}

// formatCall evaluates a format with string and int arguments.
func formatCall(c *libraryCall, format string, args ...any) setID {
	o := c.make("list", "")
	for i, a := range args {
		s := bottom
		switch a := a.(type) {
		case string:
			s = c.toInterface(c.one(c.str(parseTemplate(a))), "string")
		case int:
			s = c.toInterface(c.one(value{kind: intValue, n: int64(a)}), "int")
		case bool:
			s = c.toInterface(c.boolean(a), "bool")
		default:
			s = unknown
		}
		c.write(o, c.below(0, "["+itoa(int64(i))+"]"), s)
	}
	c.args = []setID{c.textSet(format), c.ref(o, 0)}
	return c.stringOp(&model.Row{Kind: model.String, Op: "sprintf"})[0]
}

func TestSprintf(t *testing.T) {
	for _, test := range []struct {
		format string
		args   []any
		want   string
	}{
		{"http://%s:%d/%v", []any{"orders", 8080, "x"}, "http://orders:8080/x"},
		{"http://%s/%s", []any{"{env:ORDERS}", nil}, "http://{env:ORDERS}/{}"},
		{"%d%%", []any{7}, "7%"},
		{"%q", []any{"a"}, `"a"`},
		{"%x/%t/%.2f", []any{nil, nil, nil}, "{}/{}/{}"},
		{"/a/%s", nil, "/a/{}"},
		{"plain", nil, "plain"},
		{"", nil, ""},
		{"%-5s|", []any{nil}, "{}|"},
		{"%[2]s/%[1]s", []any{"a", "b"}, "b/a"},
		{"%*d/%s", []any{3, nil, "x"}, "{}/x"},
		{"日本/%s", []any{"é"}, "日本/é"},
	} {
		c := newCall("fmt.Sprintf")
		got := formatCall(c, test.format, test.args...)
		if ts := stringsIn(c.values, got); !slices.Equal(ts, []string{test.want}) {
			t.Errorf("Sprintf(%q, %v): got %q, want %q", test.format, test.args, ts, test.want)
		}
	}
}

// TestSprintfIsFmt compares with fmt on literals: what the interpreter computes
// stands for what fmt writes, whatever the verb.
func TestSprintfIsFmt(t *testing.T) {
	for _, format := range []string{
		"%s", "%v", "%d", "%q", "%x", "%t", "%T", "%5d", "%05d", "%-5s|", "%5s|", "%.1s", "%+v", "%#v", "%c", "%U", "%%%s", "a%sb%%", "%[1]s%[1]s", "%[2]v,%[1]v", "%s %s", "%6.2f",
	} {
		for _, args := range [][]any{{"ab", "c"}, {7, "c"}, {true, 65}, {"", 0}} {
			want := fmt.Sprintf(format, args...)
			if strings.Contains(want, "%!") {
				continue // a mistake that go vet finds
			}
			c := newCall("fmt.Sprintf")
			if got := formatCall(c, format, args...); !covers(c.values, got, want) {
				t.Errorf("Sprintf(%q, %v): got %q, want %q", format, args, stringsIn(c.values, got), want)
			}
		}
	}
}

func TestSprint(t *testing.T) {
	for _, args := range [][]any{{"a", "b"}, {"a", 1}, {1, 2}, {1, "a", 2, 3}, {true, 1}, {}} {
		c := newCall("fmt.Sprint")
		formatCall(c, "", args...)
		c.args = c.args[1:]
		got := c.stringOp(models(t).View().Row("fmt.Sprint"))[0]
		if want := fmt.Sprint(args...); !covers(c.values, got, want) {
			t.Errorf("Sprint(%v): got %q, want %q", args, stringsIn(c.values, got), want)
		}
	}
}
