package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// registerHandlers registers objects that stand in a map by the names of the RPC methods
// which they serve.
func (c *libraryCall) registerHandlers(row *model.Row) {
	for _, x := range c.opened(c.arg(row, model.RoleHandlers)) {
		if x.kind != refValue {
			continue
		}
		o := c.object(x.n)
		for _, step := range c.elementSteps(o, x.path, 0, false) {
			handlers := c.loadFrom(o, c.below(x.path, step), ir.Interface)
			for _, name := range c.literals(c.keyOf(step)) {
				c.registerHandler(row, name, handlers)
			}
		}
	}
}

// registerHandler registers objects for one method.
func (c *libraryCall) registerHandler(row *model.Row, name string, handlers setID) {
	for _, t := range c.targetsIn(handlers, row) {
		services := c.literals(c.arg(row, model.RoleService))
		if len(services) == 0 {
			services = c.servicesNamed(c.one(t.value), row.Const[model.RoleSuffix], name)
		}
		args := slices.Repeat([]setID{request}, len(c.params(t)))
		for _, service := range services {
			l := &label{pos: c.handWritten(), protocol: row.Protocol, procedure: service + "/" + name}
			c.run(t, args, edge{kind: serveEdge, labels: []*label{l}})
		}
	}
}

// servicesNamed returns the RPC services that the types of values are named after, which
// generators make for each method: OrdersGetOrderArgs, ordersProcessorGetOrder.
func (c *libraryCall) servicesNamed(values setID, suffix, procedure string) []string {
	var out []string
	for _, x := range c.members(values) {
		if x.kind != ifaceValue {
			continue
		}
		name := c.types.name(x.typ)
		if service := serviceBefore(name[strings.LastIndexByte(name, '.')+1:], suffix, procedure); service != "" {
			out = append(out, service)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// serviceBefore returns what stands before a suffix and the name of a procedure in a
// type's name, which begins with a capital letter; "" if that is nothing.
func serviceBefore(typ, suffix, procedure string) string {
	procedure = strings.ToLower(strings.ReplaceAll(procedure, "_", ""))
	i := strings.LastIndex(strings.ToLower(typ), procedure)
	if i < 0 {
		return ""
	}
	service := strings.TrimSuffix(typ[:i], suffix)
	if service == "" {
		return ""
	}
	return strings.ToUpper(service[:1]) + service[1:]
}
