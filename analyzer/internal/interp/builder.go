package interp

import (
	"regexp"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// Clients build requests step by step: what one method sets, another one sends. Their
// models keep the state in fields of objects. A step that gives a new object makes it
// from the one before, which has the fields that it lacks; so does a request that is
// made from a client.

// builderLib marks objects that models make.
const builderLib = "object"

// maxFrom bounds from how many others an object is made.
const maxFrom = 12

// newObject makes an object with a field for each role.
func (c *libraryCall) newObject(row *model.Row) []setID {
	o := c.make("object", c.name)
	o.typ = strings.TrimPrefix(c.in.Type, "*")
	for _, role := range row.Roles() {
		c.write(o, c.below(0, string(role)), c.arg(row, role))
	}
	c.changeURL(o, row)
	return c.shaped(c.resulting(o))
}

// resulting returns an object as the first result of the call: a struct or its address.
func (c *libraryCall) resulting(o *object) setID {
	if component(c.in, 0) == ir.Struct {
		return c.one(value{kind: structValue, n: int64(o.id)})
	}
	return c.ref(o, 0)
}

// setFields sets fields of the receiver, which is also the result.
func (c *libraryCall) setFields(row *model.Row) []setID {
	for _, role := range row.Roles() {
		c.setField(c.receiver(), string(role), c.arg(row, role))
	}
	return []setID{c.receiver()}
}

// fieldOf returns a field of an object or of a value within it, or else that of the
// object that it was made from: bottom where none of them ever got it.
func (c *libraryCall) fieldOf(x value, name string) setID {
	o := c.object(x.n)
	for range maxFrom {
		if o == nil || o.lib != builderLib || x.path != 0 {
			break
		}
		if s := c.setAt(o, c.below(0, name)); s != bottom {
			return s
		}
		from := c.madeFrom(o)
		if from == nil && c.setAt(o, c.below(0, string(model.RoleFrom))) == bottom {
			return bottom
		}
		o = from
	}
	return c.loadFrom(c.object(x.n), c.below(x.path, name), ir.Interface)
}

// madeFrom returns the object that one was made from, nil if there is none.
func (c *libraryCall) madeFrom(o *object) *object {
	for _, x := range c.opened(c.setAt(o, c.below(0, string(model.RoleFrom)))) {
		if x.kind == refValue {
			return c.object(x.n)
		}
	}
	return nil
}

// changeURL gives an object the URL of the one that it is made from with another part,
// or at the end of a reference from there.
func (c *libraryCall) changeURL(o *object, row *model.Row) {
	const field = string(model.RoleURL)
	base := c.rendered(c.fieldsOf(c.arg(row, model.RoleFrom), field))
	if ref := c.formattedRole(row, model.RoleRef); ref != bottom {
		c.write(o, c.below(0, field), c.atLeast(base, ref, resolve))
	}
	if host := c.formattedRole(row, model.RoleHost); host != bottom {
		c.write(o, c.below(0, field), c.atLeast(base, host, func(url, host hop.Template) hop.Template {
			parts := splitURL(url)
			parts.host = host
			return parts.template()
		}))
	}
	if scheme := c.formattedRole(row, model.RoleScheme); scheme != bottom {
		c.write(o, c.below(0, field), c.atLeast(base, scheme, func(url, scheme hop.Template) hop.Template {
			parts := splitURL(url)
			parts.scheme = scheme
			return parts.template()
		}))
	}
}

// atLeast is product, where nothing in a set counts as an empty text.
func (c *libraryCall) atLeast(a, b setID, combine func(a, b hop.Template) hop.Template) setID {
	if a == bottom {
		a = c.textSet("")
	}
	return c.product(a, b, combine)
}

// formattedRole returns what stands in a role, formatted if the row says with what.
func (c *libraryCall) formattedRole(row *model.Row, role model.Role) setID {
	s := c.arg(row, role)
	loc, ok := row.Args[model.RoleWith]
	if !ok || s == bottom {
		return s
	}
	loc.Variadic = false // the slice that holds them
	return c.formatted(s, c.list(c.locate(loc)))
}

// urlRole returns the URLs of a request: one that is relative is appended to the base,
// as clients do, and not resolved as browsers would.
func (c *libraryCall) urlRole(row *model.Row) setID {
	url := c.arg(row, model.RoleURL)
	if base := c.rendered(c.join(c.arg(row, model.RoleBase), c.lookedUp(c.arg(row, model.RoleName)))); base != bottom {
		url = c.relativeTo(base, url)
	}
	if path := c.arg(row, model.RolePath); path != bottom {
		url = c.relativeTo(c.rendered(url), path)
	}
	if params, ok := row.Args[model.RoleParams]; ok {
		url = c.rendered(url)
		if row.Syntax == "colon" {
			url = c.each(url, bracedNames)
		}
		url = c.withParams(url, c.locate(params))
	}
	return url
}

// relativeTo appends a relative URL to a base.
func (c *libraryCall) relativeTo(base, url setID) setID {
	switch {
	case url == bottom:
		return base
	case base == bottom:
		return url
	}
	return c.product(base, c.rendered(url), func(base, url hop.Template) hop.Template {
		if len(base) == 0 || len(splitURL(url).scheme) > 0 {
			return url
		}
		if len(url) == 0 {
			return base
		}
		return joinSlash(base, url)
	})
}

// methodRole returns the methods of a request.
func (c *libraryCall) methodRole(row *model.Row) setID {
	if s := c.arg(row, model.RoleMethod); s != bottom {
		return s
	}
	return c.arg(row, model.RoleDefault)
}

// colonName is a segment that is a name after a colon.
var colonName = regexp.MustCompile(`/:(\w+)`)

// bracedNames writes names after colons in braces.
func bracedNames(t hop.Template) hop.Template {
	out := append(hop.Template{}, t...)
	for i, p := range out {
		if p.Kind == hop.PartText {
			out[i].Text = colonName.ReplaceAllString(p.Text, "/{$1}")
		}
	}
	return out
}

// maxParams bounds how many names in a URL stand for values.
const maxParams = 8

// withParams puts the values that objects hold for names in braces in their place.
func (c *libraryCall) withParams(url, holders setID) setID {
	for range maxParams {
		name, ok := c.nextParam(url)
		if !ok {
			break
		}
		url = c.product(url, c.paramOf(holders, name), func(url, val hop.Template) hop.Template {
			return putParam(url, "{"+name+"}", val)
		})
	}
	return url
}

// nextParam returns a name in braces that is left in the URLs of a set.
func (c *libraryCall) nextParam(url setID) (string, bool) {
	for _, t := range c.templatesOf(url) {
		for _, p := range t {
			if p.Kind != hop.PartText {
				continue
			}
			if _, rest, ok := strings.Cut(p.Text, "{"); ok {
				if name, _, ok := strings.Cut(rest, "}"); ok {
					return name, true
				}
			}
		}
	}
	return "", false
}

// paramOf returns what the first of an object, and those that it was made from, holds
// under a name: something, where none does.
func (c *libraryCall) paramOf(holders setID, name string) setID {
	for _, x := range c.opened(holders) {
		if x.kind != refValue {
			continue
		}
		o := c.object(x.n)
		for range maxFrom {
			if o == nil {
				break
			}
			entries := c.below(0, entriesField)
			if s := c.setAt(o, c.below(entries, keyStep(name))); s != bottom {
				return c.each(s, func(t hop.Template) hop.Template { return t })
			}
			o = c.madeFrom(o)
		}
	}
	return c.unknownText()
}

// putParam replaces the first occurrence of a name by a value.
func putParam(t hop.Template, name string, val hop.Template) hop.Template {
	for i, p := range t {
		if p.Kind != hop.PartText {
			continue
		}
		before, after, ok := strings.Cut(p.Text, name)
		if !ok {
			continue
		}
		out := append(hop.Template{}, t[:i]...)
		out = append(append(out, hop.Part{Kind: hop.PartText, Text: before}), val...)
		out = append(out, hop.Part{Kind: hop.PartText, Text: after})
		return normalTemplate(append(out, t[i+1:]...))
	}
	return t
}

// putAll stores all entries of a map under the keys of an object.
func (c *libraryCall) putAll(x value, maps setID) {
	for _, m := range c.opened(maps) {
		if m.kind != refValue {
			continue
		}
		from, p := c.object(m.n), c.below(x.path, entriesField)
		for _, step := range c.elementSteps(from, m.path, 0, false) {
			c.write(c.object(x.n), c.below(p, step), c.loadFrom(from, c.below(m.path, step), ir.Interface))
		}
	}
}

// fluent returns the receiver of a method that gives one of its own type, if models
// made it: methods that they do not mention set what does not matter here.
func (c *libraryCall) fluent() setID {
	if !c.isMethod() || c.in.Class != ir.Pointer || len(c.args) == 0 {
		return bottom
	}
	out := bottom
	for _, x := range c.opened(c.args[0]) {
		if c.isLibrary(x) && c.object(x.n).lib == builderLib && "*"+c.object(x.n).typ == c.in.Type {
			out = c.join(out, c.one(x))
		}
	}
	return out
}

// standIn returns the object that stands for the receiver of a function without one.
func (c *libraryCall) standIn() setID {
	row := c.models.Row(c.name)
	if row == nil || row.On == "" {
		return bottom
	}
	return c.loadFrom(c.global(row.On), 0, ir.Pointer)
}

// anyField returns the fields of a locator that something is known of.
func (c *libraryCall) anyField(s setID, loc model.Locator) setID {
	out, all := bottom, bottom
	for field := range loc.Fields() {
		at := c.fieldsOf(s, field)
		all = c.join(all, at)
		if at != unknown && at != nilSet {
			out = c.join(out, at)
		}
	}
	if out == bottom {
		return all
	}
	return out
}
