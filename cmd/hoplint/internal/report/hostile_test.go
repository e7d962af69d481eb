package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	stdhtml "html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// addHostile adds what names may hold that means something to one of the formats.
func addHostile(f *testing.F) {
	for _, s := range []string{
		"", "\n", "\r\n", "\x00\x1b[31m", "\u009b2J", "\u202e", "\xc2", "%0A::error::x", "\n::error file=a,line=1::b", "::", "%25", ",title=a",
		"<b>", "</summary><script>", "&lt;", "&#60;", "]]>", "]]&gt;", "<![CDATA[", "<!--", "-->", "`", "```", "\n```\n", "~~~", "**a**", "_a_", "[a](https://b.example)",
		"![a](b)", "https://a.example", "www.a.example", "@team", "#12", "org/repo#1", "a@b.example", "\\", "|", "$x$", "- ", "1. ", "{0}", "{{", "}}", "\"]", "\"] --> n0", "#quot;", "%%{init: {}}%%",
		"\"", "'", "--x", "; end", "style a:#b;", ":30:9", " ", "\t", "\u2028", "é😀", strings.Repeat("a", 400), strings.Repeat("`", 5),
	} {
		f.Add(s)
	}
}

// checkText checks that a string is printable but for the ends of its lines.
func checkText(t *testing.T, s string) {
	t.Helper()
	for line := range strings.SplitSeq(s, "\n") {
		if Escape(line) != line {
			t.Errorf("not printable: %q", line)
		}
	}
}

// twice writes a report with s in all its strings and in the directory's name, and with something harmless in them.
func twice(t *testing.T, format, s string) (got, harmless string) {
	t.Helper()
	if hop.RepositoryOf("x/x"+s) != "" {
		t.Skip("no name of a file, but of one in another repository")
	}
	return renderIn(t, "x"+s, format, hostile(changed(), "x"+s)), renderIn(t, "x", format, hostile(changed(), "x"))
}

// A workflowCommand is a line as the runner of GitHub Actions reads it.
var workflowCommand = regexp.MustCompile(`^::(error|warning|notice) ([^:]*)::(.*)$`)

// commandKeys returns the name and the properties of a workflow command.
func commandKeys(t *testing.T, line string) []string {
	t.Helper()
	m := workflowCommand.FindStringSubmatch(line)
	if m == nil {
		t.Fatalf("no workflow command: %q", line)
	}
	keys := []string{m[1]}
	for property := range strings.SplitSeq(m[2], ",") {
		key, value, ok := strings.Cut(property, "=")
		if !ok || value == "" {
			t.Errorf("property %q in %q", property, line)
		}
		keys = append(keys, key)
	}
	return keys
}

// FuzzGitHub checks that no name can forge a command or a property of one.
func FuzzGitHub(f *testing.F) {
	addHostile(f)
	f.Fuzz(func(t *testing.T, s string) {
		got, harmless := twice(t, "github", s)
		lines, want := strings.Split(got, "\n"), strings.Split(harmless, "\n")
		if len(lines) != len(want) || lines[len(lines)-1] != "" {
			t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), got)
		}
		for i, line := range lines[:len(lines)-1] {
			checkText(t, line)
			if keys := commandKeys(t, line); !slices.Equal(keys, commandKeys(t, want[i])) {
				t.Errorf("%v in %q", keys, line)
			}
			if n := strings.Count(line, "%0A"); n != strings.Count(want[i], "%0A") {
				t.Errorf("%d line ends in %q", n, line)
			}
		}
	})
}

// decodeStrictly decodes JSON that has just the members of v.
func decodeStrictly(t *testing.T, text string, v any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		t.Fatalf("more than one value in %s", text)
	}
	var tree any
	if err := json.Unmarshal([]byte(text), &tree); err != nil {
		t.Fatal(err)
	}
	eachString("", tree, func(_, s string) { checkText(t, s) })
}

func FuzzGitLab(f *testing.F) {
	addHostile(f)
	f.Fuzz(func(t *testing.T, s string) {
		got, harmless := twice(t, "gitlab", s)
		var issues, want []qualityIssue
		decodeStrictly(t, got, &issues)
		decodeStrictly(t, harmless, &want)
		if len(issues) != len(want) {
			t.Fatalf("%d issues, want %d", len(issues), len(want))
		}
		seen := map[string]bool{}
		for i, issue := range issues {
			if seen[issue.Fingerprint] || !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, issue.Severity) {
				t.Errorf("%+v", issue)
			}
			seen[issue.Fingerprint] = true
			if issue.Location.Lines != want[i].Location.Lines || issue.Location.Path == "" {
				t.Errorf("%+v, want lines %+v", issue.Location, want[i].Location.Lines)
			}
		}
	})
}

func FuzzRDJSONL(f *testing.F) {
	addHostile(f)
	f.Fuzz(func(t *testing.T, s string) {
		got, harmless := twice(t, "rdjsonl", s)
		lines, want := strings.Split(got, "\n"), strings.Split(harmless, "\n")
		if len(lines) != len(want) || lines[len(lines)-1] != "" {
			t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), got)
		}
		for i, line := range lines[:len(lines)-1] {
			var d, w rdDiagnostic
			decodeStrictly(t, line, &d)
			decodeStrictly(t, want[i], &w)
			if (d.Location.Range == nil) != (w.Location.Range == nil) || len(d.Related) != len(w.Related) || d.Severity != w.Severity {
				t.Errorf("%+v, want %+v", d, w)
			}
		}
	})
}

// xmlShape returns the names of elements and attributes, and checks all text.
func xmlShape(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		switch token := token.(type) {
		case xml.StartElement:
			b.WriteString("<" + token.Name.Local)
			for _, a := range token.Attr {
				b.WriteString(" " + a.Name.Local)
				checkText(t, a.Value)
			}
			b.WriteString(">")
		case xml.EndElement:
			b.WriteString("</" + token.Name.Local + ">")
		case xml.CharData:
			checkText(t, string(token))
		}
	}
}

func fuzzXML(f *testing.F, format string) {
	addHostile(f)
	f.Fuzz(func(t *testing.T, s string) {
		got, harmless := twice(t, format, s)
		checkText(t, got)
		if shape, want := xmlShape(t, got), xmlShape(t, harmless); shape != want {
			t.Errorf("%s\nwant %s", shape, want)
		}
	})
}

func FuzzCheckstyle(f *testing.F) { fuzzXML(f, "checkstyle") }

func FuzzJUnit(f *testing.F) { fuzzXML(f, "junit") }

var (
	htmlTag     = regexp.MustCompile(`<[a-zA-Z/!?][^>]*>`)
	htmlCode    = regexp.MustCompile(`(?s)<(code|pre)>.*?</(code|pre)>`)
	mention     = regexp.MustCompile(`[@#]\w`)
	mermaidLine = regexp.MustCompile("^    n\\d+(\\[\"[^\"<>`&%:;{}]*(#\\d+;[^\"<>`&%:;{}]*)*(<br/>[^\"<>`&%:{}]*)?\"\\]| (-->|-\\.->) n\\d+)$")
)

// renderMarkdown renders a comment as code hosts do, HTML included.
func renderMarkdown(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert([]byte(text), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// FuzzMarkdown checks that names stay text: the rendered comment has the tags of one
// with harmless names, calls nobody, and its graph is one.
func FuzzMarkdown(f *testing.F) {
	addHostile(f)
	f.Fuzz(func(t *testing.T, s string) {
		got, harmless := twice(t, "markdown", s)
		checkText(t, got)
		if len(got) > 65_536 {
			t.Errorf("%d bytes", len(got))
		}
		page := renderMarkdown(t, got)
		if tags, want := htmlTag.FindAllString(page, -1), htmlTag.FindAllString(renderMarkdown(t, harmless), -1); !slices.Equal(tags, want) {
			t.Errorf("tags %q\nwant %q\nin %s", tags, want, got)
		}
		if m := mention.FindString(stdhtml.UnescapeString(htmlCode.ReplaceAllString(page, ""))); m != "" {
			t.Errorf("%q calls someone in %s", m, page)
		}
		_, block, _ := strings.Cut(got, "```mermaid\ngraph LR\n")
		block, _, _ = strings.Cut(block, "```")
		for line := range strings.Lines(block) {
			if !mermaidLine.MatchString(strings.TrimSuffix(line, "\n")) {
				t.Errorf("no line of a graph: %q", line)
			}
		}
	})
}
