package lower

import (
	"go/ast"
	"go/token"
	"go/types"
)

// withoutBroken takes the bodies away from the functions that hold errors: go/ssa
// makes nonsense of what does not type-check, where it does not panic.
func withoutBroken(fset *token.FileSet, src Source) (Source, []culprit) {
	if len(src.Broken) == 0 {
		return src, nil
	}
	var broken []culprit
	for _, d := range funcDecls(src.Files) {
		if d.Body == nil || !holdsError(fset, d, src.Broken) {
			continue
		}
		name := src.Types.Path() + "." + d.Name.Name
		if obj, ok := src.Info.Defs[d.Name].(*types.Func); ok {
			name = objectName(obj)
		}
		broken = append(broken, culprit{name: name, pos: d.Name.Pos(), text: "it does not type-check"})
		src = withoutBody(src, d)
	}
	return src, broken
}

// holdsError reports whether one of the positions lies in a declaration. An error
// stands on the line that it is about, so lines are enough.
func holdsError(fset *token.FileSet, d *ast.FuncDecl, errors []token.Position) bool {
	first, last := fset.Position(d.Pos()), fset.Position(d.End())
	for _, e := range errors {
		if e.Filename == first.Filename && first.Line <= e.Line && e.Line <= last.Line {
			return true
		}
	}
	return false
}
