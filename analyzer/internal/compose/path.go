package compose

import (
	"slices"
	"strings"
)

// hole stands in a segment for text that is not known, in a call, or not fixed, in
// an endpoint.
const hole = "\x00"

// A path is the path of a call or of an endpoint, cut at its slashes. Empty
// segments are left out, as servers and proxies fold slashes.
type path struct {
	segments []string
	// slash is true where the path ends in a slash.
	slash bool
	// rest is true for an endpoint that takes any number of further segments: "/files/{name...}".
	rest bool
	// exact is true for an endpoint that ServeMux writes as "/x/{$}": the slash is all that may follow.
	exact bool
	// loose is true for a call whose path follows a value that is not known and that
	// may hold the first segments: "{env:BASE_URL}/orders".
	loose bool
}

// callPath cuts the text of a called path, in which holes stand for what is not known.
func callPath(text string) path {
	text, _, _ = strings.Cut(text, "?")
	text, _, _ = strings.Cut(text, "#")
	var p path
	if after, ok := strings.CutPrefix(text, hole); ok {
		p.loose = true
		if strings.Trim(after, hole) != "" {
			text = strings.TrimLeft(after, hole)
		}
	}
	p.segments = segmentsOf(text)
	p.slash = text == "" || strings.HasSuffix(text, "/")
	return p
}

// endpointPath cuts the path of an endpoint in the normal form. "*" may stand for a
// parameter, and at the end for the rest, as manifests write it.
func endpointPath(text string) path {
	p := path{segments: segmentsOf(text), slash: strings.HasSuffix(text, "/")}
	last := len(p.segments) - 1
	if last < 0 {
		p.slash = true
		return p
	}
	switch s := p.segments[last]; {
	case p.slash:
	case s == "{$}":
		p.segments, p.slash, p.exact = p.segments[:last], true, true
	case s == "*" || strings.HasPrefix(s, "{") && strings.HasSuffix(s, "...}"):
		p.segments, p.rest = p.segments[:last], true
	}
	for i, s := range p.segments {
		p.segments[i] = parameters(s)
	}
	return p
}

func segmentsOf(text string) []string {
	var out []string
	for s := range strings.SplitSeq(text, "/") {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// parameters replaces the parameters of an endpoint's segment by holes:
// "{id}.json" becomes hole + ".json".
func parameters(segment string) string {
	if segment == "*" {
		return hole
	}
	var b strings.Builder
	for segment != "" {
		before, after, ok := strings.Cut(segment, "{")
		if !ok {
			break
		}
		_, rest, closed := strings.Cut(after, "}")
		if !closed {
			break
		}
		b.WriteString(before)
		b.WriteString(hole)
		segment = rest
	}
	b.WriteString(segment)
	return b.String()
}

// String writes the path in the normal form of endpoints; parameters have no names.
func (p path) String() string {
	var b strings.Builder
	for _, s := range p.segments {
		b.WriteByte('/')
		b.WriteString(strings.ReplaceAll(s, hole, "{}"))
	}
	if b.Len() == 0 || p.slash {
		b.WriteByte('/')
	}
	return b.String()
}

// equal reports whether two called paths are the same.
func (p path) equal(q path) bool {
	return p.slash == q.slash && p.loose == q.loose && slices.Equal(p.segments, q.segments)
}

// join returns the path with the segments of next after its own.
func (p path) join(next path) path {
	out := p
	out.segments = append(append([]string(nil), p.segments...), next.segments...)
	if len(next.segments) > 0 {
		out.slash = next.slash
	}
	return out
}

// cutPrefix returns the path without the segments of prefix, and whether it had them.
func (p path) cutPrefix(prefix path) (path, bool) {
	n := len(prefix.segments)
	if n > len(p.segments) {
		return p, false
	}
	for i, s := range prefix.segments {
		if p.segments[i] != s {
			return p, false
		}
	}
	out := p
	out.segments = p.segments[n:]
	out.slash = p.slash || len(out.segments) == 0
	return out, true
}

// openEnd reports whether the path ends in a hole, which may stand for several
// segments, for a query, or for nothing.
func (p path) openEnd() bool {
	n := len(p.segments)
	return n > 0 && !p.slash && strings.HasSuffix(p.segments[n-1], hole)
}

// literal reports whether some segment is fully known.
func (p path) literal() bool {
	for _, s := range p.segments {
		if !strings.Contains(s, hole) {
			return true
		}
	}
	return false
}

// overlap reports whether some text fits both a and b, each of which may have holes.
// A hole stands for any text, the empty one included.
func overlap(a, b string) bool {
	if !strings.Contains(a, hole) && !strings.Contains(b, hole) {
		return a == b
	}
	// fits[j] says whether the rest of a that is looked at fits b[j:].
	fits := make([]bool, len(b)+1)
	next := make([]bool, len(b)+1)
	for i := len(a); i >= 0; i-- {
		for j := len(b); j >= 0; j-- {
			next[j] = overlapAt(a[i:], b[j:], fits[j:], next[j:])
		}
		fits, next = next, fits
	}
	return fits[0]
}

// overlapAt is overlap for what is left of a and b. below[k] says whether a without its
// first byte fits b[k:], here[k] for k > 0 whether a does.
func overlapAt(a, b string, below, here []bool) bool {
	switch {
	case a == "" && b == "":
		return true
	case a != "" && a[0] == hole[0]:
		return below[0] || b != "" && here[1]
	case b != "" && b[0] == hole[0]:
		return here[1] || a != "" && below[0]
	}
	return a != "" && b != "" && a[0] == b[0] && below[1]
}
