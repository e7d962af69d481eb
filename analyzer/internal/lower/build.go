package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// mode of go/ssa: instances have bodies of their own, and nothing runs beside us.
const mode = ssa.InstantiateGenerics | ssa.BuildSerially

// built is a package in the form of go/ssa, but for the functions that it failed on.
type built struct {
	prog     *ssa.Program
	pkg      *ssa.Package
	culprits []culprit
}

// A culprit is a function that go/ssa panicked on.
type culprit struct {
	name string
	pos  token.Pos
	text string
}

// maxCulprits bounds how often a package is built anew without one more function.
const maxCulprits = 32

// build makes go/ssa of src. go/ssa panics on syntax that does not type-check, and
// then gives up the whole package; so build takes the body away from the function
// that it stumbled over, and starts again.
func build(cfg Config, src Source) (*built, error) {
	var culprits []culprit
	for range maxCulprits {
		b, text := tryBuild(cfg, src)
		if text == "" {
			b.culprits = culprits
			return b, nil
		}
		if b == nil {
			return nil, fmt.Errorf("go/ssa cannot create package %s: %s", src.Types.Path(), text)
		}
		c, rest, ok := b.withoutCulprit(src)
		if !ok {
			return nil, fmt.Errorf("go/ssa cannot build package %s: %s", src.Types.Path(), text)
		}
		c.text = text
		culprits = append(culprits, c)
		src = rest
	}
	return nil, fmt.Errorf("go/ssa cannot build package %s: it fails on more than %d functions", src.Types.Path(), maxCulprits)
}

// tryBuild creates and builds src. The text is that of a panic; the result is nil
// if the panic came before any body was built.
func tryBuild(cfg Config, src Source) (b *built, text string) {
	defer func() {
		if r := recover(); r != nil {
			text = panicText(r)
		}
	}()
	prog := ssa.NewProgram(cfg.Fset, mode)
	created := map[*types.Package]bool{src.Types: true}
	generics := slices.DeleteFunc(slices.Clone(cfg.Generics), func(g Source) bool { return !declaresGenerics(g.Files) })
	for _, g := range generics {
		if !created[g.Types] {
			created[g.Types] = true
			prog.CreatePackage(g.Types, g.Files, g.Info, true)
		}
	}
	createImports(prog, src.Types, created)
	for _, g := range generics {
		createImports(prog, g.Types, created)
	}
	pkg := prog.CreatePackage(src.Types, src.Files, src.Info, true)
	b = &built{prog: prog, pkg: pkg}
	pkg.Build()
	return b, ""
}

// declaresGenerics reports whether one of the functions or methods is generic.
func declaresGenerics(files []*ast.File) bool {
	return slices.ContainsFunc(funcDecls(files), func(d *ast.FuncDecl) bool {
		return d.Type.TypeParams != nil || d.Recv != nil && isInstantiated(d.Recv.List[0].Type)
	})
}

// isInstantiated reports whether a receiver's type has type parameters.
func isInstantiated(recv ast.Expr) bool {
	recv = ast.Unparen(recv)
	if star, ok := recv.(*ast.StarExpr); ok {
		recv = ast.Unparen(star.X)
	}
	switch recv.(type) {
	case *ast.IndexExpr, *ast.IndexListExpr:
		return true
	}
	return false
}

// createImports creates what pkg imports, from declarations alone. go/ssa makes the
// methods of packages further below by itself.
func createImports(prog *ssa.Program, pkg *types.Package, created map[*types.Package]bool) {
	for _, p := range pkg.Imports() {
		if !created[p] {
			created[p] = true
			prog.CreatePackage(p, nil, nil, true)
		}
	}
}

func panicText(r any) string { return fmt.Sprintf("internal error: %v", r) }

// withoutCulprit finds the function that go/ssa was building when it panicked, and
// returns src without the body of that function. go/ssa builds the initialiser
// first, then the declared functions in order, so it is the last one begun.
func (b *built) withoutCulprit(src Source) (culprit, Source, bool) {
	decls := funcDecls(src.Files)
	for _, d := range slices.Backward(decls) {
		fn := b.functionOf(src, d)
		if d.Body == nil || fn == nil || len(fn.Blocks) == 0 {
			continue
		}
		obj := fn.Object().(*types.Func)
		return culprit{name: objectName(obj), pos: d.Name.Pos()}, withoutBody(src, d), true
	}
	if len(src.Info.InitOrder) == 0 {
		return culprit{}, src, false
	}
	info := *src.Info
	info.InitOrder = nil
	c := culprit{name: src.Types.Path() + ".init", pos: token.NoPos}
	return c, Source{Types: src.Types, Files: src.Files, Info: &info}, true
}

// withoutBody returns src with a copy of d's file in which d has no body.
func withoutBody(src Source, d *ast.FuncDecl) Source {
	src.Files = slices.Clone(src.Files)
	for i, f := range src.Files {
		j := slices.Index(f.Decls, ast.Decl(d))
		if j < 0 {
			continue
		}
		file, decl := *f, *d
		decl.Body = nil
		file.Decls = slices.Clone(f.Decls)
		file.Decls[j] = &decl
		src.Files[i] = &file
		// The version of the language is found by file.
		info := *src.Info
		info.FileVersions = withFile(info.FileVersions, f, &file)
		src.Info = &info
	}
	return src
}

func withFile(versions map[*ast.File]string, old, file *ast.File) map[*ast.File]string {
	m := make(map[*ast.File]string, len(versions)+1)
	for f, v := range versions {
		m[f] = v
	}
	m[file] = versions[old]
	return m
}

// declared lists the functions to begin with: the initialiser and what is declared.
func (b *built) declared(src Source) []*ssa.Function {
	fns := []*ssa.Function{b.pkg.Func("init")}
	for _, d := range funcDecls(src.Files) {
		if d.Name.Name == "_" {
			continue // nothing can call it
		}
		if fn := b.functionOf(src, d); fn != nil {
			fns = append(fns, fn)
		}
	}
	return fns
}

func (b *built) functionOf(src Source, d *ast.FuncDecl) *ssa.Function {
	obj, ok := src.Info.Defs[d.Name].(*types.Func)
	if !ok {
		return nil
	}
	return b.prog.FuncValue(obj)
}

func funcDecls(files []*ast.File) []*ast.FuncDecl {
	var decls []*ast.FuncDecl
	for _, f := range files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok {
				decls = append(decls, fd)
			}
		}
	}
	return decls
}
