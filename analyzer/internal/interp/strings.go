package interp

import (
	"net/url"
	"path"
	"strings"
	"unicode"

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

// stringOps are the operations of the kind string; model.StringOps lists their names.
var stringOps = map[string]func(*libraryCall) setID{
	"sprint":     func(c *libraryCall) setID { return c.sprinted(c.list(c.argument(0))) },
	"sprintf":    func(c *libraryCall) setID { return c.formatted(c.argument(0), c.list(c.argument(1))) },
	"same":       func(c *libraryCall) setID { return c.argument(0) },
	"join":       func(c *libraryCall) setID { return c.joinedBy(c.parts(c.argument(0)), c.argument(1)) },
	"trimPrefix": (*libraryCall).trimmedPrefix,
	"trimSuffix": func(c *libraryCall) setID { return c.trimmed(keep, strings.TrimSuffix) },
	"trim":       func(c *libraryCall) setID { return c.trimmed(strings.TrimLeft, strings.TrimRight) },
	"trimLeft":   func(c *libraryCall) setID { return c.trimmed(strings.TrimLeft, keep) },
	"trimRight":  func(c *libraryCall) setID { return c.trimmed(keep, strings.TrimRight) },
	"trimSpace":  (*libraryCall).trimmedSpace,
	"lower":      func(c *libraryCall) setID { return c.textOp(strings.ToLower) },
	"upper":      func(c *libraryCall) setID { return c.textOp(strings.ToUpper) },
	"replace":    (*libraryCall).replaced,
	"split":      func(c *libraryCall) setID { return c.cut(c.argument(0), c.splitBy(c.argument(1))) },
	"fields":     func(c *libraryCall) setID { return c.cut(c.argument(0), strings.Fields) },
	"host": func(c *libraryCall) setID {
		return c.each(c.argument(0), func(t hop.Template) hop.Template { return hostname(splitURL(t)) })
	},
	"hostPort":  (*libraryCall).hostPort,
	"pathJoin":  func(c *libraryCall) setID { return c.pathJoined(c.list(c.argument(0))) },
	"pathClean": func(c *libraryCall) setID { return c.each(c.argument(0), cleaned) },
	"format": func(c *libraryCall) setID {
		return c.each(c.argument(0), func(t hop.Template) hop.Template { return t })
	},
	"pathEscape":  func(c *libraryCall) setID { return c.textOp(url.PathEscape) },
	"queryEscape": func(c *libraryCall) setID { return c.textOp(url.QueryEscape) },
	"append":      func(c *libraryCall) setID { return c.concat(c.argument(0), c.sprinted(c.list(c.argument(1)))) },
	"appendf": func(c *libraryCall) setID {
		return c.concat(c.argument(0), c.formatted(c.argument(1), c.list(c.argument(2))))
	},
	"build":        func(c *libraryCall) setID { return c.buildOn(c.receiver(), c.argument(0)) },
	"buildRune":    func(c *libraryCall) setID { return c.buildOn(c.receiver(), c.runeText(c.argument(0))) },
	"fprint":       func(c *libraryCall) setID { return c.buildOn(c.argument(0), c.sprinted(c.list(c.argument(1)))) },
	"fprintf":      (*libraryCall).fprintf,
	"writeString":  func(c *libraryCall) setID { return c.buildOn(c.argument(0), c.argument(1)) },
	"replacePairs": (*libraryCall).replacedPairs,
	"built":        (*libraryCall).built,
	"expand":       (*libraryCall).expand,
	"expandEnv":    (*libraryCall).expandEnv,
	"unknown":      (*libraryCall).derived,
	"typeName":     (*libraryCall).typeName,
	"typeElem":     (*libraryCall).typeElem,
	"typeText":     func(c *libraryCall) setID { return c.typeText(c.receiver()) },
}

func keep(s, _ string) string { return s }

func (c *libraryCall) stringOp(row *model.Row) []setID {
	op := stringOps[row.Op]
	if op == nil {
		return c.resultsOf(unknown, bottom)
	}
	s := op(c)
	if !keepsPath[row.Op] {
		s = c.plainHoles(s)
	}
	return c.shaped(s)
}

// keepsPath are the operations after which the whole of a path is still the whole.
var keepsPath = map[string]bool{
	"append": true, "appendf": true, "build": true, "built": true, "format": true, "join": true, "pathClean": true, "pathJoin": true,
	"same": true, "sprint": true, "sprintf": true, "trimPrefix": true,
}

// derived is a string that depends on the arguments in a way that is not followed:
// data of a request stays that.
func (c *libraryCall) derived() setID {
	if x := c.origin(); x.kind == requestValue {
		return c.one(x)
	}
	return c.unknownText()
}

// textOp applies fn to the literal strings, and to the text of those with holes.
func (c *libraryCall) textOp(fn func(string) string) setID {
	return c.each(c.argument(0), func(t hop.Template) hop.Template { return mapText(t, fn) })
}

func mapText(t hop.Template, fn func(string) string) hop.Template {
	out := append(hop.Template{}, t...)
	for i, p := range out {
		if p.Kind == hop.PartText {
			out[i].Text = fn(p.Text)
		}
	}
	return out
}

// trimmed cuts text off the literal ends of strings.
func (c *libraryCall) trimmed(front, back func(s, cut string) string) setID {
	return c.product(c.argument(0), c.argument(1), func(s, cut hop.Template) hop.Template {
		text, ok := literal(cut)
		if !ok {
			return s
		}
		return editEnds(s, func(s string) string { return front(s, text) }, func(s string) string { return back(s, text) })
	})
}

// trimmedPrefix cuts a prefix off, also off the path of an inbound request.
func (c *libraryCall) trimmedPrefix() setID {
	return c.product(c.argument(0), c.argument(1), func(s, cut hop.Template) hop.Template {
		text, ok := literal(cut)
		switch {
		case !ok:
			return plainTemplate(s)
		case len(s) > 0 && isPath(s[0]):
			s = append(hop.Template{}, s...)
			s[0].Default = joinPattern(s[0].Default, text)
			return s
		}
		return editEnds(s, func(s string) string { return strings.TrimPrefix(s, text) }, func(s string) string { return s })
	})
}

func (c *libraryCall) trimmedSpace() setID {
	return c.each(c.argument(0), func(t hop.Template) hop.Template {
		return editEnds(t,
			func(s string) string { return strings.TrimLeftFunc(s, unicode.IsSpace) },
			func(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) })
	})
}

// editEnds changes the literal text at the front and at the back of a template.
func editEnds(t hop.Template, front, back func(string) string) hop.Template {
	t = append(hop.Template{}, t...)
	if len(t) > 0 && t[0].Kind == hop.PartText {
		t[0].Text = front(t[0].Text)
	}
	if n := len(t) - 1; n >= 0 && t[n].Kind == hop.PartText {
		t[n].Text = back(t[n].Text)
	}
	return normalTemplate(t)
}

// trimText cuts a prefix and a suffix off the literal ends of a template.
func trimText(t hop.Template, prefix, suffix string) hop.Template {
	return editEnds(t,
		func(s string) string { return strings.TrimPrefix(s, prefix) },
		func(s string) string { return strings.TrimSuffix(s, suffix) })
}

// replaced puts one string in the place of another, which must be a literal one, as
// often as the last argument says, if there is one.
func (c *libraryCall) replaced() setID {
	from, ok := c.single(c.argument(1))
	if !ok {
		return c.derived()
	}
	limit := int64(-1)
	if n, ok := c.constIndex(c.argument(3)); ok {
		limit = n
	}
	return c.product(c.argument(0), c.argument(2), func(s, to hop.Template) hop.Template {
		return replaceText(s, from, to, limit)
	})
}

// replacedPairs replaces what a strings.Replacer was made for: literals at even places
// by what stands behind them.
func (c *libraryCall) replacedPairs() setID {
	s := c.argument(0)
	pairs := c.list(c.fieldsOf(c.receiver(), "pairs"))
	for i := 0; i+1 < len(pairs); i += 2 {
		from, ok := c.single(pairs[i])
		if !ok {
			return c.derived()
		}
		s = c.product(s, pairs[i+1], func(s, to hop.Template) hop.Template { return replaceText(s, from, to, -1) })
	}
	return s
}

// replaceText replaces a literal in the text of a template, all of it if n is negative.
func replaceText(t hop.Template, from string, to hop.Template, n int64) hop.Template {
	if text, ok := literal(to); ok && from == "" {
		return mapText(t, func(s string) string { return strings.Replace(s, from, text, int(n)) })
	}
	var out hop.Template
	for _, p := range t {
		for p.Kind == hop.PartText && from != "" && n != 0 {
			before, after, ok := strings.Cut(p.Text, from)
			if !ok {
				break
			}
			out = append(append(out, hop.Part{Kind: hop.PartText, Text: before}), to...)
			p.Text = after
			n--
		}
		out = append(out, p)
	}
	return out
}

// single returns the only literal of a set.
func (c *libraryCall) single(s setID) (string, bool) {
	if lits := c.literals(s); len(lits) == 1 && len(c.sets[s]) == 1 {
		return lits[0], true
	}
	return "", false
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
	return c.product(c.argument(0), c.argument(1), func(host, port hop.Template) hop.Template {
		if text, ok := literal(host); ok && strings.Contains(text, ":") {
			host = hop.Template{{Kind: hop.PartText, Text: "[" + text + "]"}}
		}
		return append(append(append(hop.Template{}, host...), hop.Part{Kind: hop.PartText, Text: ":"}), port...)
	})
}

// pathJoined joins path elements as path.Join does: one slash between each, empty
// ones left out.
func (c *libraryCall) pathJoined(elems []setID) setID {
	out := c.textSet("")
	for _, e := range elems {
		out = c.product(out, e, joinPath)
	}
	return c.each(out, func(t hop.Template) hop.Template {
		if len(t) == 0 {
			return t
		}
		return cleaned(t)
	})
}

func joinPath(a, b hop.Template) hop.Template {
	if len(b) == 0 {
		return a
	}
	if len(a) == 0 {
		return b
	}
	return append(append(append(hop.Template{}, a...), hop.Part{Kind: hop.PartText, Text: "/"}), b...)
}

// cleaned resolves "." and "..", and runs of slashes, in literal paths, as path.Clean
// does. In others it makes runs of slashes one, and drops one at the end.
func cleaned(t hop.Template) hop.Template {
	t = normalTemplate(t)
	if text, ok := literal(t); ok {
		return hop.Template{{Kind: hop.PartText, Text: path.Clean(text)}}
	}
	for i := range t {
		for t[i].Kind == hop.PartText && strings.Contains(t[i].Text, "//") {
			t[i].Text = strings.ReplaceAll(t[i].Text, "//", "/")
		}
	}
	return trimText(t, "", "/")
}
