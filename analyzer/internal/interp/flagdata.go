package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// defineFlags defines the flags that a command lists in a field.
func (cmd command) defineFlags() {
	for name := range strings.FieldsSeq(cmd.row.Const[model.RoleFlag]) {
		for _, s := range cmd.list(cmd.field(name, ir.Slice)) {
			for _, x := range cmd.opened(s) {
				cmd.defineFlag(x)
			}
		}
	}
}

// defineFlag defines a flag that is a value of a type which a row describes.
func (c *libraryCall) defineFlag(x value) {
	row := c.typeRow(x, model.FlagType)
	if row == nil {
		return
	}
	field := func(role model.Role, class ir.Class) setID {
		if row.Const[role] == "" {
			return bottom
		}
		return c.loadFrom(c.object(x.n), c.below(x.path, row.Const[role]), class)
	}
	def := ""
	for _, text := range c.literals(field(model.RoleDefault, ir.String)) {
		def = text
	}
	vars := c.names(field(model.RoleEnv, ir.Slice))
	for _, name := range c.literals(field(model.RoleName, ir.String)) {
		part := c.flagOrVariable(name, def, vars)
		c.write(c.flags(), c.below(0, name), c.one(c.str(hop.Template{part})))
		c.store(field(model.RoleDst, ir.Pointer), c.one(c.str(hop.Template{part})), writer{})
	}
}

// flagOrVariable is the value of a flag that variables may set too. They come first:
// deployments rather set those.
func (m *machine) flagOrVariable(name, def string, vars []string) hop.Part {
	part := m.flagPart(name, def)
	for i := len(vars) - 1; i >= 0; i-- {
		v := m.envPart(vars[i], part.Default)
		part = v.With(part.Keys()...)
	}
	return part
}

// names returns the names that a field lists: in a slice, in what a function made of
// them, or in one text.
func (c *libraryCall) names(s setID) []string {
	var out []string
	for _, x := range c.opened(s) {
		texts := c.one(x)
		if x.kind == refValue || x.kind == structValue {
			texts = c.elements(c.one(x))
			if made := c.setAt(c.object(x.n), c.below(x.path, string(model.RoleEnv))); made != bottom {
				texts = made
			}
		}
		for _, text := range c.literals(texts) {
			for name := range strings.SplitSeq(text, ",") {
				if name = strings.TrimSpace(name); name != "" {
					out = append(out, name)
				}
			}
		}
	}
	return out
}

// typeRow returns the row of a kind that describes the type of what a value points to.
func (c *libraryCall) typeRow(x value, kind model.Kind) *model.Row {
	if x.kind != refValue && x.kind != structValue {
		return nil
	}
	o := c.object(x.n)
	typ, _, _ := strings.Cut(c.typeAt(o.typ, c.steps(x.path)), "[")
	if row := c.models.Row(typ); row != nil && row.Kind == kind {
		return row
	}
	return nil
}
