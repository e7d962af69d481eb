package ir

import (
	"encoding/binary"
	"maps"
	"slices"
)

// An encoder writes the parts of a package. Strings are numbered as they turn up,
// and in the order of the sorted table once all are known.
type encoder struct {
	buf     []byte
	strings map[string]int // place in the sorted table
	// collect is true on the first of two passes, which only finds the strings.
	collect bool
	last    Pos
	next    int32 // register that the next result probably has
}

func newEncoder() *encoder { return &encoder{strings: make(map[string]int)} }

// pkg makes two passes over p.
func (e *encoder) pkg(p *Package) {
	e.collect = true
	e.content(p)
	for i, s := range slices.Sorted(maps.Keys(e.strings)) {
		e.strings[s] = i
	}
	e.collect = false
	e.buf = e.buf[:0]
	e.last = Pos{}
	e.content(p)
}

// body is the string table and what was written.
func (e *encoder) body() []byte {
	table := slices.Sorted(maps.Keys(e.strings))
	out := binary.AppendUvarint(nil, uint64(len(table)))
	for _, s := range table {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	return append(out, e.buf...)
}

func (e *encoder) uint(n uint64) { e.buf = binary.AppendUvarint(e.buf, n) }
func (e *encoder) int(n int64)   { e.buf = binary.AppendVarint(e.buf, n) }
func (e *encoder) byte(b byte)   { e.buf = append(e.buf, b) }

func (e *encoder) bool(b bool) {
	if b {
		e.byte(1)
	} else {
		e.byte(0)
	}
}

func (e *encoder) string(s string) {
	if e.collect {
		e.strings[s] = 0
		return
	}
	e.uint(uint64(e.strings[s]))
}

// pos writes a position as its distance from the one before.
func (e *encoder) pos(p Pos) {
	e.int(int64(p.File) - int64(e.last.File))
	e.int(int64(p.Line) - int64(e.last.Line))
	e.int(int64(p.Col))
	e.last = p
}

// each writes the length of s and its elements.
func each[T any](e *encoder, s []T, write func(*T)) {
	e.uint(uint64(len(s)))
	for i := range s {
		write(&s[i])
	}
}

func (e *encoder) stringRef(s *string)   { e.string(*s) }
func (e *encoder) index(n *int32)        { e.int(int64(*n)) }
func (e *encoder) operandRef(o *Operand) { e.int(int64(*o)) }

func (e *encoder) content(p *Package) {
	e.string(p.Path)
	e.string(p.Name)
	each(e, p.Files, func(f *File) {
		e.string(f.Name)
		e.bool(f.Generated)
		e.string(f.Package)
	})
	each(e, p.Imports, e.stringRef)
	each(e, p.Funcs, e.function)
	each(e, p.Types, e.typ)
	e.string(p.Init)
	each(e, p.Problems, func(r *Problem) {
		e.string(r.Func)
		e.pos(r.Pos)
		e.string(r.Text)
	})
	each(e, p.Waivers, func(w *Waiver) {
		e.pos(w.Pos)
		e.index(&w.Last)
		e.string(w.Text)
	})
}

func (e *encoder) typ(t *Type) {
	e.string(t.Name)
	e.byte(byte(t.Class))
	e.string(t.Elem)
	each(e, t.Methods, func(m *Method) {
		e.string(m.Name)
		e.string(m.Func)
	})
	each(e, t.Requires, e.stringRef)
	each(e, t.Fields, func(f *StructField) {
		e.string(f.Name)
		e.string(f.Type)
		e.byte(byte(f.Class))
		e.string(f.Tag)
		e.bool(f.Embedded)
	})
}

func (e *encoder) param(p *Param) {
	e.string(p.Name)
	e.byte(byte(p.Class))
	e.string(p.Type)
}

func (e *encoder) function(f *Func) {
	e.string(f.Name)
	e.pos(f.Pos)
	e.byte(flags(f.Recv, f.Variadic, f.Wrapper))
	each(e, f.Params, e.param)
	each(e, f.Free, e.param)
	each(e, f.Results, e.param)
	each(e, f.Consts, func(c *Const) {
		e.byte(byte(c.Kind))
		e.string(c.Text)
		e.int(c.Int)
	})
	e.next = int32(len(f.Params) + len(f.Free))
	each(e, f.Blocks, e.block)
	each(e, f.Loops, func(l *Loop) {
		e.byte(byte(l.Kind))
		e.int(int64(l.Parent))
		e.pos(l.Pos)
		e.int(int64(l.Over))
		e.bool(l.Walk)
	})
	e.int(int64(f.Regs))
}

func (e *encoder) block(b *Block) {
	each(e, b.Instrs, e.instr)
	each(e, b.Preds, e.index)
	each(e, b.Succs, e.index)
	e.int(int64(b.Loop))
}

// Bits of the byte that says which fields of an instruction follow.
const (
	hasCommaOk = 1 << iota
	hasDst
	hasSym
	hasType
	hasInt
	hasPos
	hasCall // Callee, Method, Pass, Takes, Results
	hasStates
)

func (e *encoder) instr(i *Instr) {
	call := i.Callee != NoCallee || i.Method != "" || len(i.Pass) > 0 || len(i.Takes) > 0 || len(i.Results) > 0
	set := flags(i.CommaOk, i.Dst != -1, i.Sym != "", i.Type != "", i.Int != 0, i.Pos != NoPos, call, len(i.States) > 0)
	e.byte(byte(i.Op))
	e.byte(set)
	e.byte(byte(i.Class))
	each(e, i.Args, e.operandRef)
	if set&hasDst != 0 {
		e.int(int64(i.Dst) - int64(e.next))
		e.next = i.Dst + 1
	}
	if set&hasSym != 0 {
		e.string(i.Sym)
	}
	if set&hasType != 0 {
		e.string(i.Type)
	}
	if set&hasInt != 0 {
		e.int(int64(i.Int))
	}
	if set&hasPos != 0 {
		e.pos(i.Pos)
	}
	if set&hasCall != 0 {
		e.byte(byte(i.Callee))
		e.string(i.Method)
		each(e, i.Pass, e.index)
		each(e, i.Takes, e.stringRef)
		each(e, i.Results, e.param)
	}
	if set&hasStates != 0 {
		each(e, i.States, e.operandRef)
	}
}

// flags packs up to eight bits, the first the lowest.
func flags(bits ...bool) byte {
	var b byte
	for i, on := range bits {
		if on {
			b |= 1 << i
		}
	}
	return b
}
