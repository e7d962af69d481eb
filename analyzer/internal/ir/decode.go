package ir

import (
	"encoding/binary"
	"fmt"
	"math"
)

// A decoder reads the parts of a package. After an error it reads zeros; lengths
// are bounded by the bytes left, so that it always ends.
type decoder struct {
	data  []byte
	err   error
	table []string
	last  Pos
	next  int32
}

func (d *decoder) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("ir package is damaged: "+format, args...)
	}
	d.data = nil
}

func (d *decoder) uint() uint64 {
	n, size := binary.Uvarint(d.data)
	if size <= 0 {
		d.fail("number expected")
		return 0
	}
	d.data = d.data[size:]
	return n
}

func (d *decoder) int() int64 {
	n, size := binary.Varint(d.data)
	if size <= 0 {
		d.fail("number expected")
		return 0
	}
	d.data = d.data[size:]
	return n
}

func (d *decoder) int32() int32 {
	n := d.int()
	if n < math.MinInt32 || n > math.MaxInt32 {
		d.fail("number %d is too large", n)
		return 0
	}
	return int32(n)
}

func (d *decoder) byte() byte {
	if len(d.data) == 0 {
		d.fail("byte expected")
		return 0
	}
	b := d.data[0]
	d.data = d.data[1:]
	return b
}

func (d *decoder) bool() bool { return d.byte() != 0 }

func (d *decoder) string() string {
	n := d.uint()
	if n >= uint64(len(d.table)) {
		d.fail("string %d of %d", n, len(d.table))
		return ""
	}
	return d.table[n]
}

func (d *decoder) pos() Pos {
	p := Pos{
		File: d.add(d.last.File),
		Line: d.add(d.last.Line),
		Col:  d.int32(),
	}
	d.last = p
	return p
}

// add reads a distance from base.
func (d *decoder) add(base int32) int32 {
	n := d.int() + int64(base)
	if n < math.MinInt32 || n > math.MaxInt32 {
		d.fail("number %d is too large", n)
		return 0
	}
	return int32(n)
}

// list reads a length and so many elements, of at least size bytes each.
func list[T any](d *decoder, size int, read func() T) []T {
	n := d.uint()
	if n > uint64(len(d.data)/size) {
		d.fail("list of %d is too long", n)
	}
	if d.err != nil || n == 0 {
		return nil
	}
	out := make([]T, 0, n)
	for range n {
		out = append(out, read())
		if d.err != nil {
			return nil
		}
	}
	return out
}

// text reads an entry of the string table.
func (d *decoder) text() string {
	n := d.uint()
	if n > uint64(len(d.data)) {
		d.fail("string of %d bytes is too long", n)
		return ""
	}
	s := string(d.data[:n])
	d.data = d.data[n:]
	return s
}

func (d *decoder) pkg() *Package {
	d.table = list(d, 1, d.text)
	return &Package{
		Path:     d.string(),
		Name:     d.string(),
		Files:    list(d, 3, d.file),
		Imports:  list(d, 1, d.string),
		Funcs:    list(d, 13, d.function),
		Types:    list(d, 6, d.typ),
		Init:     d.string(),
		Problems: list(d, 5, d.problem),
		Waivers:  list(d, 5, d.waiver),
	}
}

func (d *decoder) file() File {
	return File{Name: d.string(), Generated: d.bool(), Package: d.string()}
}

func (d *decoder) waiver() Waiver {
	return Waiver{Pos: d.pos(), Last: d.int32(), Text: d.string()}
}

func (d *decoder) problem() Problem {
	return Problem{Func: d.string(), Pos: d.pos(), Text: d.string()}
}

func (d *decoder) typ() Type {
	return Type{
		Name:     d.string(),
		Class:    Class(d.byte()),
		Elem:     d.string(),
		Methods:  list(d, 2, d.method),
		Requires: list(d, 1, d.string),
		Fields:   list(d, 5, d.field),
	}
}

func (d *decoder) method() Method { return Method{Name: d.string(), Func: d.string()} }

func (d *decoder) field() StructField {
	return StructField{
		Name:     d.string(),
		Type:     d.string(),
		Class:    Class(d.byte()),
		Tag:      d.string(),
		Embedded: d.bool(),
	}
}

func (d *decoder) param() Param {
	return Param{Name: d.string(), Class: Class(d.byte()), Type: d.string()}
}

func (d *decoder) constant() Const {
	return Const{Kind: ConstKind(d.byte()), Text: d.string(), Int: d.int()}
}

func (d *decoder) operand() Operand { return Operand(d.int32()) }

func (d *decoder) function() Func {
	f := Func{Name: d.string(), Pos: d.pos()}
	set := d.byte()
	f.Recv, f.Variadic, f.Wrapper = set&1 != 0, set&2 != 0, set&4 != 0
	f.Params = list(d, 3, d.param)
	f.Free = list(d, 3, d.param)
	f.Results = list(d, 3, d.param)
	f.Consts = list(d, 3, d.constant)
	d.next = int32(len(f.Params) + len(f.Free))
	f.Blocks = list(d, 4, d.block)
	f.Loops = list(d, 7, d.loop)
	f.Regs = int(d.int32())
	return f
}

func (d *decoder) loop() Loop {
	return Loop{Kind: LoopKind(d.byte()), Parent: d.int32(), Pos: d.pos(), Over: d.operand(), Walk: d.bool()}
}

func (d *decoder) block() Block {
	return Block{
		Instrs: list(d, 4, d.instr),
		Preds:  list(d, 1, d.int32),
		Succs:  list(d, 1, d.int32),
		Loop:   d.int32(),
	}
}

func (d *decoder) instr() Instr {
	i := Instr{Op: Op(d.byte()), Dst: -1, Pos: NoPos}
	set := d.byte()
	i.CommaOk = set&hasCommaOk != 0
	i.Class = Class(d.byte())
	i.Args = list(d, 1, d.operand)
	if set&hasDst != 0 {
		i.Dst = d.add(d.next)
		d.next = i.Dst + 1
	}
	if set&hasSym != 0 {
		i.Sym = d.string()
	}
	if set&hasType != 0 {
		i.Type = d.string()
	}
	if set&hasInt != 0 {
		i.Int = d.int32()
	}
	if set&hasPos != 0 {
		i.Pos = d.pos()
	}
	if set&hasCall != 0 {
		i.Callee = Callee(d.byte())
		i.Method = d.string()
		i.Pass = list(d, 1, d.int32)
		i.Takes = list(d, 1, d.string)
		i.Results = list(d, 3, d.param)
	}
	if set&hasStates != 0 {
		i.States = list(d, 1, d.operand)
	}
	return i
}
