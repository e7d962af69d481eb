package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// resolveType gives a value of the type of the call's first result.
func (c *libraryCall) resolveType(row *model.Row) []setID {
	typ := c.in.Type
	if c.in.Class == ir.Tuple && len(c.in.Results) > 0 {
		typ = c.in.Results[0].Type
	}
	name := ""
	for _, text := range c.literals(c.arg(row, model.RoleName)) {
		name = text
	}
	w := want{typ: typ, name: name}
	inj := c.injector(c.arg(row, model.RoleContainer))
	found := inj.find(w)
	if found == unknown && row.Const[model.RoleAs] != "" {
		found = inj.implementation(w)
	}
	return c.shaped(found)
}

// typed returns a value that a generic function supplies as what it is: of the
// function's type argument, which the provider is told if that is an interface.
func (c *libraryCall) typed(o *object, x value) value {
	switch {
	case c.in.Op != ir.Call || c.in.Method == "":
		return x
	case x.kind == ifaceValue:
		pointer := value{kind: ifaceValue, typ: c.types.id("*" + c.in.Method), n: int64(c.id(value{kind: nilValue}))}
		c.write(o, c.below(0, asField), c.one(pointer))
		return x
	}
	return value{kind: ifaceValue, typ: c.types.id(c.in.Method), n: int64(c.id(x))}
}

// isNamed reports whether a provider gives what has a name.
func (i *injector) isNamed(o *object, name string) bool {
	own := i.textAt(o, nameField)
	return own == "" || own == name
}

// populate fills the variables whose addresses an invocation has instead of functions.
func (i *injector) populate(o *object) {
	for _, x := range i.members(i.setAt(o, i.below(0, funcField))) {
		if x.kind != ifaceValue || !strings.HasPrefix(i.types.name(x.typ), "*") {
			continue
		}
		if found := i.find(want{typ: i.types.name(x.typ)[1:]}); found != unknown {
			i.store(i.one(i.all[x.n]), found, writer{})
		}
	}
}

// implementation returns what the container gives of the types that implement the one
// which is wanted, in an interface.
func (i *injector) implementation(w want) setID {
	out := bottom
	for _, o := range i.provided(providersField) {
		for _, x := range i.callables(i.setAt(o, i.below(0, funcField))) {
			fn := i.functionOf(x)
			if fn == nil || len(fn.Results) == 0 || !i.isNamed(o, w.name) || !i.has(fn.Results[0].Type, w.typ) {
				continue
			}
			out = i.join(out, i.toInterface(resultAt(i.construct(o), 0), fn.Results[0].Type))
		}
	}
	for _, o := range i.provided(valuesField) {
		for _, x := range i.members(i.setAt(o, i.below(0, funcField))) {
			if x.kind == ifaceValue && i.isNamed(o, w.name) && i.has(i.types.name(x.typ), w.typ) {
				out = i.join(out, i.one(x))
			}
		}
	}
	if out == bottom {
		return unknown
	}
	return out
}

// has reports whether a type is known to have the methods of an interface.
func (i *injector) has(typ, iface string) bool {
	return i.types.types[iface] != nil && i.types.types[typ] != nil && i.types.implements(i.types.id(typ), iface)
}
