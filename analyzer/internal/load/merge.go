package load

import (
	"cmp"
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// merge digests the packages below roots and makes those one that are alike.
func merge(roots []*Package, t target) []*Package {
	pkgs := inImportOrder(roots)
	digest(pkgs, t)
	return unify(pkgs)
}

// inImportOrder lists roots and all that they import, what is imported first.
// A cycle, which is an error in Go, is cut somewhere.
func inImportOrder(roots []*Package) []*Package {
	o := orderer{begun: make(map[*Package]bool)}
	roots = slices.Clone(roots)
	slices.SortStableFunc(roots, byPlace)
	for _, r := range roots {
		o.visit(r)
	}
	return o.done
}

// An orderer walks through packages in depth. It keeps a stack of its own, so that
// its depth is not that of the import graph.
type orderer struct {
	begun map[*Package]bool
	stack []visit
	done  []*Package
}

// A visit is a package and those of its imports that are still to be visited.
type visit struct {
	pkg  *Package
	left []*Package
}

func (o *orderer) visit(root *Package) {
	o.begin(root)
	for len(o.stack) > 0 {
		top := &o.stack[len(o.stack)-1]
		if len(top.left) == 0 {
			o.done = append(o.done, top.pkg)
			o.stack = o.stack[:len(o.stack)-1]
			continue
		}
		next := top.left[0]
		top.left = top.left[1:]
		o.begin(next)
	}
}

func (o *orderer) begin(p *Package) {
	if !o.begun[p] {
		o.begun[p] = true
		o.stack = append(o.stack, visit{p, p.imported()})
	}
}

// imported are the packages that p imports, each once, in an order of their own.
func (p *Package) imported() []*Package {
	pkgs := make([]*Package, 0, len(p.Imports))
	for _, path := range p.importPaths() {
		pkgs = append(pkgs, p.Imports[path])
	}
	return pkgs
}

func (p *Package) importPaths() []string {
	paths := make([]string, 0, len(p.Imports))
	for path := range p.Imports {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}

// below are the packages that p imports, without those that import p in turn.
func (p *Package) below() []*Package {
	pkgs := slices.DeleteFunc(p.imported(), func(d *Package) bool { return d.index >= p.index })
	slices.SortFunc(pkgs, func(a, b *Package) int { return cmp.Compare(a.index, b.index) })
	return slices.Compact(pkgs)
}

// unify makes those of pkgs one that are alike in content and place,
// and numbers the rest. What pkgs import stands before them.
func unify(pkgs []*Package) []*Package {
	type likeness struct {
		content cache.Key
		dir, id string
	}
	first := make(map[likeness]*Package, len(pkgs))
	same := make(map[*Package]*Package, len(pkgs))
	var out []*Package
	for _, p := range pkgs {
		k := likeness{p.content, p.Dir, p.ID}
		q := first[k]
		if q == nil {
			q = p
			first[k] = p
			p.index = len(out)
			out = append(out, p)
		}
		same[p] = q
		q.absorb(p)
	}
	for _, p := range out {
		for path, d := range p.Imports {
			p.Imports[path] = same[d]
		}
	}
	return out
}

// absorb takes over what q's module knows better than p's: a module may be checked
// itself and be a dependency of another that is checked.
func (p *Package) absorb(q *Package) {
	p.Matched = p.Matched || q.Matched
	if p.Module != nil && q.Module != nil && (q.Module.Main && !p.Module.Main || q.Module.Local && !p.Module.Local) {
		p.Module = q.Module
	}
}
