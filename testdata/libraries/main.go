// Libraries checks hoplint's models of libraries against the libraries: every function
// that a model names must exist, have the arguments and fields that its roles stand at,
// and these must be of types that fit the roles. It prints what does not, how many
// functions fit, and exits with 1 if one does not.
//
//	go run . [import path]
//
// With an import path only the libraries at and below it are checked.
package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/hoplint/hoplint/analyzer"
)

func main() {
	log.SetFlags(0)
	libraries, err := analyzer.Libraries(analyzer.Config{})
	if err != nil {
		log.Fatal(err)
	}
	functions := functionsOf(libraries, os.Args[1:])
	found, err := load(packagesOf(functions))
	if err != nil {
		log.Fatal(err)
	}
	if report(check(functions, found)) {
		os.Exit(1)
	}
}

// functionsOf returns the functions that models name, in packages at and below one of
// the paths if there are any.
func functionsOf(libraries []analyzer.LibraryDoc, paths []string) []analyzer.FunctionDoc {
	var out []analyzer.FunctionDoc
	for _, l := range libraries {
		for _, f := range l.Functions {
			if len(paths) == 0 || slices.ContainsFunc(paths, func(p string) bool {
				return strings.HasPrefix(packageOf(f.Name)+"/", p+"/")
			}) {
				out = append(out, f)
			}
		}
	}
	return out
}

// packageOf returns the path of the package that declares a function.
func packageOf(name string) string {
	name = strings.TrimLeft(name, "(*")
	if i := strings.IndexAny(name, ")["); i >= 0 {
		name = name[:i]
	}
	return name[:strings.LastIndexByte(name, '.')]
}

func packagesOf(functions []analyzer.FunctionDoc) []string {
	var out []string
	for _, f := range functions {
		out = append(out, packageOf(f.Name))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// load type-checks the declarations of packages: nothing is compiled.
func load(paths []string) (map[string]*types.Package, error) {
	cfg := &packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedDeps |
			packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesSizes,
		ParseFile: func(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
			f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
			if f != nil {
				for _, d := range f.Decls {
					if fn, ok := d.(*ast.FuncDecl); ok {
						fn.Body = nil
					}
				}
			}
			return f, err
		},
	}
	list, err := packages.Load(cfg, paths...)
	if err != nil {
		return nil, err
	}
	found := make(map[string]*types.Package)
	for _, p := range list {
		if p.Types != nil && len(p.Types.Scope().Names()) > 0 {
			found[p.PkgPath] = p.Types
		}
	}
	return found, nil
}
