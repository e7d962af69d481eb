package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

var hole = hop.Template{{Kind: hop.PartUnknown}}

// unknownText is a string of which nothing is known.
func (v *values) unknownText() setID { return v.one(v.str(hole)) }

// maxProduct bounds the combinations that two sets of strings are computed to.
const maxProduct = 64

// product combines each string of a with each of b.
func (v *values) product(a, b setID, combine func(a, b hop.Template) hop.Template) setID {
	if a == bottom || b == bottom {
		return bottom
	}
	as, bs := v.templatesOf(a), v.templatesOf(b)
	if len(as)*len(bs) > maxProduct {
		if len(as) > len(bs) {
			as = []hop.Template{hole}
		} else {
			bs = []hop.Template{hole}
		}
	}
	var out []value
	for _, x := range as {
		for _, y := range bs {
			out = append(out, v.str(combine(x, y)))
		}
	}
	return v.of(out)
}

func (v *values) concat(a, b setID) setID {
	return v.product(a, b, func(a, b hop.Template) hop.Template {
		return append(append(hop.Template{}, a...), b...)
	})
}

func (v *values) concatAll(parts []setID) setID {
	s := v.textSet("")
	for _, p := range parts {
		s = v.concat(s, p)
	}
	return s
}

// each computes a string of every string of a set.
func (v *values) each(s setID, fn func(hop.Template) hop.Template) setID {
	var out []value
	for _, t := range v.templatesOf(s) {
		out = append(out, v.str(fn(t)))
	}
	return v.of(out)
}

// stringOps are the operations of the kind string.
var stringOps = map[string]func(*libraryCall) setID{
	"sprint":      func(c *libraryCall) setID { return c.concatAll(c.list(c.argument(0))) },
	"sprintf":     func(c *libraryCall) setID { return c.formatted(c.argument(0), c.list(c.argument(1))) },
	"same":        func(c *libraryCall) setID { return c.argument(0) },
	"text":        func(c *libraryCall) setID { return c.receiver() },
	"join":        func(c *libraryCall) setID { return c.joinedBy(c.list(c.argument(0)), c.argument(1)) },
	"trimPrefix":  func(c *libraryCall) setID { return c.trimmed(true, false) },
	"trimSuffix":  func(c *libraryCall) setID { return c.trimmed(false, true) },
	"trim":        func(c *libraryCall) setID { return c.trimmed(true, true) },
	"trimSpace":   func(c *libraryCall) setID { return c.textOp(strings.TrimSpace) },
	"lower":       func(c *libraryCall) setID { return c.textOp(strings.ToLower) },
	"upper":       func(c *libraryCall) setID { return c.textOp(strings.ToUpper) },
	"replace":     (*libraryCall).replaced,
	"split":       (*libraryCall).splitBy,
	"hostPort":    (*libraryCall).hostPort,
	"pathJoin":    func(c *libraryCall) setID { return c.pathJoined(c.list(c.argument(0))) },
	"format":      (*libraryCall).formatInt,
	"escape":      (*libraryCall).escaped,
	"unknown":     (*libraryCall).derived,
	"contentType": nil,
}

func (c *libraryCall) stringOp(row *model.Row) []setID {
	op := stringOps[row.Op]
	if op == nil {
		return c.resultsOf(unknown, bottom)
	}
	return c.shaped(op(c))
}

// derived is a string that depends on the arguments in a way that is not followed:
// data of a request stays that.
func (c *libraryCall) derived() setID {
	if c.origin().kind == requestValue {
		return request
	}
	return c.unknownText()
}

// textOp applies fn to the literal strings, and to the text of those with holes.
func (c *libraryCall) textOp(fn func(string) string) setID {
	return c.each(c.argument(0), func(t hop.Template) hop.Template {
		out := append(hop.Template{}, t...)
		for i, p := range out {
			if p.Kind == hop.PartText {
				out[i].Text = fn(p.Text)
			}
		}
		return out
	})
}

// trimmed cuts text off the ends of strings.
func (c *libraryCall) trimmed(front, back bool) setID {
	return c.product(c.argument(0), c.argument(1), func(s, cut hop.Template) hop.Template {
		text, ok := literal(cut)
		if !ok {
			return s
		}
		prefix, suffix := "", ""
		if front {
			prefix = text
		}
		if back {
			suffix = text
		}
		return trimText(s, prefix, suffix)
	})
}

// trimText cuts a prefix and a suffix off the literal ends of a template.
func trimText(t hop.Template, prefix, suffix string) hop.Template {
	t = append(hop.Template{}, t...)
	if n := len(t) - 1; n >= 0 && t[n].Kind == hop.PartText {
		t[n].Text = strings.TrimSuffix(t[n].Text, suffix)
	}
	if len(t) > 0 && t[0].Kind == hop.PartText {
		t[0].Text = strings.TrimPrefix(t[0].Text, prefix)
	}
	return normalTemplate(t)
}

func (c *libraryCall) replaced() setID {
	from, okFrom := c.single(c.argument(1))
	to, okTo := c.single(c.argument(2))
	if !okFrom || !okTo {
		return c.derived()
	}
	return c.textOp(func(s string) string { return strings.ReplaceAll(s, from, to) })
}

// single returns the only literal of a set.
func (c *libraryCall) single(s setID) (string, bool) {
	if lits := c.literals(s); len(lits) == 1 && len(c.sets[s]) == 1 {
		return lits[0], true
	}
	return "", false
}

// splitBy makes a slice of the parts of literal strings; a string with holes is its
// own only element.
func (c *libraryCall) splitBy() setID {
	o := c.make("strings", "")
	sep, ok := c.single(c.argument(1))
	for _, t := range c.templatesOf(c.argument(0)) {
		text, lit := literal(t)
		if !ok || !lit || sep == "" {
			c.write(o, c.below(0, anyElement), c.one(c.str(t)))
			continue
		}
		for i, part := range strings.Split(text, sep) {
			c.write(o, c.below(0, "["+itoa(int64(i))+"]"), c.textSet(part))
		}
	}
	return c.ref(o, 0)
}

func (c *libraryCall) joinedBy(parts []setID, sep setID) setID {
	out := c.textSet("")
	for i, p := range parts {
		if i > 0 {
			out = c.concat(out, sep)
		}
		out = c.concat(out, p)
	}
	return out
}

func (c *libraryCall) hostPort() setID {
	return c.joinedBy([]setID{c.argument(0), c.argument(1)}, c.textSet(":"))
}

func (c *libraryCall) formatInt() setID { return c.concat(c.textSet(""), c.argument(0)) }

// escaped leaves text as it is; what is not known may hold anything but slashes.
func (c *libraryCall) escaped() setID { return c.argument(0) }

// pathJoined joins path elements as path.Join does: one slash between each, empty
// ones left out.
func (c *libraryCall) pathJoined(elems []setID) setID {
	out := c.textSet("")
	for _, e := range elems {
		out = c.product(out, e, joinPath)
	}
	return out
}

func joinPath(a, b hop.Template) hop.Template {
	if text, ok := literal(assumed(b)); ok && strings.Trim(text, "/") == "" && len(a) > 0 {
		return a
	}
	if len(a) == 0 {
		return collapse(b)
	}
	return collapse(joinSlash(a, b))
}

// collapse makes runs of slashes within the text of a template one.
func collapse(t hop.Template) hop.Template {
	t = append(hop.Template{}, t...)
	for i, p := range t {
		for p.Kind == hop.PartText && strings.Contains(t[i].Text, "//") {
			t[i].Text = strings.ReplaceAll(t[i].Text, "//", "/")
		}
	}
	if text, ok := literal(t); ok && len(text) > 1 {
		return hop.Template{{Kind: hop.PartText, Text: strings.TrimSuffix(text, "/")}}
	}
	return t
}

// formatted evaluates a format with its arguments. Parts of the format that are not
// known stand for themselves.
func (c *libraryCall) formatted(format setID, args []setID) setID {
	out := bottom
	for _, t := range c.templatesOf(format) {
		next := 0
		s := c.textSet("")
		for _, p := range t {
			if p.Kind != hop.PartText {
				s = c.concat(s, c.one(c.str(hop.Template{p})))
				continue
			}
			s = c.concat(s, c.sprintf(p.Text, args, &next))
		}
		out = c.join(out, s)
	}
	return out
}

// sprintf evaluates a piece of a format; next is the argument of its first verb.
func (c *libraryCall) sprintf(format string, args []setID, next *int) setID {
	out := c.textSet("")
	for format != "" {
		i := strings.IndexByte(format, '%')
		if i < 0 {
			return c.concat(out, c.textSet(format))
		}
		out = c.concat(out, c.textSet(format[:i]))
		verb, stars, rest := cutVerb(format[i+1:])
		format = rest
		*next += stars
		if verb == '%' {
			out = c.concat(out, c.textSet("%"))
			continue
		}
		out = c.concat(out, c.verbValue(args, *next, verb))
		*next++
	}
	return out
}

// cutVerb reads a formatting verb after its percent sign.
func cutVerb(s string) (verb byte, stars int, rest string) {
	for i := range len(s) {
		switch b := s[i]; {
		case b == '*':
			stars++
		case strings.IndexByte("+-# 0123456789.[]", b) >= 0:
		default:
			return b, stars, s[i+1:]
		}
	}
	return '%', stars, ""
}

func (c *libraryCall) verbValue(args []setID, i int, verb byte) setID {
	if i >= len(args) {
		return c.unknownText()
	}
	switch verb {
	case 's', 'v', 'd':
		return c.stringsOf(args[i])
	case 'q':
		q := c.textSet(`"`)
		return c.concat(c.concat(q, c.stringsOf(args[i])), q)
	}
	return c.unknownText()
}

// stringsOf returns what values are formatted to: URLs have a String method.
func (c *libraryCall) stringsOf(s setID) setID {
	out := bottom
	for _, x := range c.opened(s) {
		switch {
		case x.kind == refValue && c.isURL(c.object(x.n), x.path):
			out = c.join(out, c.rendered(c.one(x)))
		case x.kind == refValue || x.kind == structValue || x.kind == funcValue || x.kind == nilValue:
			out = c.join(out, c.unknownText())
		default:
			out = c.join(out, c.one(c.str(c.templateOf(x))))
		}
	}
	if out == bottom {
		return c.unknownText()
	}
	return out
}
