package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// parse parses the one document that data is.
func parse(name string, data []byte) (*yaml.Node, error) {
	errs := Errors{File: name}
	first, next, err := documents(data)
	switch {
	case err != nil:
		pos, text := explain(data, syntaxPos(data, err), err)
		errs.Add(pos, "%s", text)
	case next != nil:
		errs.Add(posOf(next), "a second document begins here; the file must be one")
	}
	if first == nil || first.Content[0].ShortTag() == nullTag {
		first = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	}
	return first, errs.Err()
}

// documents returns the first two documents in data, nil where there are fewer.
func documents(data []byte) (first, second *yaml.Node, err error) {
	defer func() {
		// The parser panics where it finds itself in a state that it does not know.
		if r := recover(); r != nil {
			err = fmt.Errorf("yaml: %v", r)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(data))
	for _, doc := range []**yaml.Node{&first, &second} {
		var n yaml.Node
		if err := dec.Decode(&n); err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return first, second, err
		}
		*doc = &n
	}
	return first, second, nil
}

// syntaxPos returns where the parser found the error. Its own messages are no help:
// they have no column, and the line is missing, off by one or that at which the
// enclosing collection begins. It reads in order, so the error is where the
// shortest part of the file ends that already shows it.
func syntaxPos(data []byte, err error) Pos {
	end := sort.Search(len(data), func(n int) bool {
		for n < len(data) && !utf8.RuneStart(data[n]) {
			n++
		}
		_, _, partial := documents(data[:n])
		return partial != nil && partial.Error() == err.Error()
	})
	return posAt(data, max(end-1, 0))
}

// posAt returns the position of the character at an offset.
func posAt(data []byte, offset int) Pos {
	before := data[:offset]
	line := bytes.LastIndexByte(before, '\n') + 1
	return Pos{Line: bytes.Count(before, []byte("\n")) + 1, Col: utf8.RuneCount(before[line:]) + 1}
}

// lineNumber is the beginning of the parser's messages.
var lineNumber = regexp.MustCompile(`^yaml: (line \d+: )?`)

// explain returns the position and text of an error that was found at pos.
func explain(data []byte, pos Pos, err error) (Pos, string) {
	text := lineNumber.ReplaceAllString(err.Error(), "")
	switch {
	case strings.HasSuffix(text, "expected ',' or ']'"), strings.HasSuffix(text, "expected ',' or '}'"):
		if at, ok := brace(data, pos); ok {
			return at, `a brace in a flow list or mapping begins a mapping: quote the text, or write a block list ("- GET /orders/{id}")`
		}
	case strings.HasPrefix(text, "found a tab"):
		text = "a tab where YAML wants spaces"
	case strings.HasPrefix(text, "unknown anchor"):
		text += ` (text that begins with * must be quoted)`
	case strings.HasPrefix(text, "found character that cannot start any token"):
		text += " (quote the text)"
	}
	return pos, text
}

var (
	// attachedBrace is a brace that goes on a word, as in /orders/{id}.
	attachedBrace = regexp.MustCompile(`[^\s,\[{:]\{`)
	// blockEntry begins a line that is no part of a flow collection.
	blockEntry = regexp.MustCompile(`^\s*(- |[\w.-]+:(\s|$))`)
)

// brace finds the brace that ended a flow collection too early, in the line at pos or
// the lines of the collection after it.
func brace(data []byte, pos Pos) (Pos, bool) {
	lines := bytes.Split(data, []byte("\n"))
	for i := pos.Line - 1; i < len(lines); i++ {
		if i >= pos.Line && blockEntry.Match(lines[i]) {
			break
		}
		if at := attachedBrace.FindIndex(lines[i]); at != nil {
			return Pos{Line: i + 1, Col: utf8.RuneCount(lines[i][:at[1]])}, true
		}
	}
	return pos, false
}
