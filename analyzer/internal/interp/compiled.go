package interp

import (
	"regexp"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// The operations of compiled patterns; see
// https://pkg.go.dev/github.com/grpc-ecosystem/grpc-gateway/v2/utilities#OpCode.
const (
	opPush    = 1 // any segment
	opLiteral = 2 // the text in the pool
	opRest    = 3 // all segments that follow
	opConcat  = 4 // so many parts are one
	opCapture = 5 // the last part has the name in the pool
)

// decompiled returns the paths of compiled patterns, parameters as {name}.
func (c *libraryCall) decompiled(patterns setID) setID {
	out := bottom
	for _, x := range c.opened(patterns) {
		one := c.one(x)
		pool := c.texts(c.fieldsOf(one, "pool"))
		path, ok := decompile(c.numbers(c.fieldsOf(one, "ops")), pool)
		if !ok {
			continue
		}
		for _, verb := range c.literals(c.fieldsOf(one, "verb")) {
			if verb != "" {
				verb = ":" + verb
			}
			out = c.join(out, c.textSet(path+verb))
		}
	}
	return out
}

// texts returns the literal strings of a list, in order.
func (c *libraryCall) texts(list setID) []string {
	var out []string
	for _, s := range c.list(list) {
		out = append(out, c.literals(s)...)
	}
	return out
}

// numbers returns the ints of a list, in order; what is not known is left out.
func (c *libraryCall) numbers(list setID) []int64 {
	var out []int64
	for _, x := range c.opened(list) {
		if x.kind != refValue && x.kind != structValue {
			continue
		}
		o := c.object(x.n)
		for _, e := range c.orderedElements(o, x.path) {
			for _, n := range c.members(c.loadFrom(o, c.below(x.path, e), ir.Int)) {
				if n.kind == intValue {
					out = append(out, n.n)
				}
			}
		}
	}
	return out
}

// decompile runs the operations of a pattern, pairs of a code and an operand, and reports
// whether they make one.
func decompile(ops []int64, pool []string) (path string, ok bool) {
	var parts []string
	for i := 0; i+1 < len(ops); i += 2 {
		operand := ops[i+1]
		switch ops[i] {
		case opPush:
			parts = append(parts, "*")
		case opRest:
			parts = append(parts, "**")
		case opLiteral, opCapture:
			if operand < 0 || operand >= int64(len(pool)) {
				return "", false
			}
			parts = captured(parts, ops[i], pool[operand])
		case opConcat:
			n := int64(len(parts)) - operand
			if n < 0 || operand < 0 {
				return "", false
			}
			parts = append(parts[:n:n], strings.Join(parts[n:], "/"))
		}
	}
	return "/" + strings.Join(parts, "/"), len(ops) > 0
}

// captured appends a literal part, or names the last part: what it holds beside
// wildcards stays.
func captured(parts []string, op int64, text string) []string {
	if op == opLiteral || len(parts) == 0 {
		return append(parts, text)
	}
	last := len(parts) - 1
	return append(parts[:last:last], nameWildcards(parts[last], text))
}

// nameWildcards gives the wildcards of a part of a path a name.
func nameWildcards(part, name string) string {
	return mapSegments(strings.Split(part, "/"), func(s string) string {
		switch s {
		case "*":
			return "{" + name + "}"
		case "**":
			return "{" + name + "...}"
		}
		return s
	})
}

// bindingPattern is a part of a path that a parameter of google.api.http stands for: {name=shelves/*}.
var bindingPattern = regexp.MustCompile(`\{([\w.]+)=([^{}\s]*)\}`)

// expandBindings writes the parts of a path that parameters stand for in their place.
func expandBindings(p string) string {
	return bindingPattern.ReplaceAllStringFunc(p, func(s string) string {
		m := bindingPattern.FindStringSubmatch(s)
		return nameWildcards(m[2], m[1])
	})
}
