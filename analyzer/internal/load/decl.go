package load

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/gcexportdata"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// What is kept on disk.
const (
	declKind = "decl" // declarations of a package, by what they depend on
	sumKind  = "sum"  // what importers of a first-party package depend on, by the same
)

// writeDecls writes the declarations of pkg down, and those of other packages that
// they lead to. There are no positions, so the same declarations give the same
// bytes wherever they move. The error says that pkg is too broken for it.
func writeDecls(pkg *types.Package) (data []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot write the declarations of %s: %v", pkg.Path(), r)
		}
	}()
	var b bytes.Buffer
	err = gcexportdata.Write(&b, token.NewFileSet(), pkg)
	return b.Bytes(), err
}

// readDecls reads what writeDecls wrote. What the declarations lead to in packages
// that are not among known is added to known, incomplete.
func readDecls(data []byte, known map[string]*types.Package, path string) (*types.Package, error) {
	return gcexportdata.Read(bytes.NewReader(data), token.NewFileSet(), known, path)
}

// A summary is what packages that import a first-party package depend on.
type summary struct {
	// sum is a digest of its declarations. A change in the body of a function leaves
	// it as it was, unless packages above have instances of that body.
	sum cache.Key
	// generic is set if it declares generic functions or types, which packages above need the bodies of.
	generic bool
}

func (s summary) encode() []byte {
	flag := byte(0)
	if s.generic {
		flag = 1
	}
	return append(s.sum[:], flag)
}

func decodeSummary(data []byte) (s summary, ok bool) {
	if len(data) != len(s.sum)+1 || data[len(s.sum)] > 1 {
		return s, false
	}
	copy(s.sum[:], data)
	s.generic = data[len(s.sum)] == 1
	return s, true
}

// sumOf is the digest of a package's declarations and of the generic packages that
// it leads to, itself included: their bodies are instantiated further above.
func sumOf(decls []byte, generics []*state) cache.Key {
	digest := sha256.Sum256(decls)
	parts := []string{format, string(digest[:])}
	for _, g := range generics {
		parts = append(parts, g.pkg.Path, g.key.Part())
	}
	return cache.KeyOf(parts...)
}

// isGeneric reports whether packages that import pkg may need a body from it: it
// declares an exported generic function, or methods of a generic type.
func isGeneric(pkg *types.Package) bool {
	for _, name := range pkg.Scope().Names() {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			if obj.Exported() && obj.Signature().TypeParams().Len() > 0 {
				return true
			}
		case *types.TypeName:
			if named, ok := obj.Type().(*types.Named); ok && named.TypeParams().Len() > 0 && named.NumMethods() > 0 {
				return true
			}
		}
	}
	return false
}
