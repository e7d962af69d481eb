package compose

import (
	"bytes"
	"strings"
)

// Scores of a segment of a call against a segment of an endpoint, and of how both
// end. Paths are compared by their scores from the left: the higher one is nearer.
const (
	scoreSame    = 9 // the same text, or a hole for a parameter
	scorePart    = 8 // the same text with a part for a parameter
	scoreGlob    = 7 // text for a parameter
	scoreGuess   = 6 // a hole for literal text
	scoreNothing = 4 // a hole at the end for nothing
	scoreRest    = 3 // below "/x/{rest...}"
	scoreSubtree = 2 // below "/x/"
	scoreOpen    = 1 // a hole at the end for further segments
)

// A search is one lookup in a router.
//
// A match is weak if a hole of the call stands for literal text, for several
// segments or for nothing: another value of the hole would miss the endpoint. A weak
// match counts only where it is the one endpoint that fits at all.
type search struct {
	method string
	call   path

	score []byte // of the segments walked
	weak  bool   // of the segments walked

	best      string
	bestScore []byte
	bestWeak  bool
	tie       bool // another endpoint has the best score
	first     string
	several   bool // more than one endpoint fits
}

func (s *search) result() string {
	if s.tie || s.bestWeak && s.several {
		return ""
	}
	return s.best
}

// walk matches the rest of the call's segments below n.
func (s *search) walk(n *routeNode, segments []string) {
	if len(segments) == 0 {
		s.end(n, s.call.slash || len(s.call.segments) == 0)
		if s.call.openEnd() {
			s.open(n)
		}
		return
	}
	segment, rest := segments[0], segments[1:]
	last := len(rest) == 0 && s.call.openEnd()
	switch {
	case segment == hole:
		s.walkHole(n, rest)
		if last {
			s.nothing(n)
		}
	case strings.Contains(segment, hole):
		s.walkPart(n, segment, rest, last)
	default:
		s.walkText(n, segment, rest)
	}
	s.add(n.rests, scoreRest, false)
	s.add(n.subtree, scoreSubtree, false)
}

// walkText follows a segment that is fully known.
func (s *search) walkText(n *routeNode, segment string, rest []string) {
	if c, ok := n.literals[segment]; ok {
		s.step(c, rest, scoreSame, false)
	}
	for _, g := range n.globs {
		switch {
		case g.segment == hole:
			s.step(g.node, rest, scoreGlob, false)
		case overlap(segment, g.segment):
			s.step(g.node, rest, scorePart, false)
		}
	}
}

// walkHole follows a segment that is not known at all.
func (s *search) walkHole(n *routeNode, rest []string) {
	for _, g := range n.globs {
		if g.segment == hole {
			s.step(g.node, rest, scoreSame, false)
		} else {
			s.step(g.node, rest, scoreGuess, true)
		}
	}
	for _, name := range n.names {
		s.step(n.literals[name], rest, scoreGuess, true)
	}
}

// walkPart follows a segment of which a part is known. Where it is the last one,
// its hole may be a query or nothing, so that the text before it is the segment.
func (s *search) walkPart(n *routeNode, segment string, rest []string, last bool) {
	for _, g := range n.globs {
		switch {
		case g.segment == hole:
			s.step(g.node, rest, scoreGlob, false)
		case overlap(segment, g.segment):
			s.step(g.node, rest, scorePart, false)
		}
	}
	for _, name := range n.names {
		switch {
		case last && name == strings.TrimSuffix(segment, hole):
			s.step(n.literals[name], rest, scorePart, false)
		case overlap(segment, name):
			s.step(n.literals[name], rest, scoreGuess, true)
		}
	}
}

// step walks on at n after a segment with the given score.
func (s *search) step(n *routeNode, rest []string, score byte, weak bool) {
	before := s.weak
	s.score = append(s.score, score)
	s.weak = before || weak
	s.walk(n, rest)
	s.score = s.score[:len(s.score)-1]
	s.weak = before
}

// end adds the endpoints that end at n. A server redirects where only the slash at
// the end differs.
func (s *search) end(n *routeNode, slash bool) {
	with, without := byte(scoreSame), byte(scorePart)
	if !slash {
		with, without = without, with
	}
	s.add(n.exact, with+1, false)
	s.add(n.subtree, with, false)
	s.add(n.ends, without, false)
	s.add(n.rests, scoreGlob, false)
}

// nothing adds the endpoints that the call reaches if its last segment, a hole, is empty.
func (s *search) nothing(n *routeNode) {
	for _, list := range [][]served{n.exact, n.subtree, n.ends, n.rests} {
		s.add(list, scoreNothing, true)
	}
}

// open adds the endpoints below n, which the call reaches if the hole at its end
// holds further segments.
func (s *search) open(n *routeNode) {
	for _, c := range n.children() {
		if s.several && s.bestWeak {
			return // no further weak match makes a difference
		}
		for _, list := range [][]served{c.ends, c.exact, c.subtree, c.rests} {
			s.add(list, scoreOpen, true)
		}
		s.open(c)
	}
}

// walkBelow matches the call's segments below every node under n.
func (s *search) walkBelow(n *routeNode) {
	for _, c := range n.children() {
		s.walk(c, s.call.segments)
		s.walkBelow(c)
	}
}

// sameText reports whether the best match has a segment of the call's own text, so
// that it is more than the place where a rest or parameter takes anything.
func (s *search) sameText() bool {
	for i, segment := range s.call.segments {
		if i+1 < len(s.bestScore) && s.bestScore[i] == scoreSame && !strings.Contains(segment, hole) {
			return true
		}
	}
	return false
}

func (n *routeNode) children() []*routeNode {
	out := make([]*routeNode, 0, len(n.globs)+len(n.names))
	for _, g := range n.globs {
		out = append(out, g.node)
	}
	for _, name := range n.names {
		out = append(out, n.literals[name])
	}
	return out
}

// add offers the endpoints of one path as a result.
func (s *search) add(list []served, score byte, weak bool) {
	name := pick(list, s.method)
	if name == "" {
		return
	}
	if s.first == "" {
		s.first = name
	}
	s.several = s.several || name != s.first
	s.score = append(s.score, score)
	defer func() { s.score = s.score[:len(s.score)-1] }()
	switch bytes.Compare(s.score, s.bestScore) {
	case 1:
		s.best, s.bestWeak, s.tie = name, s.weak || weak, false
		s.bestScore = append(s.bestScore[:0], s.score...)
	case 0:
		s.tie = s.tie || name != s.best
	}
}

// pick returns the endpoint of one path that serves the method: its own one before
// GET for HEAD before ANY. An unknown method fits every endpoint; where these are
// several, the answer says ANY.
func pick(list []served, method string) string {
	if method == "" {
		switch len(list) {
		case 0:
			return ""
		case 1:
			return list[0].name
		}
		_, text := splitEndpoint(list[0].name)
		return anyMethod + " " + text
	}
	best, rank := "", 0
	for _, e := range list {
		if r := methodRank(e.method, method); r > rank {
			best, rank = e.name, r
		}
	}
	return best
}

func methodRank(serves, method string) int {
	switch {
	case serves == method:
		return 3
	case serves == "GET" && method == "HEAD":
		return 2
	case serves == anyMethod:
		return 1
	}
	return 0
}
