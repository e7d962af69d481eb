package interp

import (
	"regexp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// maxMethods is how many methods a route lists before it counts as one for any.
const maxMethods = 6

// httpNames returns the names "METHOD /path" of the endpoints that labels lead to,
// and the route that handles them, nil if there is none.
func (m *machine) httpNames(labels []*label) ([]string, *label) {
	prefixes, paths := []string{""}, []string(nil)
	var last *label
	for _, l := range labels {
		switch {
		case l.strip != nil:
			prefixes = crossPaths(prefixes, m.pathTexts(l.strip, stripField))
		case l.route != nil:
			last = l
			above := prefixes
			if own := m.pathTexts(l.route, aboveField); l.below && len(own) > 0 {
				above = crossPaths(prefixes, own) // the server compares with whole paths itself
			} else if l.below && paths != nil {
				above = paths
			}
			paths = crossPaths(above, m.routePaths(l))
			if l.mount {
				prefixes = withoutRest(paths)
			}
		}
	}
	if last == nil {
		return []string{"ANY /"}, nil
	}
	var names []string
	for _, p := range paths {
		for _, method := range m.routeMethods(last) {
			names = append(names, method+" "+cleanPath(p))
		}
	}
	slices.Sort(names)
	return slices.Compact(names), last
}

// withoutRest returns prefixes without what stands for the rest of a path.
func withoutRest(paths []string) []string {
	out := slices.Clone(paths)
	for i, p := range out {
		out[i] = strings.TrimSuffix(p, "{...}")
	}
	return out
}

// routeMethods returns the methods of a route; ANY alone if it is not restricted.
// Who serves GET serves HEAD.
func (m *machine) routeMethods(l *label) []string {
	f := newFrame(m, &context{})
	methods := f.methodsOf(l.route, l)
	if slices.Contains(methods, "GET") {
		methods = slices.DeleteFunc(methods, func(s string) bool { return s == "HEAD" })
	}
	if len(methods) == 0 || len(methods) > maxMethods || slices.ContainsFunc(methods, standsForAll) {
		return []string{"ANY"}
	}
	return methods
}

// standsForAll reports whether libraries take a word for all methods.
func standsForAll(method string) bool { return method == "*" || method == "ANY" || method == "ALL" }

// routePaths returns the paths of a route in normal form, with the prefixes of the
// groups that it lies in.
func (m *machine) routePaths(l *label) []string {
	var own []string
	for _, p := range m.pathTexts(l.route, pathField) {
		for _, p := range patternsIn(p, l.syntax) {
			own = append(own, normalPattern(p, l.syntax))
		}
	}
	if len(own) == 0 {
		for _, p := range m.pathTexts(l.route, prefixField) {
			own = append(own, strings.TrimSuffix(normalPattern(p, l.syntax), "/")+"/")
		}
	}
	if len(own) == 0 {
		for _, p := range m.pathTexts(l.route, annotatedField) {
			own = append(own, normalPattern(p, l.syntax))
		}
	}
	if len(own) == 0 {
		own = []string{"/"}
	}
	return crossPaths(m.groupPrefixes(l.route, l.syntax, make(map[*object]bool)), own)
}

// groupPrefixes returns the prefixes of the routers above an object.
func (m *machine) groupPrefixes(o *object, syntax string, seen map[*object]bool) []string {
	pl := o.root.children[parentField]
	if pl == nil || seen[o] {
		return []string{""}
	}
	seen[o] = true
	defer delete(seen, o)
	var out []string
	for _, x := range m.members(pl.set) {
		if x.kind != refValue {
			continue
		}
		if len(seen) > maxGroups {
			break
		}
		parent := m.object(x.n)
		own := []string{""}
		if x.path == 0 {
			if ps := m.pathTexts(parent, prefixField); len(ps) > 0 {
				own = nil
				for _, p := range ps {
					own = append(own, normalPattern(p, syntax))
				}
			}
		}
		out = append(out, crossPaths(m.groupPrefixes(parent, syntax, seen), own)...)
	}
	if len(out) == 0 {
		return []string{""}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pathTexts returns the paths that a field of an object holds, holes as {}.
func (m *machine) pathTexts(o *object, field string) []string {
	pl := o.root.children[field]
	if pl == nil {
		return nil
	}
	var out []string
	for _, t := range m.templatesOf(pl.set) {
		var b strings.Builder
		for _, p := range assumed(t) {
			if p.Kind == hop.PartText {
				b.WriteString(p.Text)
			} else {
				b.WriteString("{}")
			}
		}
		out = append(out, b.String())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// maxPaths bounds the paths that prefixes and routes multiply to.
const maxPaths = 64

func crossPaths(prefixes, paths []string) []string {
	if len(paths) == 0 {
		return prefixes
	}
	var out []string
	for _, a := range prefixes {
		for _, b := range paths {
			if len(out) < maxPaths {
				out = append(out, joinPattern(a, b))
			}
		}
	}
	return out
}

func joinPattern(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return strings.TrimSuffix(a, "/") + "/" + strings.TrimPrefix(b, "/")
}

// cleanPath makes runs of slashes one and has the path begin with one.
func cleanPath(p string) string {
	for strings.Contains(p, "//") {
		p = strings.ReplaceAll(p, "//", "/")
	}
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return p
}

// normalPattern writes a route pattern in the normal form: parameters as {name}, the
// rest of a path as {name...}.
func normalPattern(p, syntax string) string {
	switch syntax {
	case "servemux":
		return serveMuxPath(p)
	case "verb":
		_, p = methodBefore(p)
		p, _, _ = strings.Cut(p, "@")
		return normalPattern(p, "colon")
	case "colon":
		return mapSegments(strings.Split(p, "/"), colonSegment)
	case "braces", "compiled", "spaces":
		if _, path := cutMethod(p); strings.HasPrefix(path, "/") {
			p = path
		}
		p = restPattern.ReplaceAllString(expandBindings(p), "{${1}...}")
		return mapSegments(bracedSegments(bracePatterns(p)), starSegment)
	}
	return p
}

// patternsIn returns the patterns that a text holds: more than one only in a syntax that has
// spaces between them.
func patternsIn(text, syntax string) []string {
	if syntax == "spaces" {
		return strings.Fields(text)
	}
	return []string{text}
}

// methodBefore splits "METHOD:/path"; all stands for all methods, as none does.
func methodBefore(p string) (verb, path string) {
	verb, path, ok := strings.Cut(p, ":")
	if !ok || strings.ContainsAny(verb, "/{") {
		return "", p
	}
	if verb = strings.ToUpper(verb); verb == "ALL" {
		verb = ""
	}
	return verb, path
}

// serveMuxPath returns the path of "METHOD host/path".
func serveMuxPath(p string) string {
	_, p = cutMethod(p)
	if i := strings.IndexByte(p, '/'); i > 0 && !strings.HasPrefix(p, "{") {
		p = p[i:]
	}
	return strings.TrimSuffix(p, "{$}")
}

// cutMethod splits "METHOD /path"; the method is "" where a pattern says none.
func cutMethod(p string) (method, path string) {
	if method, rest, ok := strings.Cut(p, " "); ok && !strings.ContainsAny(method, "/{") {
		return method, strings.TrimLeft(rest, " \t")
	}
	return "", p
}

// mapSegments calls a function for each segment of a path.
func mapSegments(segs []string, fn func(string) string) string {
	for i, s := range segs {
		segs[i] = fn(s)
	}
	return strings.Join(segs, "/")
}

// bracedSegments splits a path at the slashes that stand in no braces.
func bracedSegments(p string) []string {
	var segs []string
	depth, start := 0, 0
	for i, r := range p {
		switch {
		case r == '{':
			depth++
		case r == '}':
			depth--
		case r == '/' && depth == 0:
			segs = append(segs, p[start:i])
			start = i + 1
		}
	}
	return append(segs, p[start:])
}

// colonSegment drops what parameters are restricted to: :name(regexp), :name<type>, :name:type;
// and that they may lack: :name?, ?:name.
func colonSegment(s string) string {
	switch s = strings.TrimPrefix(s, "?"); {
	case strings.HasPrefix(s, ":"):
		name, _, _ := strings.Cut(s[1:]+":", ":")
		if i := strings.IndexAny(name, "(<"); i >= 0 {
			name = name[:i]
		}
		return "{" + strings.TrimSuffix(name, "?") + "}"
	case strings.HasPrefix(s, "*"):
		return "{" + s[1:] + "...}"
	}
	return s
}

func starSegment(s string) string {
	if s == "*" {
		return "{...}"
	}
	return s
}

// restPattern is a last parameter that may be anything, slashes too: {rest:.*}.
var restPattern = regexp.MustCompile(`\{([^{}:=/]*):(?:\.?\*|\.\+)\}$`)

// bracePatterns drops what parameters are restricted to: {name:regexp}, {name=a/*}.
func bracePatterns(p string) string {
	var b strings.Builder
	depth, skip := 0, false
	for _, r := range p {
		switch {
		case r == '{':
			depth++
		case r == '}':
			depth--
			skip = skip && depth > 0
		case (r == ':' || r == '=') && depth > 0:
			skip = true
		}
		if !skip && (depth < 2 || r != '{') {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isMonitoring reports whether an endpoint is one that libraries serve for operators.
func isMonitoring(name string) bool {
	_, p, _ := strings.Cut(name, " ")
	return p == "/metrics" || strings.HasPrefix(p, "/debug/")
}
