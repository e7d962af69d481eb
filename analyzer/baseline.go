package analyzer

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/baseline"
)

// baselineFile returns the name of the baseline that the configuration has.
func (cfg Config) baselineFile() string {
	if cfg.Baseline != "" {
		return cfg.Baseline
	}
	return filepath.Join(cfg.Dir, baseline.FileName)
}

// readBaseline reads the baseline of a configuration. Without one, the result is empty.
func readBaseline(cfg Config) (*baseline.Baseline, error) {
	name := cfg.baselineFile()
	data, err := readUnless(cfg.BaselineText, name)
	if os.IsNotExist(err) && cfg.Baseline == "" {
		return &baseline.Baseline{File: name, Version: 1}, nil
	}
	if err != nil {
		return nil, &ConfigError{fmt.Errorf("cannot read the baseline: %v; hoplint baseline writes it", err)}
	}
	b, err := baseline.Read(name, data)
	if err != nil {
		return nil, &ConfigError{err}
	}
	return b, nil
}

// An Acceptance is what [Accept] or [Prune] did.
type Acceptance struct {
	File   string
	Held   int // findings that the baseline holds now
	Gone   int // fingerprints that were taken out of it
	Report *hop.Report
}

// Accept checks the system and writes a baseline that holds what was found. It needs a run
// that misses nothing.
func Accept(ctx context.Context, cfg Config) (*Acceptance, error) {
	cfg.Baseline, cfg.fresh = cfg.baselineFile(), true
	r, err := checkWhole(ctx, cfg, "a baseline", "would be new the next time")
	if err != nil {
		return nil, err
	}
	return write(baseline.Of(r.Findings), &Acceptance{File: cfg.Baseline, Report: r})
}

// checkWhole checks the system by a run that must miss nothing, since a baseline is made of
// what it finds. Errors say what needs that, and what is at risk.
func checkWhole(ctx context.Context, cfg Config, needs, risk string) (*hop.Report, error) {
	if len(cfg.Patterns) > 0 {
		return nil, &ConfigError{fmt.Errorf("%s needs all packages: leave the patterns out", needs)}
	}
	r, err := Check(ctx, cfg)
	if err != nil {
		return nil, err
	}
	if incomplete(r) {
		return nil, fmt.Errorf("the check is incomplete: what it did not find %s; the baseline stays as it was", risk)
	}
	return r, nil
}

// Prune checks the system and takes out of the baseline what is not found any more. It
// needs a run that misses nothing.
func Prune(ctx context.Context, cfg Config) (*Acceptance, error) {
	b, err := readBaseline(cfg)
	if err != nil {
		return nil, err
	}
	r, err := checkWhole(ctx, cfg, "pruning", "may still be there")
	if err != nil {
		return nil, err
	}
	pruned, gone := b.Prune(r.Findings)
	if gone == 0 {
		return &Acceptance{File: b.File, Held: len(b.Findings), Report: r}, nil
	}
	return write(pruned, &Acceptance{File: b.File, Gone: gone, Report: r})
}

func write(b *baseline.Baseline, a *Acceptance) (*Acceptance, error) {
	data, err := b.Encode()
	if err != nil {
		return nil, err
	}
	a.Held = len(b.Findings)
	return a, os.WriteFile(a.File, data, 0o666)
}

func incomplete(r *hop.Report) bool {
	return slices.ContainsFunc(r.Coverage.Skipped, func(s hop.Skipped) bool { return s.Incomplete })
}

// mark gives findings that the baseline holds their status, and tells which entries are of
// no use any more, if the run looked at everything.
func (c *checker) mark(r *hop.Report) {
	if c.baseline == nil {
		return
	}
	stale := c.baseline.Mark(r.Findings)
	if len(c.cfg.Patterns) > 0 || incomplete(r) {
		return
	}
	for _, e := range stale {
		r.Coverage.Stale = append(r.Coverage.Stale, hop.Stale{Pos: e.Pos.In(c.shownBaseline()), Rule: e.Rule, Message: e.Message})
	}
}

// shownBaseline names the baseline as reports name files.
func (c *checker) shownBaseline() string {
	file, err := filepath.Abs(c.baseline.File)
	if err != nil {
		return c.baseline.File
	}
	return c.shown(file)
}
