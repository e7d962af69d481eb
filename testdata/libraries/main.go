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
	"strconv"
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
	imported, err := importedBy("imports.go")
	if err != nil {
		log.Fatal(err)
	}
	paths := slices.DeleteFunc(packagesOf(functions), func(path string) bool { return !isStandard(path) && !imported[path] })
	found, err := load(paths)
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
				return strings.HasPrefix(f.Package+"/", p+"/")
			}) {
				out = append(out, f)
			}
		}
	}
	return out
}

func packagesOf(functions []analyzer.FunctionDoc) []string {
	var out []string
	for _, f := range functions {
		out = append(out, f.Package)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// importedBy returns the packages that a file imports: those that this module requires.
func importedBy(name string) (map[string]bool, error) {
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	paths := make(map[string]bool)
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		paths[path] = true
	}
	return paths, nil
}

// isStandard reports whether a package is one of the standard library.
func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
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
