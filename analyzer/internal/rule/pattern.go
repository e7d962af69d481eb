package rule

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// matches reports whether a pattern of the manifest covers an endpoint as
// [hop.To.Endpoint] names it. The zero pattern covers all.
func matches(pattern manifest.Endpoint, endpoint string) bool {
	switch pattern.Protocol {
	case "":
		return true
	case hop.HTTP:
		method, path, ok := strings.Cut(endpoint, " ")
		return ok && sameMethod(pattern.Method, method) && samePath(segments(pattern.Path), segments(path))
	}
	if service, ok := strings.CutSuffix(pattern.Path, "/*"); ok {
		return strings.HasPrefix(endpoint, service+"/")
	}
	return pattern.Path == endpoint
}

// sameMethod takes an endpoint that does not restrict its method for any: whether it
// is a GET or a POST is then the code's matter.
func sameMethod(a, b string) bool {
	return a == b || a == manifest.AnyMethod || b == manifest.AnyMethod
}

// segments cuts a path. A slash at its end, and what ServeMux writes for it, do not count.
func segments(path string) []string {
	return strings.Split(strings.Trim(strings.TrimSuffix(path, "{$}"), "/"), "/")
}

func samePath(pattern, path []string) bool {
	if last := len(pattern) - 1; isRest(pattern[last]) {
		pattern = pattern[:last]
		path = path[:min(last, len(path))]
	}
	return slices.EqualFunc(pattern, path, sameSegment)
}

func isRest(segment string) bool { return strings.HasSuffix(segment, "...}") }

// sameSegment compares segments; a parameter in the pattern is any text, but not the rest of a path.
func sameSegment(pattern, segment string) bool {
	before, after, ok := strings.Cut(pattern, "{")
	if !ok {
		return pattern == segment
	}
	after = after[strings.LastIndexByte(after, '}')+1:]
	return len(segment) >= len(before)+len(after) && !isRest(segment) &&
		strings.HasPrefix(segment, before) && strings.HasSuffix(segment, after)
}
