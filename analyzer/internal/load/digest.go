package load

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"runtime"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// format is the version of what this package stores and of how it makes keys.
const format = "load 1"

// digest sets the digests of pkgs, which are in import order.
func digest(pkgs []*Package, t target) {
	inParallel(len(pkgs), func(i int) { pkgs[i].own = pkgs[i].identity(t) })
	for _, p := range pkgs {
		p.content = cache.KeyOf(p.contentParts(t)...)
	}
}

// contentParts is what content depends on: the package, what types look like on
// the platform, the type checker, and the content of all imports. Build tags are
// not among them, as they only decide which files there are.
func (p *Package) contentParts(t target) []string {
	parts := append(t.parts(), p.own.Part())
	for _, path := range p.importPaths() {
		parts = append(parts, path, p.Imports[path].content.Part())
	}
	return parts
}

func (t target) parts() []string {
	return []string{format, runtime.Version(), t.GOOS, t.GOARCH}
}

// identity is a digest of p without its imports. A version of a module never
// changes, nor does the standard library of a version of Go; of other packages the
// files are read.
func (p *Package) identity(t target) cache.Key {
	parts := []string{p.Path, p.Name, p.languageVersion()}
	var content bool
	switch {
	case p.Std:
		parts = append(parts, "std", t.GOVERSION)
	case p.immutable():
		parts = append(parts, "module", p.Module.origin)
	default:
		parts, content = append(parts, "files"), true
	}
	for _, name := range p.Files {
		parts = append(parts, filepath.Base(name))
		if content {
			parts = append(parts, fileDigest(name))
		}
	}
	for _, e := range p.Errors {
		parts = append(parts, e.Msg)
	}
	return cache.KeyOf(parts...)
}

// immutable reports whether p lies in the module cache. What lies in a vendor
// directory may have been edited.
func (p *Package) immutable() bool {
	m := p.Module
	return m != nil && !m.Local && m.Version != "" && m.Dir != "" && within(p.Dir, m.Dir)
}

// languageVersion is the version that go.mod gives to p, as go/types wants it.
func (p *Package) languageVersion() string {
	if p.Module == nil || p.Module.GoVersion == "" {
		return ""
	}
	return "go" + p.Module.GoVersion
}

// fileDigest is a digest of a file's content, or the reason that there is none.
func fileDigest(name string) string {
	data, err := os.ReadFile(name)
	if err != nil {
		return err.Error()
	}
	sum := sha256.Sum256(data)
	return string(sum[:])
}
