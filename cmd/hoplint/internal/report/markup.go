package report

import (
	"fmt"
	"strings"
	"unicode"
)

// prose writes a string so that it stays text in Markdown and in HTML within it: nothing
// in it is a tag, emphasis, a link, or an address that a code host would make one. That
// includes names of people and issues: a path /@team must not call a team.
func prose(s string) string {
	s = clip(Escape(s), maxName)
	var b strings.Builder
	for i, c := range s {
		switch {
		case c == '@', c == '#': // names are looked for after entities were decoded
			fmt.Fprintf(&b, "&#%d;&#8203;", c) // with a space without width
		case i == 0 && c <= unicode.MaxASCII && !unicode.IsLetter(c): // where a line begins it could make a list
			fmt.Fprintf(&b, "&#%d;", c)
		case strings.ContainsRune("&<>\"'`*_~[]!\\|$", c), c == ':' && strings.HasPrefix(s[i:], "://"), c == '.' && strings.HasSuffix(s[:i], "www"):
			fmt.Fprintf(&b, "&#%d;", c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// code writes a string as code within a line.
func code(s string) string { return "<code>" + prose(s) + "</code>" }

// fenced writes lines as a block of text, or nothing if there are none.
func fenced(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	var b strings.Builder
	for i, line := range lines {
		if i == maxProof {
			fmt.Fprintf(&b, "… and %s more\n", Count(len(lines)-i, "line"))
			break
		}
		b.WriteString(clip(Escape(line), maxName) + "\n")
	}
	fence := "```"
	for strings.Contains(b.String(), fence) {
		fence += "`"
	}
	return fence + "text\n" + b.String() + fence + "\n"
}

// clip cuts a string behind so many characters.
func clip(s string, limit int) string {
	n := 0
	for i := range s {
		if n == limit {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
