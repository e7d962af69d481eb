package ir

import (
	"fmt"
	"strconv"
	"strings"
)

// String is f in a form for people: a line an instruction. Registers are r0, r1, …
// and constants are written out, an unknown one as "_".
func (f *Func) String() string {
	p := printer{fn: f}
	p.header()
	for i := range f.Blocks {
		p.block(i)
	}
	return p.String()
}

// String is p in a form for people: its types, then its functions.
func (p *Package) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s // %s\n", p.Name, p.Path)
	for _, f := range p.Files {
		fmt.Fprintf(&b, "file %s%s%s\n", f.Name, mark(f.Generated, " generated"), mark(f.Package != "", " of "+f.Package))
	}
	for _, i := range p.Imports {
		fmt.Fprintf(&b, "import %s\n", i)
	}
	for _, pr := range p.Problems {
		fmt.Fprintf(&b, "problem %s: %s: %s\n", pr.Pos, pr.Func, pr.Text)
	}
	for _, w := range p.Waivers {
		fmt.Fprintf(&b, "waiver %s to %d: %s\n", w.Pos, w.Last, w.Text)
	}
	for i := range p.Types {
		b.WriteString(p.Types[i].String())
	}
	for i := range p.Funcs {
		b.WriteString("\n" + p.Funcs[i].String())
	}
	return b.String()
}

// String is t in a form for people.
func (t *Type) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "type %s %s%s\n", t.Name, t.Class, mark(t.Elem != "", " of "+t.Elem))
	for _, r := range t.Requires {
		fmt.Fprintf(&b, "\trequires %s\n", r)
	}
	for _, m := range t.Methods {
		fmt.Fprintf(&b, "\tmethod %s = %s\n", m.Name, m.Func)
	}
	for _, f := range t.Fields {
		fmt.Fprintf(&b, "\tfield %s %s %s%s%s\n", f.Name, f.Class, f.Type,
			mark(f.Embedded, " embedded"), mark(f.Tag != "", " "+strconv.Quote(f.Tag)))
	}
	return b.String()
}

func (p Pos) String() string {
	if p.File < 0 {
		return "-"
	}
	return fmt.Sprintf("%d:%d:%d", p.File, p.Line, p.Col)
}

func mark(on bool, text string) string {
	if on {
		return text
	}
	return ""
}

// A printer prints a function.
type printer struct {
	strings.Builder
	fn *Func
}

func (p *printer) header() {
	f := p.fn
	fmt.Fprintf(p, "func %s(%s)", f.Name, params(f.Params))
	if len(f.Results) > 0 {
		fmt.Fprintf(p, " (%s)", params(f.Results))
	}
	fmt.Fprintf(p, "%s%s%s\n", mark(f.Recv, " recv"), mark(f.Variadic, " variadic"), mark(f.Wrapper, " wrapper"))
	for i, v := range f.Free {
		fmt.Fprintf(p, "\tfree r%d %s\n", len(f.Params)+i, params([]Param{v}))
	}
	for i, l := range f.Loops {
		fmt.Fprintf(p, "\tloop %d %s over %s%s%s\n", i, l.Kind, p.operand(l.Over), mark(l.Walk, " walk"), mark(l.Parent >= 0, fmt.Sprintf(" in %d", l.Parent)))
	}
}

func params(ps []Param) string {
	var out []string
	for _, p := range ps {
		out = append(out, strings.TrimSpace(p.Name+" "+p.Type))
	}
	return strings.Join(out, ", ")
}

func (p *printer) block(n int) {
	b := &p.fn.Blocks[n]
	fmt.Fprintf(p, "b%d:", n)
	for _, pred := range b.Preds {
		fmt.Fprintf(p, " <-b%d", pred)
	}
	fmt.Fprintf(p, "%s\n", mark(b.Loop >= 0, fmt.Sprintf(" loop %d", b.Loop)))
	for i := range b.Instrs {
		p.WriteString("\t" + p.instr(&b.Instrs[i]))
		if i == len(b.Instrs)-1 {
			for _, s := range b.Succs {
				fmt.Fprintf(p, " b%d", s)
			}
		}
		p.WriteString("\n")
	}
}

// instr is an instruction without its position: "r3 = call static net/http.Get("x") string".
func (p *printer) instr(i *Instr) string {
	var b strings.Builder
	if i.Dst >= 0 {
		fmt.Fprintf(&b, "r%d = ", i.Dst)
	}
	b.WriteString(i.Op.String())
	if i.Callee != NoCallee {
		b.WriteString(" " + i.Callee.String())
	}
	b.WriteString(mark(i.CommaOk, " ok"))
	b.WriteString(mark(i.Sym != "", " "+i.Sym))
	fmt.Fprintf(&b, "(%s)", p.operands(i.Args))
	b.WriteString(mark(len(i.States) > 0, " send("+p.operands(i.States)+")"))
	b.WriteString(mark(i.Int != 0, " #"+strconv.Itoa(int(i.Int))))
	b.WriteString(mark(i.Type != "", " "+i.Type))
	b.WriteString(mark(len(i.Results) > 0, " ("+params(i.Results)+")"))
	b.WriteString(mark(i.Op == Alloc || i.Op == Make, " "+i.Class.String()))
	b.WriteString(mark(len(i.Pass) > 0, " pass "+strings.Trim(fmt.Sprint(i.Pass), "[]")))
	return b.String()
}

func (p *printer) operands(os []Operand) string {
	var out []string
	for _, o := range os {
		out = append(out, p.operand(o))
	}
	return strings.Join(out, ", ")
}

func (p *printer) operand(o Operand) string {
	switch {
	case o >= 0:
		return "r" + strconv.Itoa(int(o))
	case int(^o) >= len(p.fn.Consts):
		return "!const" + strconv.Itoa(int(^o))
	}
	return p.fn.Consts[^o].String()
}

// String is c in a form for people.
func (c Const) String() string {
	switch c.Kind {
	case UnknownConst:
		return "_"
	case StringConst:
		return strconv.Quote(c.Text)
	case IntConst:
		return strconv.FormatInt(c.Int, 10)
	case BoolConst:
		return strconv.FormatBool(c.Int != 0)
	case NilConst:
		return "nil"
	case ZeroConst:
		return "zero " + c.Text
	case GlobalConst:
		return "&" + c.Text
	}
	return c.Text
}
