package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// callMethods calls the methods that a row names on the objects in the role func.
func (c *libraryCall) callMethods(row *model.Row) {
	pattern := row.Const[model.RoleMethod]
	if pattern == "" {
		return
	}
	for _, x := range c.members(c.arg(row, model.RoleFunc)) {
		if x.kind != ifaceValue {
			continue
		}
		for _, name := range c.types.exported(x.typ) {
			if named(name, pattern) {
				c.invokeOn(x, &ir.Instr{Method: name}, c.with(row), edge{kind: c.kind})
			}
		}
	}
}

// named reports whether a method's name is the one of a row; a star stands for the rest.
func named(name, pattern string) bool {
	start, open := strings.CutSuffix(pattern, "*")
	return name == pattern || open && strings.HasPrefix(name, start) && len(name) > len(start)
}
