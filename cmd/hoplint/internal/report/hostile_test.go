package report

import (
	"strings"
	"testing"
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
