package interp

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// registerMethods registers an object whose exported methods of a shape are those of an
// RPC service.
func (c *libraryCall) registerMethods(row *model.Row) []setID {
	if handlers := c.arg(row, model.RoleHandler); handlers != bottom {
		c.registerFunctions(row, handlers)
		return c.inert(row)
	}
	if _, ok := row.Args[model.RoleHandlers]; ok {
		c.registerHandlers(row)
		return c.resultsOf(unknown, bottom)
	}
	shapes, err := model.ParseShapes(row.Const[model.RoleShape])
	if err != nil {
		return c.inert(row) // rows are checked when they are read
	}
	for _, impl := range c.members(c.arg(row, model.RoleImpl)) {
		if impl.kind != ifaceValue {
			continue
		}
		for _, service := range c.serviceNames(row, impl) {
			for _, m := range c.methodsOfShape(impl, shapes) {
				c.serveOwn(impl, m.Func, &label{pos: c.handWritten(), protocol: row.Protocol, procedure: service + "/" + m.Name, handler: m.Func})
			}
		}
	}
	return c.inert(row)
}

// registerFunctions registers functions as methods of an RPC service.
func (c *libraryCall) registerFunctions(row *model.Row, handlers setID) {
	for _, x := range c.callables(handlers) {
		names := c.literals(c.arg(row, model.RoleMethod))
		if len(names) == 0 {
			names = []string{c.nameOf(x)}
		}
		for _, service := range c.literals(c.arg(row, model.RoleService)) {
			for _, name := range names {
				l := &label{pos: c.handWritten(), protocol: row.Protocol, procedure: service + "/" + name}
				c.handle(x, request, edge{kind: serveEdge, labels: []*label{l}})
			}
		}
	}
}

// serviceNames returns the names that an object is registered under: those that the
// row says, else that of its type.
func (c *libraryCall) serviceNames(row *model.Row, impl value) []string {
	named := c.arg(row, model.RoleService)
	names := slices.DeleteFunc(c.literals(named), func(name string) bool { return name == "" })
	if len(names) > 0 || c.contains(named, unknownValue) {
		return names
	}
	name := strings.TrimLeft(c.types.name(impl.typ), "*")
	name, _, _ = strings.Cut(name, "[")
	name, _, _ = strings.Cut(name, "·") // of a type within a function: which one it is
	return []string{name[strings.LastIndexByte(name, '.')+1:]}
}

// methodsOfShape returns the exported methods of an object that have one of the shapes, if
// there are any.
func (c *libraryCall) methodsOfShape(impl value, shapes []model.Shape) []ir.Method {
	typ := c.types.types[c.types.name(impl.typ)]
	if typ == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(typ.Methods), func(m ir.Method) bool {
		fn := c.funcs[m.Func]
		first, _ := utf8.DecodeRuneInString(m.Name)
		return fn == nil || !unicode.IsUpper(first) || len(shapes) > 0 && !slices.ContainsFunc(shapes, func(s model.Shape) bool {
			return s.Fits(typesOf(fn.Params[1:]), typesOf(fn.Results))
		})
	})
}

func typesOf(params []ir.Param) []string {
	out := make([]string, len(params))
	for i, p := range params {
		out[i] = p.Type
	}
	return out
}

// serveOwn serves a method of an object of the program's own.
func (c *libraryCall) serveOwn(impl value, method string, l *label) {
	args := make([]setID, len(c.funcs[method].Params)-1)
	for i := range args {
		args[i] = request
	}
	name := method[strings.LastIndexByte(method, '.')+1:]
	c.invokeOn(impl, &ir.Instr{Method: name}, args, edge{kind: serveEdge, labels: []*label{l}})
}
