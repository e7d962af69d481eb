package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// coveredField holds the pattern of the routes that handlers or middleware of a router are
// for, whenever these are added.
const coveredField = "$covered"

// cover has a router run handlers, or middleware, for the routes that a pattern matches.
func (c *libraryCall) cover(router value, row *model.Row) {
	o := c.make("before", "covering "+itoa(router.n))
	c.addAll(o, 0, handlerField, c.arg(row, model.RoleBefore))
	c.addAll(o, 0, middlewareField, c.arg(row, model.RoleMiddleware))
	c.addAll(o, 0, coveredField, c.arg(row, model.RolePattern))
	r := c.object(router.n)
	c.write(r, c.below(c.below(router.path, beforeField), "["+itoa(int64(o.id))+"]"), c.ref(o, 0))
	c.know(router)
}

func (f *frame) isCover(o *object) bool { return f.setAt(o, f.below(0, coveredField)) != bottom }

// aroundRoute returns the middleware on the way to the route that labels lead to: that of
// routers, and what is for its path alone.
func (f *frame) aroundRoute(way passage, labels []*label) setID {
	out := way.middleware
	for _, b := range way.before {
		o := f.object(b.n)
		if mw := f.setAt(o, f.below(0, middlewareField)); mw != bottom && f.covers(o, labels) {
			out = f.join(out, mw)
		}
	}
	return out
}

// covers reports whether handlers run for the routes that labels lead to.
func (f *frame) covers(before *object, labels []*label) bool {
	if f.isCover(before) {
		return f.matches(before, labels)
	}
	if f.setAt(before, f.below(0, pathField)) == bottom {
		return true
	}
	names, last := f.httpNames(labels)
	for _, prefix := range f.pathTexts(before, pathField) {
		prefix = strings.TrimSuffix(strings.TrimSuffix(normalPattern(prefix, last.syntax), "{...}"), "/")
		if slices.ContainsFunc(names, func(name string) bool {
			_, path, _ := strings.Cut(name, " ")
			rest, ok := strings.CutPrefix(path, prefix)
			return ok && (rest == "" || rest[0] == '/')
		}) {
			return true
		}
	}
	return false
}

// matches reports whether the pattern of handlers matches a path that labels lead to.
func (f *frame) matches(before *object, labels []*label) bool {
	names, last := f.httpNames(labels)
	for _, pattern := range f.pathTexts(before, coveredField) {
		pattern = normalPattern(pattern, last.syntax)
		if slices.ContainsFunc(names, func(name string) bool {
			_, path, _ := strings.Cut(name, " ")
			return matchesPattern(pattern, path)
		}) {
			return true
		}
	}
	return false
}

// matchesPattern compares segments: a parameter is any, {name...} all that follow.
func matchesPattern(pattern, path string) bool {
	want, have := strings.Split(strings.Trim(pattern, "/"), "/"), strings.Split(strings.Trim(path, "/"), "/")
	for i, s := range want {
		switch {
		case strings.HasSuffix(s, "...}"):
			return true
		case i == len(have):
			return false
		case s != have[i] && !strings.HasPrefix(s, "{") && !strings.HasPrefix(have[i], "{"):
			return false
		}
	}
	return len(want) == len(have)
}
