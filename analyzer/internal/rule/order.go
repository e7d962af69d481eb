package rule

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// compareCalls orders calls by their ends. Of calls with the same ends the one with
// the shortest path comes first: it is the best witness.
func compareCalls(a, b *hop.Call) int {
	return cmp.Or(
		strings.Compare(a.From.Service, b.From.Service),
		strings.Compare(a.From.Endpoint, b.From.Endpoint),
		strings.Compare(a.To.Service, b.To.Service),
		strings.Compare(a.To.Endpoint, b.To.Endpoint),
		compareWitnesses(a, b),
	)
}

// compareWitnesses orders calls by how easily they are read: short paths first.
func compareWitnesses(a, b *hop.Call) int {
	return cmp.Or(
		cmp.Compare(len(a.Path), len(b.Path)),
		comparePos(a.Pos, b.Pos),
		strings.Compare(a.From.Endpoint, b.From.Endpoint),
		slices.CompareFunc(a.Path, b.Path, compareFrames),
		strings.Compare(string(a.Loop), string(b.Loop)),
		strings.Compare(string(a.Verb), string(b.Verb)),
		strings.Compare(string(a.Evidence), string(b.Evidence)),
	)
}

func compareFrames(a, b hop.Frame) int {
	return cmp.Or(comparePos(a.Pos, b.Pos), strings.Compare(a.Func, b.Func))
}

// comparePos orders positions of one file by line and column: of two numbers without
// leading zeros the longer is the larger.
func comparePos(a, b string) int {
	fileA, lineA, colA := cutPos(a)
	fileB, lineB, colB := cutPos(b)
	return cmp.Or(
		strings.Compare(fileA, fileB),
		cmp.Compare(len(lineA), len(lineB)), strings.Compare(lineA, lineB),
		cmp.Compare(len(colA), len(colB)), strings.Compare(colA, colB),
	)
}

// cutPos cuts "file:line:col" from its end.
func cutPos(pos string) (file, line, col string) {
	file, col = cutLast(pos)
	file, line = cutLast(file)
	return file, line, col
}

func cutLast(s string) (before, after string) {
	if i := strings.LastIndexByte(s, ':'); i >= 0 {
		return s[:i], s[i+1:]
	}
	return s, ""
}

func compareVerdicts(a, b *verdict) int {
	return cmp.Or(
		strings.Compare(a.Service, b.Service),
		slices.Compare(a.Endpoints, b.Endpoints),
		strings.Compare(a.To.Service, b.To.Service),
		strings.Compare(a.To.Endpoint, b.To.Endpoint),
		comparePos(a.Pos, b.Pos),
		strings.Compare(a.Message, b.Message),
	)
}
