package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/report"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/worktree"
)

func diffFlags(fs *flag.FlagSet, o *options) {
	fs.BoolVar(&o.mergeBase, "merge-base", false, "compare with the commit at which the histories of base and head part, as code hosts do")
}

// A source gives the report of a state of the system, and the directory that its positions
// are relative to. That is there until use returns.
type source func(ctx context.Context, use func(r *hop.Report, dir string) error) error

// diff reports what changed between two states of the system.
func diff(ctx context.Context, p process, o options) int {
	code, err := p.compare(ctx, o)
	switch {
	case errors.Is(err, context.Canceled):
		return p.finish(errors.New("interrupted"))
	case err != nil:
		return p.finish(err)
	}
	return code
}

// compare analyses head before base: what is wrong with it concerns the user most.
func (p process) compare(ctx context.Context, o options) (code int, err error) {
	c, err := p.comparison(ctx, o)
	if err != nil {
		return exitFailed, err
	}
	err = c.head(ctx, func(head *hop.Report, dir string) error {
		return c.base(ctx, func(base *hop.Report, _ string) (err error) {
			o.config.Dir = dir
			code, err = p.tell(analyzer.Compare(base, head, c.name), o)
			return err
		})
	})
	return code, err
}

// tell writes the report of a comparison and returns the exit code.
func (p process) tell(r *hop.Report, o options) (int, error) {
	if err := p.write(r, o); err != nil {
		return exitFailed, err
	}
	if names := packagesOf(r.Changes.Incomplete); len(names) > 0 {
		p.complain(fmt.Errorf("%s is incomplete: what is new may have been there before: calls may be missing from %s", r.Changes.Base, strings.Join(names, ", ")))
	}
	for _, gap := range report.Gaps(r) {
		p.complain(errors.New(gap))
	}
	return exitCode(r), nil
}

func packagesOf(skipped []hop.Skipped) []string {
	var names []string
	for _, s := range skipped {
		names = append(names, s.Package)
	}
	return names
}

// A comparison is what to compare.
type comparison struct {
	base, head source
	name       string // of the base
}

// comparison reads the arguments of the command.
func (p process) comparison(ctx context.Context, o options) (comparison, error) {
	if err := checkStates(o); err != nil {
		return comparison{}, err
	}
	c := comparison{name: o.args[0], head: p.workingTree(o)}
	base := o.args[0]
	if len(o.args) == 2 && isReport(o.args[1]) {
		c.head = savedReport(o, o.args[1])
	}
	if isReport(base) {
		c.base = savedReport(o, base)
	}
	if c.base != nil && (len(o.args) == 1 || isReport(o.args[1])) {
		return c, nil
	}
	return c, p.checkOuts(ctx, o, &c)
}

// checkStates checks the number of arguments and their form.
func checkStates(o options) error {
	const want = "a revision of git, such as origin/main, or a report of -format json"
	if len(o.args) == 0 {
		return usagef("diff takes a base: %s", want)
	}
	for i, arg := range o.args {
		switch {
		case strings.HasPrefix(arg, "-"):
			return usagef("%s comes after %q; flags must precede revisions", arg, o.args[max(i-1, 0)])
		case arg == "":
			return usagef("the name of a revision is empty: want %s", want)
		case o.mergeBase && isReport(arg):
			return usagef("%s has no merge base: -merge-base is for revisions", arg)
		}
	}
	if len(o.args) > 2 {
		return usagef("diff takes a base and a head, not %d revisions", len(o.args))
	}
	return nil
}

// isReport reports whether an argument names a report.
func isReport(arg string) bool { return strings.HasSuffix(arg, ".json") }

// checkOuts makes the sources of a comparison that are revisions. All of them are looked up
// before anything is analysed.
func (p process) checkOuts(ctx context.Context, o options, c *comparison) error {
	repo, err := worktree.Open(ctx, o.config.Dir)
	if err != nil {
		return gitError(fmt.Sprintf("cannot compare with %q", o.args[0]), err, "; two JSON reports can be compared without git")
	}
	base, head := "", "HEAD"
	if len(o.args) == 2 && !isReport(o.args[1]) {
		head = o.args[1]
		commit, err := repo.Commit(ctx, head)
		if err != nil {
			return revisionError(err)
		}
		c.head = p.revision(o, checkOut{repo: repo, commit: commit, name: head})
	}
	if c.base != nil {
		return nil
	}
	if base, err = repo.Commit(ctx, c.name); err != nil {
		return revisionError(err)
	}
	if o.mergeBase {
		c.name = fmt.Sprintf("the merge base of %s and %s", c.name, head)
		if base, err = repo.MergeBase(ctx, base, head); err != nil {
			return gitError("cannot find "+c.name, err, "; where only the last commits were cloned, git fetch --unshallow brings the others")
		}
	}
	c.base = p.revision(o, checkOut{repo: repo, commit: base, name: c.name, earlier: true})
	return nil
}

// gitError says what could not be done and what git says: that the arguments are wrong.
func gitError(what string, err error, next string) error {
	if git, ok := errors.AsType[*worktree.Error](err); ok {
		return usagef("%s: %s%s", what, git.Said, next)
	}
	return err
}

func revisionError(err error) error {
	u, ok := errors.AsType[*worktree.UnknownError](err)
	if !ok {
		return err
	}
	if name := nearest(u.Revision, u.Names); name != "" {
		return usagef("unknown revision %q (did you mean %q?)", u.Revision, name)
	}
	return usagef("unknown revision %q: git says %q; git fetch brings what a clone lacks", u.Revision, u.Said)
}

// workingTree checks the directory as it is, with all that is not committed.
func (p process) workingTree(o options) source {
	return func(ctx context.Context, use func(*hop.Report, string) error) error {
		r, err := p.analysed(ctx, o.config)
		if err != nil {
			return err
		}
		return use(r, o.config.Dir)
	}
}

func (p process) analysed(ctx context.Context, cfg analyzer.Config) (r *hop.Report, err error) {
	err = p.analyse(cfg, func(cfg analyzer.Config) (err error) {
		r, err = analyzer.Check(ctx, cfg)
		return err
	})
	return r, err
}

// savedReport reads a report. Its positions are taken to be relative to the checked directory.
func savedReport(o options, name string) source {
	return func(_ context.Context, use func(*hop.Report, string) error) error {
		data, err := os.ReadFile(name)
		if err != nil {
			return usagef("cannot read the report: %v", err)
		}
		r, err := report.Read(name, data)
		if err != nil {
			return &analyzer.ConfigError{Err: err}
		}
		return use(r, o.config.Dir)
	}
}
