package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// Fields of the objects that dependency injection uses.
const (
	providersField  = "$providers"
	decoratorsField = "$decorators"
	invokesField    = "$invokes"
	valuesField     = "$values"
	funcField       = "$func"
	asField         = "$as"
	nameField       = "$name"
	groupField      = "$group"
	resultTagsField = "$resultTags"
	paramTagsField  = "$paramTags"
)

// provide adds constructors to a container or, where the row names none, makes an
// option that holds them.
func (c *libraryCall) provide(row *model.Row) []setID { return c.contribute(row, providersField) }

// decorate adds functions that replace what was constructed.
func (c *libraryCall) decorate(row *model.Row) []setID { return c.contribute(row, decoratorsField) }

// supply adds values.
func (c *libraryCall) supply(row *model.Row) []setID { return c.contribute(row, valuesField) }

func (c *libraryCall) contribute(row *model.Row, list string) []setID {
	container := c.containerOf(row)
	tag := 0
	for _, s := range c.functionsOf(row) {
		for _, x := range c.members(s) {
			o := c.make("provider", itoa(int64(tag)))
			tag++
			if list == valuesField {
				x = c.typed(o, x)
			}
			c.describe(o, x, row)
			c.write(o, c.below(0, asField), c.arg(row, model.RoleAs))
			c.write(o, c.below(0, nameField), c.arg(row, model.RoleName))
			c.listIn(container, list, o)
		}
	}
	return c.shaped(container)
}

// containerOf returns the container that a row names, or a new one for an option.
func (c *libraryCall) containerOf(row *model.Row) setID {
	if s := c.arg(row, model.RoleContainer); s != bottom {
		return s
	}
	return c.ref(c.make("container", ""), 0)
}

// functionsOf returns the func role, an element of a variadic one at a time.
func (c *libraryCall) functionsOf(row *model.Row) []setID {
	loc := row.Args[model.RoleFunc]
	if !loc.Variadic {
		return []setID{c.locate(loc)}
	}
	loc.Variadic = false
	return c.list(c.locate(loc))
}

// describe fills a provider: the function, and what options and annotations say of
// its results.
func (c *libraryCall) describe(o *object, x value, row *model.Row) {
	inner := x
	for inner.kind == ifaceValue {
		inner = c.all[inner.n]
	}
	options := c.arg(row, model.RoleOption)
	if inner.kind == refValue && c.object(inner.n).lib == "annotated" {
		annotated := c.object(inner.n)
		for _, name := range []string{funcField, asField, nameField, groupField, resultTagsField, paramTagsField} {
			c.write(o, c.below(0, name), c.setAt(annotated, c.below(0, name)))
		}
		return
	}
	c.write(o, c.below(0, funcField), c.one(x))
	c.annotations(o, options)
}

// annotations copies what annotations and options say.
func (c *libraryCall) annotations(o *object, options setID) {
	for _, x := range c.opened(options) {
		if x.kind != refValue {
			continue
		}
		for _, name := range []string{asField, nameField, groupField, resultTagsField, paramTagsField} {
			c.write(o, c.below(0, name), c.setAt(c.object(x.n), c.below(x.path, name)))
		}
	}
}

// annotated makes an annotated constructor, or an annotation: as, name, group, tags.
func (c *libraryCall) annotated(row *model.Row) []setID {
	o := c.make("annotated", "")
	c.write(o, c.below(0, funcField), c.arg(row, model.RoleFunc))
	c.write(o, c.below(0, asField), c.arg(row, model.RoleAs))
	c.write(o, c.below(0, nameField), c.arg(row, model.RoleName))
	c.write(o, c.below(0, groupField), c.arg(row, model.RoleGroup))
	c.write(o, c.below(0, resultTagsField), c.inOrderOf(row, model.RoleResultTags))
	c.write(o, c.below(0, paramTagsField), c.inOrderOf(row, model.RoleParamTags))
	c.annotations(o, c.arg(row, model.RoleOption))
	return c.shaped(c.ref(o, 0))
}

// inOrderOf returns the slice of what stands in a variadic role.
func (c *libraryCall) inOrderOf(row *model.Row, role model.Role) setID {
	loc := row.Args[role]
	loc.Variadic = false
	return c.locate(loc)
}

func (c *libraryCall) listIn(containers setID, list string, o *object) {
	for _, x := range c.opened(containers) {
		if x.kind == refValue {
			c.write(c.object(x.n), c.below(c.below(x.path, list), "["+itoa(int64(o.id))+"]"), c.ref(o, 0))
		}
	}
}

// assemble makes one container of options, and runs what they invoke if the row says so.
func (c *libraryCall) assemble(row *model.Row) []setID {
	o := c.make("container", "")
	self := c.ref(o, 0)
	c.gather(o, c.arg(row, model.RoleOption))
	c.handTo(row, self)
	if row.Const[model.RoleRun] != "" {
		inj := c.injector(self)
		for _, x := range c.listed(o, c.below(0, invokesField)) {
			inj.construct(c.object(x.n))
			inj.populate(c.object(x.n))
		}
	}
	return c.shaped(self)
}

// handTo hands a container to the functions that fill it.
func (c *libraryCall) handTo(row *model.Row, container setID) {
	for _, fn := range c.callables(c.arg(row, model.RoleCallback)) {
		c.apply(fn, []setID{container}, c.kind)
	}
}

// injectInto calls functions with what the container constructs; as an option, later.
func (c *libraryCall) injectInto(row *model.Row) []setID {
	if row.Args[model.RoleContainer].Base == model.Nowhere {
		return c.contribute(row, invokesField)
	}
	inj := c.injector(c.arg(row, model.RoleContainer))
	for _, s := range c.functionsOf(row) {
		for _, x := range c.members(s) {
			o := c.make("provider", "invoked "+itoa(int64(c.id(x))))
			c.describe(o, x, row)
			inj.construct(o)
			inj.populate(o)
		}
	}
	return c.resultsOf(unknown, bottom)
}
