package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// procedureLib marks the objects that stand for handlers of one RPC each.
const procedureLib = "procedure"

// newProcedure makes a handler that serves an RPC.
func (c *libraryCall) newProcedure(row *model.Row) []setID {
	o := c.make(procedureLib, "")
	c.addAll(o, 0, pathField, c.arg(row, model.RoleProcedure))
	c.addAll(o, 0, handlerField, c.arg(row, model.RoleFunc))
	c.addAll(o, 0, middlewareField, c.join(c.said(row, model.RoleInterceptor), c.hooksAs(c.said(row, model.RoleMiddleware), row.Const[model.RoleMethod])))
	if c.routeLabels[o.id] == nil {
		c.routeLabels[o.id] = &label{pos: c.handWritten()}
	}
	return c.shaped(c.ref(o, 0))
}

// serveProcedure hands a request to the function that serves an RPC.
func (f *frame) serveProcedure(o *object, req setID, e edge) {
	handlers := f.setAt(o, f.below(0, handlerField))
	served := f.wrapped(handlers, f.setAt(o, f.below(0, middlewareField)))
	c := &libraryCall{frame: f, in: &ir.Instr{}}
	for _, name := range c.procedures(f.setAt(o, f.below(0, pathField))) {
		l := f.procedureLabel(o, name)
		d := e
		d.labels = append(slices.Clip(e.labels), l)
		for _, x := range f.opened(served) {
			f.handle(x, req, d)
		}
	}
}

// procedureLabel returns the label of an RPC that a handler serves.
func (f *frame) procedureLabel(o *object, name string) *label {
	key := itoa(int64(o.id)) + " " + name
	l := f.made.procedures[key]
	if l == nil {
		l = &label{procedure: name, pos: f.routeLabels[o.id].pos, reserved: isReserved(name)}
		f.made.procedures[key] = l
	}
	return l
}

// subroute notes that the function which is running serves a path below that of the
// route which led to it. Generated servers that find their methods in the path
// themselves say so in what they call.
func (c *libraryCall) subroute(row *model.Row) []setID {
	if c.fn == nil || !slices.ContainsFunc(c.fn.Params, func(p ir.Param) bool { return p.Type == "*"+requestType }) {
		return c.resultsOf(unknown, bottom)
	}
	path, method := c.arg(row, model.RolePath), c.arg(row, model.RoleMethod)
	if key := c.arg(row, model.RoleKey); key != bottom {
		path, method = c.told(row, model.RolePath), c.told(row, model.RoleMethod)
		if path == bottom && method == bottom {
			return c.resultsOf(unknown, bottom)
		}
	}
	if c.c.part == nil {
		c.c.part = c.labelOf(c.make("route", "sub"), row)
		c.c.part.below = true
	}
	c.addAll(c.c.part.route, 0, pathField, path)
	c.addAll(c.c.part.route, 0, methodField, method)
	c.addAll(c.c.part.route, 0, aboveField, c.askOwn(row.Const[model.RolePrefix]))
	return c.resultsOf(unknown, bottom)
}

// told returns the value of an attribute that a generated function tells, if it has the key
// that the row says for a role.
func (c *libraryCall) told(row *model.Row, role model.Role) setID {
	if !c.fn.generated() || !slices.Contains(c.literals(c.arg(row, model.RoleKey)), row.Const[role]) {
		return bottom
	}
	return c.arg(row, model.RoleValue)
}

// askOwn returns what a method gives of the object whose method is running.
func (c *libraryCall) askOwn(method string) setID {
	of, _, isMethod := strings.Cut(c.fn.Name, ").")
	if fn := c.funcs[of+")."+method]; isMethod && fn != nil {
		return resultAt(c.enterAt(fn, c.c.args[:1], callEdge), 0)
	}
	return bottom
}

// labelsOf returns what a request is handed to over an edge: nil if it stays with the
// function that has it.
func (m *machine) labelsOf(e *edge) []*label {
	if len(e.labels) == 0 && e.kind == callEdge && e.callee != noContext {
		if l := m.contexts[e.callee].part; l != nil {
			return []*label{l}
		}
	}
	return e.labels
}
