package analyzer

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/rule"
)

// Check finds the synchronous calls between the services of a system, and judges
// them. The error is a [*ConfigError] if the command line or the manifest is wrong.
// What could not be looked at is no error: the report's coverage tells it.
func Check(ctx context.Context, cfg Config) (*hop.Report, error) {
	c, err := newChecker(ctx, cfg)
	if err != nil {
		return nil, err
	}
	if err := c.analyse(); err != nil {
		return nil, err
	}
	system := c.others.join(c.manifest) // with the services of other repositories
	deployments := append(c.deployments(), system.Deployments...)
	result := compose.System(system.Manifest, deployments) // what they do together
	result.Coverage.Skipped = append(result.Coverage.Skipped, system.Skipped...)
	findings := rule.Judge(&result.System, system.Manifest, c.terms(result, deployments))
	c.store.Trim()
	r := c.report(result, findings)
	c.mark(r)
	return r, nil
}

// analyse finds out what the services of this repository do.
func (c *checker) analyse() error {
	if err := c.list(); err != nil { // which packages there are, and which services
		return err
	}
	c.lower()                             // what each first-party package does
	if err := c.interpret(); err != nil { // what each service serves and calls
		return err
	}
	return c.ctx.Err()
}

// report puts together what the phases found.
func (c *checker) report(r compose.Result, findings []hop.Finding) *hop.Report {
	cov := r.Coverage
	cov.Packages = c.packages()
	cov.Skipped = slices.Concat(cov.Skipped, c.skipped, c.silent(r.System))
	slices.SortFunc(cov.Skipped, func(a, b hop.Skipped) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Reason, b.Reason))
	})
	cov.Skipped = slices.Compact(cov.Skipped)
	cov.UnusedModels = c.unusedModels()
	return &hop.Report{Version: hop.ReportVersion, System: r.System, Findings: findings, Coverage: cov}
}

// unusedModels returns the functions that the manifest's models speak of and that no
// program mentions.
func (c *checker) unusedModels() []string {
	used := make(map[string]bool)
	for _, s := range c.services {
		if s.Program != nil {
			for _, name := range s.Program.Models {
				used[name] = true
			}
		}
	}
	return slices.DeleteFunc(c.models.User(), func(name string) bool { return used[name] })
}

// silent returns the services of which nothing was found that requests or messages
// could reach, though the manifest says that they serve: what they register is not
// known, and neither are the calls behind it.
func (c *checker) silent(system hop.System) []hop.Skipped {
	busy := make(map[string]bool)
	for _, s := range c.services {
		busy[s.Service] = s.Program != nil && len(s.Program.Consumers) > 0
	}
	var out []hop.Skipped
	for _, s := range system.Services {
		serves := s.Role == hop.RoleService || s.Role == hop.RoleGateway
		if s.Repository == "" && s.Analysed && !s.Guessed && serves && s.Endpoints == 0 && !busy[s.Name] {
			out = append(out, hop.Skipped{Package: s.Root, Incomplete: true, Reason: fmt.Sprintf(
				"no endpoint of %s found: describe its router under models, or give it the role worker", s.Name)})
		}
	}
	return out
}
