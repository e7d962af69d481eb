package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/worktree"
)

// A checkOut is a revision to analyse.
type checkOut struct {
	repo    *worktree.Repository
	commit  string
	name    string // as the user calls it
	earlier bool   // what head has need not be there
}

// revision checks a revision out and analyses it.
func (p process) revision(o options, c checkOut) source {
	return func(ctx context.Context, use func(*hop.Report, string) error) error {
		return c.repo.With(ctx, c.commit, func(root string) error {
			cfg := c.config(o.config, root)
			r, err := p.analysed(ctx, cfg)
			if err != nil {
				r, err = p.nothing(c.named(root, err), c.earlier && c.isNothing(cfg, err))
			}
			if err != nil {
				return err
			}
			for i := range r.Coverage.Skipped {
				reason := &r.Coverage.Skipped[i].Reason
				*reason = c.rename(root, *reason)
			}
			return use(r, cfg.Dir)
		})
	}
}

// nothing tells that there is no base, and returns its report, if that is so.
func (p process) nothing(err error, isSo bool) (*hop.Report, error) {
	if !isSo {
		return nil, err
	}
	p.complain(errors.New("everything is new: " + err.Error()))
	return &hop.Report{Version: hop.ReportVersion}, nil
}

// isNothing reports whether the analysis failed because the revision has not got what is checked.
func (c checkOut) isNothing(cfg analyzer.Config, err error) bool {
	_, noGo := errors.AsType[*analyzer.NoGoError](err)
	info, serr := os.Stat(cfg.Dir)
	return noGo || serr != nil || !info.IsDir()
}

// config is the configuration with all of the user's repository that it names in the
// revision's tree instead.
func (c checkOut) config(cfg analyzer.Config, root string) analyzer.Config {
	cfg.Dir = filepath.Join(root, c.repo.Prefix)
	cfg.Earlier = c.earlier
	for _, file := range []*string{&cfg.Manifest, &cfg.Baseline} {
		if *file = c.moved(*file, root); c.earlier && *file != "" && !exists(*file) {
			*file = "" // it had another name, or there was none
		}
	}
	return cfg
}

// moved returns the name that a file has in the revision's tree, if it lies in the repository.
func (c checkOut) moved(file, root string) string {
	if file == "" {
		return ""
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		abs = filepath.Join(dir, filepath.Base(abs))
	}
	rel, err := filepath.Rel(c.repo.Root, abs)
	if err != nil || !filepath.IsLocal(rel) {
		return file
	}
	return filepath.Join(root, rel)
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// named has an error name files as git does, "revision:file": the tree that they lie in
// will be gone when the error is read.
func (c checkOut) named(root string, err error) error {
	text := c.rename(root, err.Error())
	if text == err.Error() {
		return err
	}
	if _, ok := errors.AsType[*analyzer.ConfigError](err); ok {
		return usagef("%s", text)
	}
	return errors.New(text)
}

func (c checkOut) rename(root, text string) string {
	return strings.NewReplacer(root+string(filepath.Separator), c.name+":", root, c.name).Replace(text)
}
