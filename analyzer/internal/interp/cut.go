package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// spaces is the separator that stands for white space, however much of it.
const spaces = "spaces"

// pieces cuts the texts that a row's separator is for.
func (c *libraryCall) pieces(row *model.Row, texts setID) setID {
	sep := c.arg(row, model.RoleSeparator)
	switch {
	case row.Const[model.RoleSeparator] == spaces:
		return c.cut(texts, strings.Fields)
	case sep != bottom:
		return c.cut(texts, c.splitBy(sep))
	}
	return texts
}

// cut makes a slice of the parts of literal strings; a string with holes, or without a
// way to cut it, is its own only element.
func (c *libraryCall) cut(texts setID, parts func(string) []string) setID {
	o := c.make("strings", "")
	for _, t := range c.templatesOf(texts) {
		text, ok := literal(t)
		if !ok || parts == nil {
			c.write(o, c.below(0, anyElement), c.one(c.str(t)))
			continue
		}
		for i, part := range parts(text) {
			c.write(o, c.below(0, "["+itoa(int64(i))+"]"), c.textSet(part))
		}
	}
	return c.ref(o, 0)
}

// splitBy returns what cuts at a separator, nil if that is not known, into as many
// parts as the last argument says, if there is one.
func (c *libraryCall) splitBy(separator setID) func(string) []string {
	sep, ok := c.single(separator)
	if !ok || sep == "" {
		return nil
	}
	limit := -1
	if n, ok := c.constIndex(c.argument(2)); ok {
		limit = int(n)
	}
	return func(s string) []string { return strings.SplitN(s, sep, limit) }
}
