package lower

import (
	"cmp"
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// positions turns positions into file, line and column.
type positions struct {
	fset    *token.FileSet
	files   []ir.File
	index   map[*token.File]int32
	foreign map[*token.File]ir.File // files of the generic packages, until one is needed
	// called maps the parenthesis of a call, which is where go/ssa places it, to the
	// name that is called: the last line of a chain of calls rather than the first.
	called map[token.Pos]token.Pos
	// entered are the instances whose calls are in called.
	entered map[ast.Node]bool
}

func newPositions(cfg Config, src Source) positions {
	p := positions{
		fset:    cfg.Fset,
		index:   make(map[*token.File]int32),
		foreign: make(map[*token.File]ir.File),
		called:  make(map[token.Pos]token.Pos),
		entered: make(map[ast.Node]bool),
	}
	p.own(cfg.Dir, src.Files)
	for _, g := range cfg.Generics {
		for _, f := range g.Files {
			tf := p.fset.File(f.Package)
			p.foreign[tf] = ir.File{
				Name:      filepath.Base(tf.Name()),
				Generated: ast.IsGenerated(f),
				Package:   g.Types.Path(),
			}
		}
	}
	return p
}

// own enters the package's own files, sorted by name.
func (p *positions) own(dir string, files []*ast.File) {
	type entry struct {
		tf   *token.File
		file ir.File
	}
	var entries []entry
	for _, f := range files {
		tf := p.fset.File(f.Package)
		entries = append(entries, entry{tf, ir.File{Name: relative(dir, tf.Name()), Generated: ast.IsGenerated(f)}})
		p.findCalls(f)
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.file.Name, b.file.Name) })
	for i, e := range entries {
		p.index[e.tf] = int32(i)
		p.files = append(p.files, e.file)
	}
}

func relative(dir, name string) string {
	rel, err := filepath.Rel(dir, name)
	if err != nil {
		return filepath.Base(name)
	}
	return filepath.ToSlash(rel)
}

// enter prepares for lowering fn: instances of generic functions of other packages
// bring their syntax along.
func (p *positions) enter(fn *ssa.Function) {
	if node := fn.Syntax(); node != nil && len(fn.TypeArgs()) > 0 && !p.entered[node] {
		p.entered[node] = true
		p.findCalls(node)
	}
}

func (p *positions) findCalls(root ast.Node) {
	ast.Inspect(root, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			p.called[call.Lparen] = calledName(call)
		}
		return true
	})
}

// calledName is where the name of the called function stands.
func calledName(call *ast.CallExpr) token.Pos {
	fun := ast.Unparen(call.Fun)
	switch f := fun.(type) {
	case *ast.IndexExpr:
		fun = ast.Unparen(f.X)
	case *ast.IndexListExpr:
		fun = ast.Unparen(f.X)
	}
	switch f := fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Pos()
	case *ast.CallExpr: // f()()
		return call.Lparen
	}
	return fun.Pos()
}

// at is the position pos, or NoPos if it lies in no file that has syntax here.
func (p *positions) at(pos token.Pos) ir.Pos {
	if !pos.IsValid() {
		return ir.NoPos
	}
	tf := p.fset.File(pos)
	i, ok := p.fileIndex(tf)
	if !ok {
		return ir.NoPos
	}
	// Line directives are not followed: they name files that nobody edits or sees.
	at := tf.PositionFor(pos, false)
	return ir.Pos{File: i, Line: int32(at.Line), Col: int32(at.Column)}
}

func (p *positions) fileIndex(tf *token.File) (int32, bool) {
	if i, ok := p.index[tf]; ok {
		return i, true
	}
	f, ok := p.foreign[tf]
	if !ok {
		return 0, false
	}
	i := int32(len(p.files))
	p.files = append(p.files, f)
	p.index[tf] = i
	return i, true
}

// call is the position of a call, given that of its parenthesis.
func (p *positions) call(lparen token.Pos) ir.Pos {
	if name, ok := p.called[lparen]; ok {
		return p.at(name)
	}
	return p.at(lparen)
}
