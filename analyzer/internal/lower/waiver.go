package lower

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// directive is how the comments begin that speak to hoplint. One with a space is none to
// Go's tools; it is kept, so that whoever wrote it is told.
const directive = "hoplint:"

func isDirective(text string) bool {
	text, ok := strings.CutPrefix(text, "//")
	return ok && strings.HasPrefix(strings.TrimLeft(text, " \t"), directive)
}

// waivers returns the comments of the package's own files that speak to hoplint, with
// the lines that each holds for.
func (l *lowerer) waivers() []ir.Waiver {
	var out []ir.Waiver
	for _, f := range l.src.Files {
		lines := lineIndex{file: l.cfg.Fset.File(f.Package)}
		for _, group := range f.Comments {
			for _, c := range group.List {
				if !isDirective(c.Text) {
					continue
				}
				lines.read(f)
				last := lines.heldBy(c, group)
				out = append(out, ir.Waiver{Pos: l.pos.at(c.Pos()), Last: int32(last), Text: strings.TrimRight(c.Text, " \t\r")})
			}
		}
	}
	slices.SortFunc(out, func(a, b ir.Waiver) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
	return out
}

// A lineIndex says of the lines of a file what stands on them.
type lineIndex struct {
	file *token.File
	code map[int]int // the first column of code, by line; 0 for none
	ends map[int]int // where the declaration or statement ends that begins on a line
}

// line returns the line of a position, whatever line directives say.
func (x *lineIndex) line(p token.Pos) int { return x.file.PositionFor(p, false).Line }

// read looks through the file, once.
func (x *lineIndex) read(f *ast.File) {
	if x.code != nil {
		return
	}
	x.code, x.ends = make(map[int]int), make(map[int]int)
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.CommentGroup, *ast.Comment:
			return false
		case *ast.File:
			return true
		default:
			x.add(n)
			return true
		}
	})
}

// add notes the lines of a node. Of the statements and declarations on one line the
// outermost comes first, and counts.
func (x *lineIndex) add(n ast.Node) {
	x.addCode(n.Pos())
	if n.End() > n.Pos() {
		x.addCode(n.End() - 1)
	}
	first := x.line(n.Pos())
	if end := x.reach(n); end.IsValid() && x.ends[first] == 0 {
		x.ends[first] = x.line(end)
	}
}

func (x *lineIndex) addCode(p token.Pos) {
	if !p.IsValid() {
		return
	}
	at := x.file.PositionFor(p, false)
	if have := x.code[at.Line]; have == 0 || at.Column < have {
		x.code[at.Line] = at.Column
	}
}

// reach returns the last position that a waiver above a node holds for: the end of a
// function declaration, of a simple statement, or the brace that opens the body of one
// that has bodies. Functions within a statement are not part of it.
func (x *lineIndex) reach(n ast.Node) token.Pos {
	switch n := n.(type) {
	case *ast.FuncDecl:
		return n.End() - 1
	case *ast.IfStmt:
		return n.Body.Lbrace
	case *ast.ForStmt:
		return n.Body.Lbrace
	case *ast.RangeStmt:
		return n.Body.Lbrace
	case *ast.SwitchStmt:
		return n.Body.Lbrace
	case *ast.TypeSwitchStmt:
		return n.Body.Lbrace
	case *ast.AssignStmt, *ast.ExprStmt, *ast.ReturnStmt, *ast.DeferStmt, *ast.GoStmt, *ast.SendStmt, *ast.ValueSpec:
		return untilFunction(n)
	}
	return token.NoPos
}

func untilFunction(n ast.Node) token.Pos {
	end := n.End() - 1
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok {
			end = min(end, lit.Body.Lbrace)
			return false
		}
		return true
	})
	return end
}

// heldBy returns the last line that a comment holds for: its own if code stands before
// it; else that of what begins on the line below the comments that it stands in.
func (x *lineIndex) heldBy(c *ast.Comment, group *ast.CommentGroup) int {
	at := x.file.PositionFor(c.Pos(), false)
	if col := x.code[at.Line]; col != 0 && col < at.Column {
		return at.Line
	}
	below := x.line(group.End()-1) + 1
	return max(below, x.ends[below])
}
