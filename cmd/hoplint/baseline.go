package main

import (
	"context"
	"flag"
	"fmt"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/report"
)

func baselineFlags(fs *flag.FlagSet, o *options) {
	fs.BoolVar(&o.prune, "prune", false, "take out of the baseline what has been fixed, and add nothing")
}

// acceptFindings writes the baseline.
func acceptFindings(ctx context.Context, p process, o options) int {
	accept := analyzer.Accept
	if o.prune {
		accept = analyzer.Prune
	}
	var done *analyzer.Acceptance
	err := p.analyse(o.config, func(cfg analyzer.Config) (err error) {
		done, err = accept(ctx, cfg)
		return err
	})
	if err != nil {
		return p.finish(err)
	}
	fmt.Fprintf(p.stdout, "%s: %s\n", report.Escape(done.File), accepted(done, o.prune))
	return p.gaps(done.Report)
}

// accepted says what the baseline holds now.
func accepted(a *analyzer.Acceptance, pruned bool) string {
	held := report.Count(a.Held, "finding") + " accepted"
	if pruned {
		return fmt.Sprintf("%s, %s taken out", held, report.Count(a.Gone, "fingerprint"))
	}
	return held
}
