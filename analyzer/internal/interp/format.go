package interp

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// formatted evaluates a format with its arguments. Parts of the format that are not
// known stand for themselves, and what is given twice is the same both times.
func (c *libraryCall) formatted(format setID, args []setID) setID {
	return c.sameTwice(c.variadic(args), args, func(args []setID) setID { return c.formattedOf(format, args) })
}

func (c *libraryCall) formattedOf(format setID, args []setID) setID {
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
		v, rest := cutVerb(format[i+1:])
		format = rest
		if v.verb == '%' {
			out = c.concat(out, c.textSet("%"))
			continue
		}
		if *next += v.stars; v.index > 0 {
			*next = v.index - 1
		}
		out = c.concat(out, c.verbValue(args, *next, v))
		*next++
	}
	return out
}

// A verb is a formatting verb with what stands between it and the percent sign.
type verb struct {
	verb  byte
	flags string
	stars int // arguments for width and precision
	index int // explicit argument index, from 1; 0 for none
}

// cutVerb reads a formatting verb after its percent sign. Text that ends too soon
// formats to something that is no verb.
func cutVerb(s string) (verb, string) {
	var v verb
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b == '*':
			v.stars++
		case b == '[':
			end := strings.IndexByte(s[i:], ']')
			if end < 0 {
				return verb{verb: '!'}, ""
			}
			index, err := strconv.Atoi(s[i+1 : i+end])
			if err != nil {
				return verb{verb: '!'}, ""
			}
			v.index = index
			i += end
		case strings.IndexByte("+-# 0123456789.", b) >= 0:
			v.flags += string(b)
		default:
			v.verb = b
			return v, s[i+1:]
		}
	}
	return verb{verb: '!'}, ""
}

func (c *libraryCall) verbValue(args []setID, i int, v verb) setID {
	if i < 0 || i >= len(args) || v.stars > 0 {
		return c.unknownText()
	}
	switch v.verb {
	case 's', 'v', 'q':
		ints := slices.ContainsFunc(c.opened(args[i]), func(x value) bool { return x.kind == intValue })
		if ints && (v.verb != 'v' || v.flags != "") {
			return c.unknownText() // a rune, a width, or a mistake
		}
		return c.each(c.stringsOf(args[i]), func(t hop.Template) hop.Template { return formatText(t, v) })
	case 'T':
		typed := &libraryCall{frame: c.frame, in: c.in, args: args[i : i+1]}
		return c.typeText(typed.typeName())
	case 'd':
		if v.flags == "" {
			return c.stringsOf(args[i])
		}
	}
	return c.unknownText()
}

// formatText formats a string as a verb says. Of one with holes the width is not known.
func formatText(t hop.Template, v verb) hop.Template {
	text, ok := literal(t)
	switch {
	case ok:
		return hop.Template{{Kind: hop.PartText, Text: fmt.Sprintf("%"+v.flags+string(v.verb), text)}}
	case v.verb == 'q':
		q := hop.Part{Kind: hop.PartText, Text: `"`}
		return append(append(hop.Template{q}, t...), q)
	}
	return t
}

// stringsOf returns what values are formatted to: URLs, and some types of the program's
// own, have a String method.
func (c *libraryCall) stringsOf(s setID) setID {
	out := bottom
	for _, outer := range c.members(s) {
		x := c.opened(c.one(outer))[0]
		if text, ok := c.stringer(outer); ok {
			out = c.join(out, text)
			continue
		}
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

// stringer returns what the String method of a value gives, if the program has it.
func (c *libraryCall) stringer(x value) (setID, bool) {
	if x.kind != ifaceValue {
		return bottom, false
	}
	fn := c.funcs[c.types.method(x.typ, "String")]
	if fn == nil || len(fn.Results) != 1 || c.fn == nil {
		return bottom, false
	}
	results := c.enterAt(fn, []setID{c.set([]valueID{valueID(x.n)})}, c.kind)
	return resultAt(results, 0), true
}

// sprinted joins values as fmt.Sprint does: with a space between two that are no strings.
func (c *libraryCall) sprinted(args []setID) setID {
	return c.sameTwice(c.variadic(args), args, c.sprintedOf)
}

func (c *libraryCall) sprintedOf(args []setID) setID {
	out := c.textSet("")
	for i, a := range args {
		if i > 0 && c.isScalar(a) && c.isScalar(args[i-1]) {
			out = c.concat(out, c.textSet(" "))
		}
		out = c.concat(out, c.stringsOf(a))
	}
	return out
}

// isScalar reports whether a set holds known ints and bools alone.
func (c *libraryCall) isScalar(s setID) bool {
	for _, x := range c.opened(s) {
		if x.kind != intValue && x.kind != boolValue {
			return false
		}
	}
	return s != bottom
}

// buildOn appends text to a buffer. Buffers are followed within one function.
func (c *libraryCall) buildOn(buffer, text setID) setID {
	for _, x := range c.opened(buffer) {
		if x.kind == refValue {
			c.buffers[x] = c.concat(c.bufferOf(x), text)
		}
	}
	return unknown
}

// fprintf appends formatted text to the buffer that it is printed to.
func (c *libraryCall) fprintf() setID {
	return c.buildOn(c.argument(0), c.formatted(c.argument(1), c.list(c.argument(2))))
}

// runeText returns a byte or rune as a string.
func (c *libraryCall) runeText(s setID) setID {
	if n, ok := c.constIndex(s); ok {
		return c.textSet(string(rune(n)))
	}
	return c.unknownText()
}

// built returns what was appended to the buffer that is the receiver.
func (c *libraryCall) built() setID {
	out := bottom
	for _, x := range c.members(c.receiver()) {
		if s, ok := c.buffers[x]; ok {
			out = c.join(out, s)
		} else {
			out = c.join(out, c.derived())
		}
	}
	return out
}

func (f *frame) bufferOf(x value) setID {
	if s, ok := f.buffers[x]; ok {
		return s
	}
	return f.textSet("")
}

// expandEnv replaces $NAME and ${NAME} by environment variables.
func (c *libraryCall) expandEnv() setID {
	const mark = "\x00"
	return c.each(c.argument(0), func(t hop.Template) hop.Template {
		var out hop.Template
		for _, p := range t {
			if p.Kind != hop.PartText {
				out = append(out, p)
				continue
			}
			marked := os.Expand(p.Text, func(name string) string { return mark + name + mark })
			for i, piece := range strings.Split(marked, mark) {
				if i%2 == 1 {
					out = append(out, c.envPart(piece, ""))
					continue
				}
				out = append(out, hop.Part{Kind: hop.PartText, Text: piece})
			}
		}
		return out
	})
}
