package report

import (
	"slices"
	"strings"
	"testing"
)

// The hashes are those that the tests of github.com/github/codeql-action, which GitHub's
// code scanning computes them with, expect for these texts.
func TestLineHashes(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", []string{"c129715d7a2bc9a3:1"}},
		{" a\nb\n  \t\tc\n d", []string{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
		{" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", []string{
			"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
			"b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
		}},
		{" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", []string{
			"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
			"b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
		}},
		{strings.Repeat("Lorem ipsum dolor sit amet.\n", 10), []string{
			"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5",
			"a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
		}},
	}
	for _, test := range tests {
		if got := lineHashes(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestSource(t *testing.T) {
	s := sources{read: readShop, files: map[string]*source{}}
	tests := []struct {
		file             string
		line, col        int
		utf16Column, end int
		hash             bool
	}{
		{"basket/main.go", 30, 1, 1, 22, true},
		{"basket/main.go", 30, 5, 4, 22, true}, // behind é: two bytes
		{"basket/main.go", 30, 9, 6, 22, true}, // behind 😀: four bytes, two code units
		{"basket/main.go", 30, 22, 19, 22, true},
		{"basket/main.go", 30, 23, 0, 22, true}, // beyond the line
		{"basket/main.go", 99, 1, 0, 0, false},
		{"basket/gone.go", 1, 1, 0, 0, false},
	}
	for _, test := range tests {
		f := s.file(test.file)
		if got := f.utf16Column(test.line, test.col); got != test.utf16Column {
			t.Errorf("%s:%d:%d: column %d, want %d", test.file, test.line, test.col, got, test.utf16Column)
		}
		if got := f.endColumn(test.line); got != test.end {
			t.Errorf("%s:%d: ends at %d, want %d", test.file, test.line, got, test.end)
		}
		if got := f.hash(test.line); (got != "") != test.hash {
			t.Errorf("%s:%d: hash %q", test.file, test.line, got)
		}
	}
}
