package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/report"
)

// options is what the command line asks for.
type options struct {
	config  analyzer.Config
	format  string
	out     []output // further reports that are written
	version bool
	verbose bool
	prune   bool // of the command baseline
	// mergeBase, of the command diff, takes the base to be where its history and head's part.
	mergeBase bool
	command   string   // a key of commands, or "" to check
	args      []string // of the command

	fragment fragmentOptions
}

// A command is something that hoplint does besides checking.
type command struct {
	run func(ctx context.Context, p process, o options) int
	// flags adds those that the command has, beside those that all have.
	flags func(fs *flag.FlagSet, o *options)
	// packages is true if the arguments are package patterns.
	packages bool
}

// commands are the commands by their name, the first argument.
var commands = map[string]command{
	"baseline": {run: acceptFindings, flags: baselineFlags, packages: true},
	"diff":     {run: diff, flags: diffFlags},
	"explain":  {run: printing(explain)},
	"fragment": {run: writeFragment, flags: fragmentFlags},
	"models":   {run: printing(models)},
}

// printing makes a command of a function that only writes.
func printing(print func(w io.Writer, o options) error) func(context.Context, process, options) int {
	return func(_ context.Context, p process, o options) int { return p.finish(print(p.stdout, o)) }
}

// mistaken maps first arguments that people try to what they are called here.
var mistaken = map[string]string{
	"baseline": "baseline",
	"diff":     "diff",
	"explain":  "explain",
	"fragment": "fragment",
	"help":     "-h",
	"models":   "models",
	"version":  "-version",
}

// parse reads the arguments. It returns flag.ErrHelp for -h.
func parse(args []string) (options, error) {
	var o options
	fs := newFlags(&o)
	if err := fs.Parse(args); err != nil {
		return o, flagError(fs, err)
	}
	rest := fs.Args()
	if len(rest) > 0 && commands[rest[0]].run != nil {
		err := o.parseCommand(fs, rest[0], rest[1:])
		return o, cmp.Or(err, o.checkFormat())
	}
	o.config.Patterns = rest
	return o, cmp.Or(o.checkFormat(), checkPatterns(rest))
}

func (o *options) checkFormat() error {
	if _, ok := report.Formats[o.format]; !ok {
		return unknown("format", o.format, report.Names())
	}
	return nil
}

// parseCommand reads what follows the name of a command: flags, and arguments.
func (o *options) parseCommand(fs *flag.FlagSet, name string, args []string) error {
	o.command = name
	if add := commands[name].flags; add != nil {
		add(fs, o)
	}
	if err := fs.Parse(args); err != nil {
		return flagError(fs, err)
	}
	o.args = fs.Args()
	if commands[name].packages {
		o.config.Patterns = o.args
		return checkPatterns(o.args)
	}
	return nil
}

func newFlags(o *options) *flag.FlagSet {
	fs := flag.NewFlagSet("hoplint", flag.ContinueOnError)
	fs.SetOutput(io.Discard) // errors are told by run
	fs.Usage = func() {}
	fs.StringVar(&o.config.Dir, "C", "", "check the directory `dir` instead of the working directory")
	fs.StringVar(&o.format, "format", report.Default, "write the report as `name`: "+strings.Join(report.Names(), ", "))
	fs.Func("out", "write the report to a file, too, as `format=file`; may be given several times", func(s string) error {
		out, err := parseOutput(s)
		o.out = append(o.out, out)
		return err
	})
	fs.StringVar(&o.config.Manifest, "manifest", "", "read the manifest from `file` (default hoplint.yaml in the checked directory)")
	fs.StringVar(&o.config.Baseline, "baseline", "", "read accepted findings from `file` (default hoplint-baseline.yaml in the checked directory, if there is one)")
	fs.Func("tags", "build with the `tags`, separated by commas", func(s string) error {
		o.config.Tags = splitTags(s)
		return nil
	})
	fs.BoolVar(&o.config.Tests, "tests", false, "analyse test files too")
	fs.StringVar(&o.config.Cache, "cache", "", "keep what was read in the directory `dir`, or nothing if off (default in the user's cache directory)")
	fs.BoolVar(&o.verbose, "verbose", false, "leave nothing out of the text: all skipped packages and unresolved calls, and models that no program uses")
	fs.BoolVar(&o.version, "version", false, "print the version and exit")
	return fs
}

// splitTags splits at commas, and at spaces as the go command once did.
func splitTags(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
}

// flagError improves on what the flag package says.
func flagError(fs *flag.FlagSet, err error) error {
	if err == flag.ErrHelp {
		return err
	}
	name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: ")
	if !ok {
		return usagef("%v", err)
	}
	var names []string
	fs.VisitAll(func(f *flag.Flag) { names = append(names, "-"+f.Name) })
	return unknown("flag", name, names)
}

// checkPatterns finds arguments that are no package patterns but were meant as something else.
func checkPatterns(patterns []string) error {
	for i, p := range patterns {
		if strings.HasPrefix(p, "-") {
			return usagef("%s comes after %q; flags must precede packages", p, patterns[max(i-1, 0)])
		}
	}
	if len(patterns) == 0 || strings.ContainsAny(patterns[0], "./") {
		return nil
	}
	names := make([]string, 0, len(mistaken))
	for name := range mistaken {
		names = append(names, name)
	}
	slices.Sort(names)
	if name := nearest(patterns[0], names); name != "" {
		return usagef("unknown command %q (did you mean %q?)", patterns[0], mistaken[name])
	}
	return nil
}

// usagef returns an error of the command line.
func usagef(format string, args ...any) error {
	return &analyzer.ConfigError{Err: fmt.Errorf(format, args...)}
}
