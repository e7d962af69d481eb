package strict

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Pos is a position in a YAML file. A struct field "Pos strict.Pos" with the tag
// yaml:"-" takes the position of what its struct was decoded from.
type Pos struct {
	Line int // from 1; 0 for no position
	Col  int // from 1, in characters
}

// In returns "file:line:col", the way errors begin; only the file where p is none.
func (p Pos) In(file string) string {
	if p.Line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Col)
}

// Compare orders positions as they stand in the file.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Errors collects what is wrong with one file.
type Errors struct {
	File string
	list []problem
}

type problem struct {
	pos  Pos
	text string
}

// Add adds an error at a position; its text has no position.
func (e *Errors) Add(pos Pos, format string, args ...any) {
	e.list = append(e.list, problem{pos, fmt.Sprintf(format, args...)})
}

// maxErrors is how many errors of one file are shown.
const maxErrors = 10

// Err returns the errors in the order of the file, a line each, or nil if there are none.
func (e *Errors) Err() error {
	if len(e.list) == 0 {
		return nil
	}
	list := slices.Clone(e.list)
	slices.SortStableFunc(list, func(a, b problem) int { return a.pos.Compare(b.pos) })
	list = slices.Compact(list)
	var lines []string
	for _, p := range list[:min(len(list), maxErrors)] {
		lines = append(lines, p.pos.In(e.File)+": "+p.text)
	}
	if more := len(list) - maxErrors; more > 0 {
		lines = append(lines, fmt.Sprintf("%s: %d more errors", e.File, more))
	}
	return errors.New(strings.Join(lines, "\n"))
}
