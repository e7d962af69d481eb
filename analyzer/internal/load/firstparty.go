package load

import (
	"maps"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// FirstParty says which packages are followed from source. The zero value follows
// the modules being checked and those of the same owner.
type FirstParty struct {
	// Prefixes are import paths, and thereby those below, that are followed too.
	Prefixes []string
	// Libraries are those that are not. Where both fit, the longer one wins.
	Libraries []string
	// HasModel reports whether a library model says what the package does; such a
	// package is never followed, whoever owns it. It may be nil.
	HasModel func(path string) bool
}

// forges are hosts where the first element of the path is the owner of a module.
// Of other hosts ("go.acme.dev", "git.acme.com") one organisation owns all modules.
var forges = []string{"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "gitea.com", "git.sr.ht", "gopkg.in"}

// Classify sets FirstParty of all packages. The modules being checked are first
// party, and modules that a directory replaces, and modules of the same host and
// owner; then what fp says about prefixes and models comes on top.
func (l *Listing) Classify(fp FirstParty) {
	owners := make(map[string]bool)
	for _, p := range l.Packages {
		if p.Module != nil && p.Module.Local {
			owners[owner(p.Module.Path)] = true
		}
	}
	delete(owners, "")
	var modelled []string
	for _, p := range l.Packages {
		p.FirstParty = !p.Std && fp.follows(p, owners)
		if p.FirstParty && fp.HasModel != nil && fp.HasModel(p.Path) {
			p.FirstParty = false
			modelled = append(modelled, p.Path)
		}
	}
	l.classes = fp.digest(slices.Sorted(maps.Keys(owners)), modelled)
}

// Follows decides about one package outside of any listing, by its module and the path
// of the module being checked, "" where that is not known.
func (fp FirstParty) Follows(path string, m *Module, checked string) bool {
	if fp.HasModel != nil && fp.HasModel(path) {
		return false
	}
	owners := map[string]bool{owner(checked): true}
	delete(owners, "")
	return fp.follows(&Package{Path: path, Module: m}, owners)
}

// digest tells apart the ways to classify packages: what is made from a package may
// depend on which of those that it refers to are first party, at any depth.
func (fp FirstParty) digest(owners, modelled []string) cache.Key {
	var parts []string
	for _, list := range [][]string{fp.Prefixes, fp.Libraries, owners, modelled} {
		parts = append(parts, cache.KeyOf(list...).Part())
	}
	return cache.KeyOf(parts...)
}

// follows decides without regard to models.
func (fp FirstParty) follows(p *Package, owners map[string]bool) bool {
	first, library := longestPrefix(fp.Prefixes, p.Path), longestPrefix(fp.Libraries, p.Path)
	switch {
	case library >= 0 && library >= first:
		return false
	case first >= 0:
		return true
	}
	return p.Module != nil && (p.Module.Local || owners[owner(p.Module.Path)])
}

// longestPrefix is the length of the longest prefix of path, -1 without one.
func longestPrefix(prefixes []string, path string) int {
	longest := -1
	for _, prefix := range prefixes {
		prefix = strings.TrimSuffix(prefix, "/")
		rest, ok := strings.CutPrefix(path, prefix)
		if ok && (rest == "" || rest[0] == '/' || prefix == "") {
			longest = max(longest, len(prefix))
		}
	}
	return longest
}

// owner is the part of a module path that tells whose it is: host and owner on a
// forge, the host elsewhere. It is "" for paths that begin with no host.
func owner(module string) string {
	host, rest, _ := strings.Cut(module, "/")
	if !strings.Contains(host, ".") {
		return ""
	}
	if !slices.Contains(forges, host) {
		return host
	}
	name, _, below := strings.Cut(rest, "/")
	if name == "" || host == "gopkg.in" && !below {
		return "" // gopkg.in/yaml.v3 has no owner
	}
	return host + "/" + name
}
