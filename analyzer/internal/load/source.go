package load

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"go/version"
	"runtime"
	"strings"
)

// maxErrors is how many errors of a package are kept; more add nothing.
const maxErrors = 10

// A source is a package made from its files.
type source struct {
	types  *types.Package
	files  []*ast.File
	info   *types.Info
	errors []Error
}

// A reader makes packages from source.
type reader struct {
	fset  *token.FileSet
	sizes types.Sizes
}

func newReader(t target) reader {
	return reader{fset: token.NewFileSet(), sizes: types.SizesFor("gc", t.GOARCH)}
}

// imports finds the types of what a package imports.
type imports func(path string) (*types.Package, error)

// Import is how go/types asks.
func (f imports) Import(path string) (*types.Package, error) { return f(path) }

// declare makes a package of its declarations alone. Errors are of no interest:
// what type-checks is kept.
func (r reader) declare(p *Package, from imports) *types.Package {
	var s source
	s.files = r.parse(p, parser.SkipObjectResolution, &s)
	cfg := r.config(p, from, &s)
	cfg.IgnoreFuncBodies = true
	r.check(p, cfg, &s)
	return s.types
}

// full makes a package with all that go/ssa asks for.
func (r reader) full(p *Package, from imports) *source {
	s := &source{info: &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}}
	// Comments are for ast.IsGenerated.
	s.files = r.parse(p, parser.SkipObjectResolution|parser.ParseComments, s)
	r.check(p, r.config(p, from, s), s)
	return s
}

func (r reader) parse(p *Package, mode parser.Mode, s *source) []*ast.File {
	var files []*ast.File
	for _, name := range p.Files {
		file, err := parser.ParseFile(r.fset, name, nil, mode)
		if err != nil {
			s.add(syntaxErrors(name, err)...)
		}
		if file != nil && file.Name != nil {
			files = append(files, file)
		}
	}
	return files
}

func (r reader) config(p *Package, from imports, s *source) *types.Config {
	return &types.Config{
		GoVersion:   supported(p.languageVersion()),
		FakeImportC: true, // the go command runs cgo only to build
		Importer:    from,
		Sizes:       r.sizes,
		Error: func(err error) {
			if e := typeError(err); !isConsequence(e) {
				s.add(e)
			}
		},
	}
}

// check type-checks s. Whatever its errors, the package counts as complete, for
// otherwise go/types would not let others import it.
func (r reader) check(p *Package, cfg *types.Config, s *source) {
	s.types = types.NewPackage(p.Path, p.Name)
	defer s.types.MarkComplete()
	defer func() {
		// A type checker that fails on one package must not take the others along.
		if e := recover(); e != nil {
			s.add(Error{Pos: token.Position{Filename: p.Dir}, Msg: fmt.Sprintf("internal error: go/types: %v", e)})
		}
	}()
	// The errors are collected by cfg.Error.
	_ = types.NewChecker(cfg, r.fset, s.types, s.info).Files(s.files)
}

// supported is v, or "" for a version that this type checker does not know yet: it
// would refuse the package.
func supported(v string) string {
	if !version.IsValid(v) || version.Compare(version.Lang(v), version.Lang(runtime.Version())) > 0 {
		return ""
	}
	return v
}

func (s *source) add(errs ...Error) {
	s.errors = append(s.errors, errs[:min(len(errs), maxErrors-len(s.errors))]...)
}

func typeError(err error) Error {
	var e types.Error
	if !errors.As(err, &e) {
		return Error{Msg: err.Error()}
	}
	return Error{Pos: e.Fset.Position(e.Pos), Msg: oneLine(e.Msg)}
}

// isConsequence reports whether an error follows from another one, which made a type
// invalid. That one is reported where it is, and it is none if the type comes from C.
func isConsequence(e Error) bool {
	return strings.Contains(e.Msg, "invalid type") || strings.Contains(e.Msg, "invalid operand")
}

// syntaxErrors are the errors of parsing, or that of reading, a file.
func syntaxErrors(name string, err error) []Error {
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		return []Error{{Pos: token.Position{Filename: name}, Msg: fmt.Sprintf("cannot read the file: %v", err)}}
	}
	var errs []Error
	for _, e := range list {
		errs = append(errs, Error{Pos: e.Pos, Msg: e.Msg})
	}
	return errs
}
