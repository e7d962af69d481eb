package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// fillStub has the func fields of a struct call the methods of a service: those that
// they are named as. The library sets them by reflection.
func (c *libraryCall) fillStub(row *model.Row) []setID {
	results := c.dial(row)
	conn := results[0]
	impl := c.arg(row, model.RoleImpl)
	for _, x := range c.members(impl) {
		if x.kind != ifaceValue {
			continue
		}
		for _, name := range c.serviceNames(row, x) {
			c.setField(conn, serviceField, c.textSet(name))
		}
		for _, field := range c.funcFields(x) {
			method := lookupTag(field.Tag, row.Const[model.RoleTag])
			if method == "" {
				method = field.Name
			}
			c.setField(c.one(x), field.Name, c.stubbed(row, conn, method))
		}
	}
	for _, x := range c.callables(c.arg(row, model.RoleFunc)) {
		c.apply(x, []setID{impl, conn}, c.kind)
	}
	return results
}

// funcFields returns the func fields of the struct that a value in an interface is, or
// points to.
func (c *libraryCall) funcFields(x value) []ir.StructField {
	typ := c.types.types[strings.TrimPrefix(c.types.name(x.typ), "*")]
	if typ == nil {
		return nil
	}
	var out []ir.StructField
	for _, field := range typ.Fields {
		if field.Class == ir.FuncValue {
			out = append(out, field)
		}
	}
	return out
}

// stubCall is the row of what a stub's functions do.
var stubCall = map[model.Role]model.Locator{
	model.RoleConn:      {Base: model.Argument, Arg: 0},
	model.RoleProcedure: {Base: model.Argument, Arg: 1},
}

// stubbed makes a function that calls a method over a connection.
func (c *libraryCall) stubbed(row *model.Row, conn setID, method string) setID {
	o := c.make(callerLib, method)
	c.write(o, c.below(0, argumentField(0)), conn)
	c.write(o, c.below(0, argumentField(1)), c.textSet(method))
	c.callers[o.id] = lateCall{row: &model.Row{Kind: model.Caller, Protocol: row.Protocol, Args: stubCall}, args: 2}
	return c.ref(o, 0)
}
