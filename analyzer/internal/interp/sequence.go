package interp

import "github.com/hoplint/hoplint/analyzer/internal/model"

// sequenceLib marks the handlers that hand a request to several others.
const sequenceLib = "sequence"

// handlersField holds the handlers of a sequence.
const handlersField = string(model.RoleHandlers)

// newSequence makes a handler that hands a request to several, one after another.
func (c *libraryCall) newSequence(row *model.Row) []setID {
	o := c.make(sequenceLib, "")
	c.write(o, c.below(0, handlersField), c.arg(row, model.RoleHandlers))
	c.write(o, c.below(0, string(model.RoleOption)), c.arg(row, model.RoleOption))
	return c.shaped(c.ref(o, 0))
}

// after makes a handler that has others run before it.
func (c *libraryCall) after(before, handler setID) setID {
	o := c.make(sequenceLib, itoa(int64(before))+" "+itoa(int64(handler)))
	c.write(o, c.below(0, handlersField), c.join(before, handler))
	return c.ref(o, 0)
}

// serveSequence hands a request to the handlers of a sequence. They are one context,
// since those that hand nothing on are middleware of the one that does.
func (f *frame) serveSequence(x value, req setID, e edge) {
	s := sequence{handler: f.one(x), request: req}
	c := f.sequences[s]
	if c == nil {
		c = f.newContext(nil, nil, nil)
		f.sequences[s] = c
		c.native = func(f *frame) { f.serveInTurn(x, req) }
		f.start(c)
	}
	e.instr, e.callee = f.edgeInstr(), c.id
	f.c.edges = append(f.c.edges, e)
}

func (f *frame) serveInTurn(x value, req setID) {
	c := &libraryCall{frame: f}
	for _, h := range f.members(c.inOptions(f.one(x), model.RoleHandlers, maxOptions)) {
		if fn := c.methodOf(h, handlerMethod.Method); fn != nil {
			args := f.handlerArgs(fn, req)
			args[0] = f.set([]valueID{valueID(h.n)})
			f.edgeTo(fn, nil, args, edge{kind: callEdge})
			continue
		}
		if inner := f.opened(f.one(h))[0]; inner.kind == funcValue || inner.kind == refValue && f.object(inner.n).fn != nil {
			h = inner // a function of whatever type
		}
		f.serveOne(h, req, edge{kind: callEdge})
	}
}
