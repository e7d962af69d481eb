package analyzer

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/hoplint/hoplint/analyzer/internal/load"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// firstParty reports whether the package is one whose bodies are followed: the same
// decision as that of [Check], from what one package alone can know. Models, once they
// are read, make libraries of more packages. A manifest that is not named is not found
// from the module cache; without it, all there is library.
func (u *unit) firstParty() bool {
	m := &load.Module{Local: !isLibraryDir(u.dir)}
	if u.Module != nil {
		m.Path = u.Module.Path
	}
	return u.classes().Follows(u.Pkg.Path(), m, u.checkedModule())
}

func (u *unit) classes() load.FirstParty {
	classes := load.FirstParty{
		Prefixes:  manifest.Names(u.manifest.FirstParty),
		Libraries: manifest.Names(u.manifest.Libraries),
	}
	if u.models != nil {
		classes.HasModel = u.models.Known
	}
	return classes
}

// isLibrary reports whether a package counts as a library, though it was followed where
// this package's manifest was not seen: a replaced module lies in a directory of its own.
func (u *unit) isLibrary(path string) bool {
	return !u.classes().Follows(path, &load.Module{Local: true}, "")
}

// isLibraryDir reports whether a directory lies in the module cache, where names carry
// a version, or is vendored, or is that of Bazel's external repositories. A module that a directory replaces has a version too, but
// no such directory.
func isLibraryDir(dir string) bool {
	dir = filepath.ToSlash(dir)
	return strings.Contains(dir, "@v") || strings.Contains(dir, vendorDir) || strings.HasPrefix(dir, externalDir)
}

// Bazel runs nogo in a directory that has the repository's packages in their places, those
// of other repositories in a directory of its own, and generated files of both in a tree
// for each way of building: bazel-out/k8-fastbuild/bin.
const (
	externalDir = "external/"
	outputDir   = "bazel-out/"
)

// workspaceDir returns the directory in the repository that one of Bazel's outputs belongs to.
func workspaceDir(dir string) string {
	if out, ok := strings.CutPrefix(filepath.ToSlash(dir), outputDir); ok {
		if _, rest, ok := strings.Cut(out, "/bin/"); ok {
			return filepath.FromSlash(rest)
		}
	}
	return dir
}

const vendorDir = "/vendor/"

// checkedModule returns the path of the module being checked: the one that the package
// is vendored in or else that of the manifest; "" if it is not known.
func (u *unit) checkedModule() string {
	dir := u.cfg.Dir
	if root, _, ok := strings.Cut(filepath.ToSlash(u.dir), vendorDir); ok {
		dir = filepath.FromSlash(root)
	}
	for !isLibraryDir(dir) {
		if data, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil {
			return modfile.ModulePath(data)
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return ""
}
