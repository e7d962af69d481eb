package main

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/report"
)

func fragmentFlags(fs *flag.FlagSet, o *options) {
	fs.StringVar(&o.fragment.file, "o", "", "write the fragment to `file` instead of standard output")
	fs.StringVar(&o.fragment.name, "name", "", "call the repository `name` (default its module path)")
}

// fragmentOptions are those of the command fragment.
type fragmentOptions struct{ file, name string }

// writeFragment writes what the other repositories of a system need to know of this one.
func writeFragment(ctx context.Context, p process, o options) int {
	if len(o.args) > 0 {
		return p.finish(usagef("fragment takes no arguments: a fragment is of all services of the repository"))
	}
	var data []byte
	var r *hop.Report
	err := p.analyse(o.config, func(cfg analyzer.Config) (err error) {
		data, r, err = analyzer.Fragment(ctx, cfg, o.fragment.name)
		return err
	})
	if err != nil {
		return p.finish(err)
	}
	if o.fragment.file == "" {
		_, err = p.stdout.Write(data)
	} else {
		err = replaceFile(o.fragment.file, data)
	}
	if err != nil {
		return p.finish(fmt.Errorf("cannot write the fragment: %v", err))
	}
	return p.gaps(r)
}

// gaps tells what a run missed. Where it missed something, it has failed.
func (p process) gaps(r *hop.Report) int {
	missed := report.Gaps(r)
	for _, gap := range missed {
		p.complain(errors.New(gap))
	}
	if len(missed) > 0 {
		return exitFailed
	}
	return exitClean
}
