package report

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hoplint/hoplint/analyzer/hop"
)

func TestEscape(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"GET /orders/{id}", "GET /orders/{id}"},
		{`C:\x`, `C:\x`},
		{"größe 日本", "größe 日本"},
		{"\ufffd", "\ufffd"},
		{"a\nb\r\tc", `a\nb\r\tc`},
		{"\x1b[31mred", `\x1b[31mred`},
		{"\u009b31m", `\u009b31m`},
		{"a\u202eb", `a\u202eb`},
		{"a\xffb", `a\xffb`},
		{"\x00\x7f", `\x00\x7f`},
	}
	for _, test := range tests {
		if got := Escape(test.in); got != test.want {
			t.Errorf("Escape(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// hostile returns the report with s appended to each of its strings; to the file's name in
// positions, which stay positions.
func hostile(r *hop.Report, s string) *hop.Report {
	c := *r
	appendToStrings(reflect.ValueOf(&c).Elem(), s)
	return &c
}

func appendToStrings(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "Pos" {
				appendToFile(v.Field(i), s)
			} else {
				appendToStrings(v.Field(i), s)
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			appendToStrings(v.Elem(), s)
		}
	case reflect.Slice:
		for i := range v.Len() {
			appendToStrings(v.Index(i), s)
		}
	case reflect.String:
		v.SetString(v.String() + s)
	}
}

func appendToFile(v reflect.Value, s string) {
	if v.String() == "" {
		return
	}
	file, _, _ := splitPos(v.String())
	v.SetString(file + s + strings.TrimPrefix(v.String(), file))
}

// FuzzText checks that no string of a report can add a line to the text or bring
// anything into it that a terminal would not just show.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "x", "\n", "\r\n", "\x1b]0;title\a", "\u009b2J", "\u202e", "\xc2", "a\tb", "%s%d", "\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, harmless := render(t, "text", hostile(changed(), "x"+s)), render(t, "text", hostile(changed(), "x"))
		if g, w := strings.Count(got, "\n"), strings.Count(harmless, "\n"); g != w {
			t.Errorf("%d lines with %q in the names, want %d", g, s, w)
		}
		for line := range strings.Lines(got) {
			checkLine(t, line)
		}
	})
}

func checkLine(t *testing.T, line string) {
	t.Helper()
	line = strings.TrimPrefix(strings.TrimSuffix(line, "\n"), "\t")
	if !utf8.ValidString(line) || strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsPrint(r) }) {
		t.Errorf("line is not printable: %q", line)
	}
}

// FuzzJSON checks that a report survives its encoding whatever its strings are.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{"", "\n", "\x1b[0m", "\xff", `"\`, "</script>", "\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := hostile(changed(), strings.ToValidUTF8(s, ""))
		got := render(t, "json", r)
		var back hop.Report
		if err := json.Unmarshal([]byte(got), &back); err != nil {
			t.Fatal(err)
		}
		if again := render(t, "json", &back); again != got {
			t.Errorf("decoded and encoded again:\n%s\nwant:\n%s", again, got)
		}
	})
}

func render(t *testing.T, format string, r *hop.Report) string {
	t.Helper()
	return renderIn(t, "go/shop", format, r)
}

// renderIn writes a report on a directory of the repository.
func renderIn(t *testing.T, prefix, format string, r *hop.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Formats[format](&b, r, Options{Prefix: prefix, Version: prefix, ReadFile: readShop}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
