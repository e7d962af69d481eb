package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// builds reports whether a method has a result of its receiver's type, as the settings of
// objects that are put together step by step.
func (c *libraryCall) builds() bool {
	recv, _, ok := strings.Cut(strings.TrimPrefix(c.name, "("), ").")
	return ok && c.isMethod() && c.in.Type == recv && c.in.Class != ir.Tuple
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
