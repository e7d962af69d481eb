package load

import (
	"go/token"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// A Package is a package as the go command lists it. Packages of several modules
// that are alike, with all that they import, are one Package.
type Package struct {
	// ID tells the packages of a [Listing] apart for readers: it is Path, but for
	// packages compiled for a test, as "shop [shop.test]".
	ID   string
	Path string
	Name string
	Dir  string // absolute
	// Files are the absolute names of the Go files that the build takes, those that
	// import "C" included; test files only if tests were asked for.
	Files []string
	// Imports holds what an import path in Files stands for; the two differ where a
	// package is vendored in the standard library.
	Imports map[string]*Package
	Module  *Module // nil in the standard library

	Std        bool // of the standard library
	FirstParty bool // followed from source; see [FirstParty]
	Matched    bool // named by a pattern or a root, not only imported
	// Errors are what the go command had to say about the package.
	Errors []Error

	// content is a digest of the package and of all that it imports.
	content cache.Key
	// own is a digest of the package alone.
	own cache.Key
	// index is where the package stands in Listing.Packages.
	index int
}

// A Module is a Go module.
type Module struct {
	Path    string
	Version string // "" for one that is being checked, or replaced by a directory
	// Dir is the absolute directory of the module, "" if the go command takes its
	// packages from a vendor directory.
	Dir       string
	GoVersion string // of its go directive, as "1.22"; "" without one
	Main      bool   // is being checked
	Local     bool   // is being checked, or replaced by a directory

	// origin is path and version of what the go command took the source from.
	origin string
}

// A Listing is what there is to analyse.
type Listing struct {
	Dir string // absolute: what was asked for
	// Packages holds what was matched and all that it imports, what is imported
	// before what imports it. The order is the same in each run.
	Packages []*Package
	// Missing are the roots that hold no package, in the order asked for.
	Missing []Missing
	// Errors are about modules that could not be listed, while others could.
	Errors []Error

	target target
	// classes is a digest of how packages were classified.
	classes cache.Key
}

// Matched are the packages that a pattern or a root names.
func (l *Listing) Matched() []*Package {
	var matched []*Package
	for _, p := range l.Packages {
		if p.Matched {
			matched = append(matched, p)
		}
	}
	return matched
}

// A Missing is a root in which the go command sees no package.
type Missing struct {
	Root   string // as it was asked for
	Reason string
}

// An Error is what the go command or the type checker says about a package.
type Error struct {
	Pos token.Position // the zero Position if it has none
	Msg string
}

func (e Error) Error() string {
	if e.Pos.Filename == "" {
		return e.Msg
	}
	return e.Pos.String() + ": " + e.Msg
}

// A NoMatchError says that a pattern matches no package.
type NoMatchError struct {
	Pattern string
	Dir     string // that the pattern is relative to
	Reason  string
}

func (e *NoMatchError) Error() string {
	return "pattern " + e.Pattern + " matches no package in " + e.Dir + ": " + e.Reason
}

// A NoGoError says that a directory holds no Go code that could be listed.
type NoGoError struct {
	Dir    string
	Reason string
}

func (e *NoGoError) Error() string {
	return "no Go packages in " + e.Dir + ": " + e.Reason
}
