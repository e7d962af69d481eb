package report

import (
	"strings"
	"unicode/utf16"
)

// sources are the files that positions name, read when they are first asked for.
type sources struct {
	read  func(name string) ([]byte, error)
	files map[string]*source
}

// A source is a file as formats ask about it. One that could not be read knows nothing.
type source struct {
	text   string
	lines  []string
	hashes []string
}

func (s *sources) file(name string) *source {
	if f, ok := s.files[name]; ok {
		return f
	}
	f := &source{}
	if s.read != nil {
		if text, err := s.read(name); err == nil {
			f.text, f.lines = string(text), strings.Split(string(text), "\n")
		}
	}
	s.files[name] = f
	return f
}

// before returns what stands in a line before a column in bytes, both counted from 1.
func (f *source) before(line, col int) (text string, ok bool) {
	if line < 1 || line > len(f.lines) || col < 1 || col > len(f.lines[line-1])+1 {
		return "", false
	}
	return f.lines[line-1][:col-1], true
}

// utf16Column turns a column in bytes into one in UTF-16 code units; 0 if the file does not tell.
func (f *source) utf16Column(line, col int) int {
	text, ok := f.before(line, col)
	if !ok {
		return 0
	}
	return len(utf16.Encode([]rune(text))) + 1
}

// endColumn returns the column in bytes behind a line's end; 0 if the file does not tell.
func (f *source) endColumn(line int) int {
	if line < 1 || line > len(f.lines) {
		return 0
	}
	return len(strings.TrimSuffix(f.lines[line-1], "\r")) + 1
}

// hash returns the line's hash, see [lineHashes], or "".
func (f *source) hash(line int) string {
	if f.hashes == nil && f.lines != nil {
		f.hashes = lineHashes(f.text)
	}
	if line < 1 || line > len(f.hashes) {
		return ""
	}
	return f.hashes[line-1]
}
