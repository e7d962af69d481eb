package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/report"
)

// Exit codes, the same in every format.
const (
	exitClean    = 0
	exitFailed   = 1 // or something was not looked at
	exitUsage    = 2 // the command line or the manifest is wrong
	exitFindings = 3
)

// A process is what hoplint sees of the process that it runs in. Only main knows the real one.
type process struct {
	args           []string // without the command's name
	stdout, stderr io.Writer
	color          bool // stdout shows colours
	progress       bool // stderr is a terminal
	now            time.Time
}

// run does what the arguments ask for and returns the exit code.
func run(ctx context.Context, p process) int {
	o, err := parse(p.args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return p.finish(printHelp(p.stdout))
	case err != nil:
		return p.finish(err)
	case o.version:
		return p.finish(printVersion(p.stdout))
	case o.command != "":
		return commands[o.command].run(ctx, p, o)
	}
	return p.check(ctx, o)
}

// check analyses the system, writes the report, and returns the exit code.
func (p process) check(ctx context.Context, o options) int {
	var r *hop.Report
	err := p.analyse(o.config, func(cfg analyzer.Config) (err error) {
		r, err = analyzer.Check(ctx, cfg)
		return err
	})
	if err != nil {
		return p.finish(err)
	}
	if err := p.write(r, o); err != nil {
		return p.finish(err)
	}
	for _, gap := range report.Gaps(r) {
		p.complain(errors.New(gap))
	}
	return exitCode(r)
}

// analyse runs what takes a while, and shows how far it is.
func (p process) analyse(cfg analyzer.Config, run func(analyzer.Config) error) error {
	cfg.Today = p.now.Format(time.DateOnly)
	m := newMeter(p.stderr, p.now)
	if p.progress {
		cfg.Progress = m.show
	}
	err := run(cfg)
	m.clear()
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted")
	}
	return err
}

// write writes the report to stdout and to the files that the options name. Of these, all
// are tried.
func (p process) write(r *hop.Report, o options) error {
	opt := p.reportOptions(o)
	var errs []error
	if err := report.Formats[o.format](p.stdout, r, opt); err != nil {
		errs = append(errs, fmt.Errorf("cannot write the report: %v", err))
	}
	opt.Color = false
	for _, out := range o.out {
		errs = append(errs, out.write(r, opt))
	}
	return errors.Join(errs...)
}

func (p process) reportOptions(o options) report.Options {
	info, _ := debug.ReadBuildInfo()
	return report.Options{
		Color: p.color, Verbose: o.verbose, Version: version(info),
		Prefix: repositoryPrefix(o.config.Dir),
		ReadFile: func(name string) ([]byte, error) {
			return os.ReadFile(filepath.Join(o.config.Dir, filepath.FromSlash(name)))
		},
	}
}

// finish tells the error, if there is one, and returns the exit code.
func (p process) finish(err error) int {
	if err == nil {
		return exitClean
	}
	p.complain(err)
	if _, ok := errors.AsType[*analyzer.ConfigError](err); ok {
		return exitUsage
	}
	return exitFailed
}

// position is how an error that stands in a file begins: "file:line:col: ". No ": " comes
// before it, or it is one that the error only quotes.
var position = regexp.MustCompile(`^(?:[^:]|:[^ ])+?:\d+:\d+: `)

// complain writes an error to stderr, a line each of its lines. One with a position
// has it as its beginning, where editors expect it.
func (p process) complain(err error) {
	for line := range strings.Lines(err.Error()) {
		line = strings.TrimSpace(line)
		if !position.MatchString(line) {
			line = "hoplint: " + line
		}
		fmt.Fprintln(p.stderr, report.Escape(line))
	}
}

// exitCode judges a report. Gaps outrank findings: what was found is said, but a run
// that missed something is no verdict.
func exitCode(r *hop.Report) int {
	if len(report.Gaps(r)) > 0 {
		return exitFailed
	}
	for _, f := range r.Findings {
		if report.IsNew(f) && (f.Severity == hop.Warning || f.Severity == hop.Error) {
			return exitFindings
		}
	}
	return exitClean
}
