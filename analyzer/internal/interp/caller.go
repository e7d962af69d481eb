package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// callerLib marks the functions of libraries that make a call when they are called.
const callerLib = "caller"

// newCaller makes a function that makes the call which the row describes.
func (c *libraryCall) newCaller(row *model.Row) []setID {
	o := c.make(callerLib, c.name)
	for i, a := range c.args {
		c.write(o, c.below(0, argumentField(i)), a)
	}
	c.callers[o.id] = lateCall{row: row, name: c.name, args: len(c.args)}
	return c.shaped(c.ref(o, 0))
}

// A lateCall is a call that a function made by a library makes.
type lateCall struct {
	row  *model.Row
	name string
	args int
}

func argumentField(i int) string { return "$" + itoa(int64(i)) }

// newSetter makes a function that sets what the row says in its first argument.
func (c *libraryCall) newSetter(row *model.Row) []setID { return c.newCaller(row) }

// callLate makes the call of a function that a library made.
func (f *frame) callLate(o *object, args []setID, e edge) []setID {
	late := f.callers[o.id]
	c := &libraryCall{frame: f, in: &ir.Instr{Class: ir.Tuple, Results: []ir.Param{{Class: ir.Interface}, {}}}, name: late.name, kind: e.kind}
	for i := range late.args {
		c.args = append(c.args, f.setAt(o, f.below(0, argumentField(i))))
	}
	switch {
	case late.row.Kind == model.Setter:
		if len(args) > 0 {
			c.setIn(args[0], late.row)
		}
		return nil
	case late.row.Args[model.RoleTopic].Base != model.Nowhere || late.row.Args[model.RoleOption].Base != model.Nowhere:
		return c.requestReply(late.row)
	}
	return c.outbound(late.row)
}

// setIn sets fields of objects, or puts a value under a key of theirs.
func (c *libraryCall) setIn(objects setID, row *model.Row) {
	if _, keyed := row.Const[model.RoleKey]; keyed {
		c.putIn(objects, row)
		return
	}
	for _, role := range row.Roles() {
		c.setField(objects, string(role), c.arg(row, role))
	}
}

// serveCaller has a request answered by a function that makes a call.
func (f *frame) serveCaller(o *object, e edge) {
	c := f.served[o.id]
	if c == nil {
		c = f.newContext(nil, nil, nil)
		c.serving = true
		f.served[o.id] = c
		c.native = func(f *frame) { f.callLate(o, nil, edge{kind: callEdge}) }
		f.start(c)
	}
	e.instr, e.callee = f.edgeInstr(), c.id
	f.c.edges = append(f.c.edges, e)
}

// madeRequests returns requests: in place of functions what they make.
func (c *libraryCall) madeRequests(s setID) setID {
	out := bottom
	for _, x := range c.members(s) {
		made := c.callables(c.one(x))
		for _, fn := range made {
			out = c.join(out, resultAt(c.apply(fn, nil, c.kind), 0))
		}
		if len(made) == 0 {
			out = c.join(out, c.one(x))
		}
	}
	return out
}
