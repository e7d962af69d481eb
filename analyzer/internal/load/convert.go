package load

import (
	"cmp"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A converter turns the packages of several runs into ours, and notes which
// queries matched.
type converter struct {
	ws      *workspace
	dir     string
	queries []query
	tests   bool

	pkgs    []*Package
	matched []bool   // by query
	reasons []string // by query: why a package it names is none
}

func newConverter(cfg Config, ws *workspace, queries []query) *converter {
	return &converter{
		ws: ws, dir: cfg.Dir, queries: queries, tests: cfg.Tests,
		matched: make([]bool, len(queries)),
		reasons: make([]string, len(queries)),
	}
}

// add converts the packages of one run.
func (c *converter) add(roots []*packages.Package) {
	ours := c.convert(reachable(roots))
	var kept []*Package
	for _, r := range roots {
		if p := ours[r]; c.match(p) {
			kept = append(kept, p)
		}
	}
	if c.tests {
		kept = preferTested(kept)
	}
	for _, p := range kept {
		p.Matched = true
	}
	c.pkgs = append(c.pkgs, kept...)
}

// reachable lists roots and all that they import.
func reachable(roots []*packages.Package) []*packages.Package {
	seen := make(map[*packages.Package]bool)
	var all []*packages.Package
	stack := slices.Clone(roots)
	for len(stack) > 0 {
		p := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[p] {
			continue
		}
		seen[p] = true
		all = append(all, p)
		for _, d := range p.Imports {
			stack = append(stack, d)
		}
	}
	return all
}

func (c *converter) convert(all []*packages.Package) map[*packages.Package]*Package {
	ours := make(map[*packages.Package]*Package, len(all))
	modules := make(map[*packages.Module]*Module)
	for _, p := range all {
		ours[p] = c.newPackage(p)
		if p.Module != nil {
			if modules[p.Module] == nil {
				modules[p.Module] = newModule(p.Module)
			}
			ours[p].Module = modules[p.Module]
		}
	}
	for _, p := range all {
		imports := make(map[string]*Package, len(p.Imports))
		for path, d := range p.Imports {
			imports[path] = ours[d]
		}
		ours[p].Imports = imports
	}
	return ours
}

func (c *converter) newPackage(p *packages.Package) *Package {
	q := &Package{ID: p.ID, Path: p.PkgPath, Name: p.Name, Files: p.GoFiles, Dir: p.Dir}
	if q.Dir == "" && len(q.Files) > 0 {
		q.Dir = filepath.Dir(q.Files[0])
	}
	q.Std = p.Module == nil && (p.PkgPath == "unsafe" || q.Dir != "" && within(q.Dir, filepath.Join(c.ws.target.GOROOT, "src")))
	for _, e := range p.Errors {
		q.Errors = append(q.Errors, Error{Pos: parsePos(e.Pos), Msg: oneLine(e.Msg)})
	}
	return q
}

// oneLine makes one line of a message that the go command broke.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func newModule(m *packages.Module) *Module {
	n := &Module{Path: m.Path, Version: m.Version, Dir: m.Dir, GoVersion: m.GoVersion, Main: m.Main, Local: m.Main}
	n.origin = m.Path + "@" + m.Version
	if r := m.Replace; r != nil {
		n.Local = n.Local || r.Version == ""
		n.Version, n.origin = r.Version, r.Path+"@"+r.Version
		n.Dir = cmp.Or(n.Dir, r.Dir)
	}
	return n
}

// parsePos reads "file:line:col", "file:line" or "file"; "-" and "" are no position.
func parsePos(text string) token.Position {
	if text == "" || text == "-" {
		return token.Position{}
	}
	file, last, ok := cutNumber(text)
	if !ok {
		return token.Position{Filename: text}
	}
	if name, line, ok := cutNumber(file); ok {
		return token.Position{Filename: name, Line: line, Column: last}
	}
	return token.Position{Filename: file, Line: last}
}

// cutNumber splits "x:12" into "x" and 12.
func cutNumber(text string) (before string, n int, ok bool) {
	i := strings.LastIndexByte(text, ':')
	if i < 0 {
		return text, 0, false
	}
	n, err := strconv.Atoi(text[i+1:])
	return text[:i], n, err == nil
}

// match notes which queries p matches, and reports whether one does. What has
// neither files nor a name is no package, but the go command's way to say why.
func (c *converter) match(p *Package) bool {
	if isTestMain(p) {
		return false
	}
	found := false
	for i, q := range c.queries {
		switch {
		case !q.covers(p):
		case len(p.Files) > 0:
			c.matched[i], found = true, true
		case len(p.Errors) > 0 && c.reasons[i] == "":
			c.reasons[i] = p.Errors[0].Msg
		}
	}
	return found
}

// covers reports whether p is one of those that the query asks for.
func (q query) covers(p *Package) bool {
	switch {
	case q.isMeta():
		return true
	case q.dir == "":
		return q.matches(strings.TrimSuffix(p.Path, "_test"))
	case p.Dir != "":
		return q.matches(filepath.ToSlash(p.Dir))
	}
	// A directory without a package: go/packages puts what was asked for in the path.
	return q.matches(p.Path) || p.Path == q.text
}

// isTestMain reports whether p is the main package that the go command makes up for a test.
func isTestMain(p *Package) bool {
	return p.Name == "main" && p.ID == p.Path && strings.HasSuffix(p.Path, ".test")
}

// preferTested leaves out the packages that are there with their test files too.
func preferTested(pkgs []*Package) []*Package {
	tested := make(map[string]bool)
	for _, p := range pkgs {
		if p.ID != p.Path {
			tested[p.Path] = true
		}
	}
	return slices.DeleteFunc(pkgs, func(p *Package) bool { return p.ID == p.Path && tested[p.Path] })
}

// unmatched returns the roots that hold no package, or an error for a pattern that
// matches none.
func (c *converter) unmatched() ([]Missing, error) {
	var missing []Missing
	for i, q := range c.queries {
		switch {
		case c.matched[i]:
		case q.root:
			missing = append(missing, Missing{Root: q.text, Reason: c.reason(i)})
		case q.text == "./...":
			return nil, &NoGoError{Dir: c.dir, Reason: "no Go file there is built for this platform and these tags"}
		default:
			return nil, &NoMatchError{Pattern: q.text, Dir: c.dir, Reason: c.reason(i)}
		}
	}
	return missing, nil
}

func (c *converter) reason(i int) string {
	q := c.queries[i]
	switch {
	case c.reasons[i] != "":
		return c.reasons[i]
	case q.dir == "":
		return "no such import path"
	case c.ws.owner(q.base()) == "" && len(c.ws.below(q.base())) == 0:
		return "no module of " + c.ws.dir + " holds that directory"
	}
	return missingDir(q.base())
}
