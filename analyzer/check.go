package analyzer

import (
	"cmp"
	"context"
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
	if err := c.list(); err != nil { // which packages there are, and which services
		return nil, err
	}
	c.lower()                                            // what each first-party package does
	c.interpret()                                        // what each service serves and calls
	result := compose.System(c.manifest, c.deployments()) // what they do together
	findings := rule.Judge(&result.System, c.manifest, cfg.Today)
	c.store.Trim()
	return c.report(result, findings), ctx.Err()
}

// report puts together what the phases found.
func (c *checker) report(r compose.Result, findings []hop.Finding) *hop.Report {
	cov := r.Coverage
	cov.Packages = c.lowered
	cov.Skipped = append(cov.Skipped, c.skipped...)
	slices.SortFunc(cov.Skipped, func(a, b hop.Skipped) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Reason, b.Reason))
	})
	cov.Skipped = slices.Compact(cov.Skipped)
	return &hop.Report{Version: hop.ReportVersion, System: r.System, Findings: findings, Coverage: cov}
}
