package analyzer

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/rule"
)

// terms says what the system is judged by: the waivers in the code of its programs, and
// which of all waivers can be told to be of no use, since nothing that they could hold for
// was left out.
func (c *checker) terms(r compose.Result, deployments []compose.Deployment) rule.Terms {
	gaps := make(map[string]bool)
	for _, s := range slices.Concat(r.Coverage.Skipped, c.skipped, c.silent(r.System)) {
		if s.Incomplete {
			gaps[s.Package] = true
		}
	}
	whole := make(map[string]bool)
	for _, s := range c.services {
		whole[s.Service] = s.Program != nil && !s.touches(gaps)
	}
	code := rule.Everything
	if len(c.cfg.Patterns) > 0 || len(gaps) > 0 || c.misses(whole) {
		code = rule.Part
	}
	return rule.Terms{
		Today:   c.cfg.Today,
		Waivers: waiversOf(deployments),
		Service: func(name string) rule.Knowledge { return knowing(whole[name], rule.Everything, rule.Part) },
		Waiver: func(w hop.Waiver) rule.Knowledge {
			return knowing(isWithin(w.Pos), code, rule.Elsewhere)
		},
	}
}

func knowing(ok bool, then, otherwise rule.Knowledge) rule.Knowledge {
	if ok {
		return then
	}
	return otherwise
}

// touches reports whether something of the service was left out.
func (s *service) touches(gaps map[string]bool) bool {
	if gaps[s.Service] || gaps[s.Root] {
		return true
	}
	for _, p := range closure(s.root) {
		if gaps[p.Path] {
			return true
		}
	}
	return false
}

// misses reports whether a service of the manifest has code that was not read.
func (c *checker) misses(whole map[string]bool) bool {
	for _, s := range c.rooted() {
		if !whole[s.Name] {
			return true
		}
	}
	return false
}

// isWithin reports whether a position lies in the checked directory, and not in another
// repository.
func isWithin(pos string) bool {
	return !filepath.IsAbs(filepath.FromSlash(pos)) && hop.RepositoryOf(pos) == ""
}

func waiversOf(deployments []compose.Deployment) map[string][]hop.Waiver {
	out := make(map[string][]hop.Waiver)
	for _, d := range deployments {
		if d.Program != nil {
			out[d.Service] = d.Program.Waivers
		}
	}
	return out
}

// terms says what a unit is judged by: the waivers of the programs that start in it. Those
// of other packages, and of services that start elsewhere, are judged with their units.
func (u *unit) terms(services []compose.Deployment) rule.Terms {
	own := make(map[string]bool)
	for _, d := range services {
		own[d.Service] = true
	}
	sure := knowing(!u.partial, rule.Everything, rule.Part)
	// What other programs may be made of may be of use to them.
	code := knowing(!u.partial && u.Pkg.Name() == "main" && len(services) > 0 && len(u.manifest.Services) > 0, rule.Everything, rule.Part)
	return rule.Terms{
		Today:   u.cfg.Today,
		Waivers: waiversOf(services),
		Service: func(name string) rule.Knowledge { return knowing(own[name], sure, rule.Elsewhere) },
		Waiver: func(w hop.Waiver) rule.Knowledge {
			return knowing(w.Package == u.Pkg.Path() && !inTests(w.Pos), code, rule.Elsewhere)
		},
		Alone: true,
	}
}

func inTests(pos string) bool {
	file, _, _, err := splitPos(pos)
	return err == nil && strings.HasSuffix(file, "_test.go")
}

// errFound ends a walk.
var errFound = errors.New("found")

// codeSetsDay reports whether a waiver in the code of a directory, or below, ends on a day.
// Drivers that cache what was said of a package do not see that the day has come.
func codeSetsDay(dir string) bool {
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // what cannot be read is told by who needs it
		case d.IsDir() && name != dir && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
			return filepath.SkipDir
		case d.Type().IsRegular() && filepath.Ext(name) == ".go" && setsDay(name):
			return errFound
		}
		return nil
	})
	return err == errFound
}

func setsDay(file string) bool {
	data, err := os.ReadFile(file)
	if err != nil {
		return false
	}
	for {
		i := bytes.Index(data, []byte("//hoplint:"))
		if i < 0 {
			return false
		}
		line, rest, _ := bytes.Cut(data[i:], []byte("\n"))
		if bytes.Contains(line, []byte("until=")) {
			return true
		}
		data = rest
	}
}
