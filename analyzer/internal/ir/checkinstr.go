package ir

import "fmt"

// arity is how many Args an Op has; many if there may be any number.
var arity = [...]int{
	Nop: 0, Alloc: 0, Make: 0, Closure: many, FieldAddr: 1, Field: 1, IndexAddr: 2, Index: 2, Lookup: 2,
	Load: 1, Phi: many, Extract: 1, Range: 1, Next: 1, Subslice: 1, Convert: 1, ToInterface: 1, Assert: 1,
	Concat: 2, Equal: 2, NotEqual: 2, Not: 1, Recv: 1, Select: many, Store: 2, MapUpdate: 3, Send: 2,
	Call: many, Go: many, Defer: many, If: 1, Jump: 0, Return: many, Panic: 0,
}

const many = -1

// successors is how many blocks may follow one that ends with an Op.
func successors(op Op) int {
	switch op {
	case If:
		return 2
	case Jump:
		return 1
	}
	return 0
}

func isControl(op Op) bool { return op >= If }

// instr checks the instruction number n of b.
func (c *checker) instr(b *Block, n int) error {
	i := &b.Instrs[n]
	if i.Op > Panic || i.Class > Tuple || i.Callee > Builtin {
		return fmt.Errorf("invalid op, class or callee")
	}
	if want := arity[i.Op]; want != many && len(i.Args) != want {
		return fmt.Errorf("%d arguments, not %d", len(i.Args), want)
	}
	last := n == len(b.Instrs)-1
	if last && len(b.Succs) != successors(i.Op) || !last && isControl(i.Op) {
		return fmt.Errorf("control does not fit %d successors", len(b.Succs))
	}
	for _, o := range i.Args {
		if err := c.operand(o); err != nil {
			return err
		}
	}
	if err := c.pos(i.Pos); err != nil {
		return err
	}
	if err := c.shape(b, i); err != nil {
		return err
	}
	return c.define(i)
}

// shape checks what is peculiar to an Op.
func (c *checker) shape(b *Block, i *Instr) error {
	switch i.Op {
	case Phi:
		if len(i.Args) != len(b.Preds) {
			return fmt.Errorf("%d arguments for %d predecessors", len(i.Args), len(b.Preds))
		}
	case Return:
		if len(i.Args) != len(c.fn.Results) {
			return fmt.Errorf("%d results, not %d", len(i.Args), len(c.fn.Results))
		}
	case Select:
		return c.selekt(i)
	case Call, Go, Defer:
		return c.call(i)
	case Closure, FieldAddr, Field:
		return required(i.Sym, "symbol")
	case Alloc, Make, ToInterface, Assert:
		return required(i.Type, "type")
	}
	return nil
}

func required(s, what string) error {
	if s == "" {
		return fmt.Errorf("no %s", what)
	}
	return nil
}

func (c *checker) selekt(i *Instr) error {
	if len(i.States) != len(i.Args) {
		return fmt.Errorf("%d states for %d channels", len(i.States), len(i.Args))
	}
	for _, o := range i.States {
		if err := c.operand(o); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) call(i *Instr) error {
	args := len(i.Args)
	switch i.Callee {
	case NoCallee:
		return fmt.Errorf("no callee")
	case Dynamic:
		args-- // the function value
	default:
		if err := required(i.Sym, "callee"); err != nil {
			return err
		}
	}
	if i.Callee == Invoke && i.Method == "" || (i.Callee == Invoke || i.Callee == Dynamic) && len(i.Args) == 0 {
		return fmt.Errorf("nothing to call")
	}
	for n, p := range i.Pass {
		if p < 0 || int(p) >= args || n > 0 && p <= i.Pass[n-1] {
			return fmt.Errorf("argument %d cannot be passed", p)
		}
	}
	return nil
}

// define checks that the result has the next register.
func (c *checker) define(i *Instr) error {
	if i.Dst == -1 {
		return nil
	}
	if i.Dst != c.next || isControl(i.Op) || i.Op == Nop {
		return fmt.Errorf("result in register %d, not %d", i.Dst, c.next)
	}
	c.next++
	return nil
}
