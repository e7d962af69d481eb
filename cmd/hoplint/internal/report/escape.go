package report

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Escape returns s on one line of printable characters. Everything else, from line
// ends and terminal sequences to characters that turn the writing direction, is
// written as in a Go literal: names come from the code under analysis and must not
// be able to forge a line of the report or to drive the terminal that shows it.
func Escape(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if isShown(r, n) {
			b.WriteString(s[:n])
		} else {
			quoted := strconv.QuoteToASCII(s[:n])
			b.WriteString(quoted[1 : len(quoted)-1])
		}
		s = s[n:]
	}
	return b.String()
}

func isPlain(s string) bool {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isShown(r, n) {
			return false
		}
		i += n
	}
	return true
}

// isShown reports whether the rune r of n bytes is shown as it is.
func isShown(r rune, n int) bool {
	return strconv.IsPrint(r) && !(r == utf8.RuneError && n == 1)
}
