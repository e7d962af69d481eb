// Package lower turns one type-checked Go package into its intermediate form: it
// builds go/ssa for that package alone and writes down, as [ir.Package], what moves
// strings, functions and objects.
//
// Of the packages that it imports only declarations are needed. Bodies of generic
// functions of other first-party packages are needed too, since their instances
// belong to the package that asks for them; [Config].Generics holds their syntax.
//
// A function that go/ssa or this package cannot digest is left out and listed among
// the problems of the result. The rest of the package is kept.
package lower

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A Source is a package with syntax.
type Source struct {
	Types *types.Package
	Files []*ast.File
	// Info holds Types, Defs, Uses, Implicits, Instances, Scopes, Selections,
	// FileVersions and InitOrder, as go/ssa needs them.
	Info *types.Info
	// Broken are the positions of errors. A function that holds one is a problem, and has no body.
	Broken []token.Position
}

// A Config says where a package comes from and what surrounds it.
type Config struct {
	Fset *token.FileSet
	Dir  string // the package's directory: file names are relative to it
	// FirstParty reports whether the package of that import path has an ir of its own.
	FirstParty func(path string) bool
	// Generics are the first-party packages below, whose generic functions may be instantiated here.
	Generics []Source
}

// Package lowers the package src. The error says that nothing at all could be made
// of it; functions that could not be lowered are listed in the result's Problems.
func Package(cfg Config, src Source) (*ir.Package, error) {
	src, broken := withoutBroken(cfg.Fset, src)
	built, err := build(cfg, src)
	if err != nil {
		return nil, err
	}
	l := newLowerer(cfg, src, built)
	for _, c := range broken {
		l.problem(c.name, c.pos, c.text)
	}
	for _, fn := range built.declared(src) {
		l.enqueue(fn)
	}
	l.drain()
	return l.finish(), nil
}

// A lowerer lowers the functions of one package.
type lowerer struct {
	cfg   Config
	prog  *ssa.Program
	names namer
	types typeTable
	pos   positions

	queue    []*ssa.Function
	seen     map[string]bool // names of functions that were enqueued
	funcs    []ir.Func
	problems []ir.Problem
	src      Source
}

func newLowerer(cfg Config, src Source, b *built) *lowerer {
	l := &lowerer{cfg: cfg, src: src, prog: b.prog, seen: make(map[string]bool)}
	l.names = newNamer(cfg, src)
	l.types = newTypeTable(&l.names, cfg.FirstParty)
	l.pos = newPositions(cfg, src)
	for _, c := range b.culprits {
		l.problem(c.name, c.pos, c.text)
	}
	return l
}

// enqueue has fn lowered if it has a body and was not seen yet.
func (l *lowerer) enqueue(fn *ssa.Function) {
	if len(fn.Blocks) == 0 || isGeneric(fn) {
		return
	}
	name := l.names.function(fn)
	if !l.seen[name] {
		l.seen[name] = true
		l.queue = append(l.queue, fn)
	}
}

// isGeneric reports whether fn is a generic function rather than an instance of one.
func isGeneric(fn *ssa.Function) bool {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn.TypeParams().Len() > 0 && len(fn.TypeArgs()) == 0
}

// drain lowers what is enqueued until nothing new turns up: functions need other
// functions, and types that they convert to interfaces need method tables.
func (l *lowerer) drain() {
	for len(l.queue) > 0 {
		for len(l.queue) > 0 {
			fn := l.queue[0]
			l.queue = l.queue[1:]
			l.function(fn)
		}
		l.methodTables()
	}
}

// function lowers fn; if that panics fn becomes a problem.
func (l *lowerer) function(fn *ssa.Function) {
	name := l.names.function(fn)
	defer func() {
		if r := recover(); r != nil {
			l.problem(name, fn.Pos(), panicText(r))
		}
	}()
	l.pos.enter(fn)
	l.names.enter(fn)
	l.funcs = append(l.funcs, lowerFunction(l, fn))
}

func (l *lowerer) problem(name string, pos token.Pos, text string) {
	l.problems = append(l.problems, ir.Problem{Func: name, Pos: l.pos.at(pos), Text: text})
}

// finish puts the package together.
func (l *lowerer) finish() *ir.Package {
	byName := func(a, b ir.Func) int { return cmp.Compare(a.Name, b.Name) }
	slices.SortFunc(l.funcs, byName)
	slices.SortStableFunc(l.problems, func(a, b ir.Problem) int { return cmp.Compare(a.Func, b.Func) })
	return &ir.Package{
		Path:     l.src.Types.Path(),
		Name:     l.src.Types.Name(),
		Files:    l.pos.files,
		Imports:  l.imports(),
		Funcs:    l.funcs,
		Types:    l.types.sorted(),
		Init:     l.src.Types.Path() + ".init",
		Problems: l.problems,
		Waivers:  l.waivers(),
	}
}

// imports are the first-party packages that the package imports, sorted.
func (l *lowerer) imports() []string {
	var paths []string
	for _, p := range l.src.Types.Imports() {
		if l.cfg.FirstParty(p.Path()) {
			paths = append(paths, p.Path())
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
