package main

import (
	"context"
	"errors"
	"fmt"
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
			if why := c.nothing(cfg, err); why != "" {
				p.complain(errors.New("everything is new: " + c.rename(root, why)))
				r, err = &hop.Report{Version: hop.ReportVersion}, nil
			}
			if err != nil {
				return c.named(root, err)
			}
			for i := range r.Coverage.Skipped {
				reason := &r.Coverage.Skipped[i].Reason
				*reason = c.rename(root, *reason)
			}
			return use(r, cfg.Dir)
		})
	}
}

// nothing says why the base has nothing of what is checked, if the analysis failed because of
// that; "" if not.
func (c checkOut) nothing(cfg analyzer.Config, err error) string {
	if err == nil || !c.earlier {
		return ""
	}
	if _, serr := os.Stat(cfg.Dir); serr != nil {
		return fmt.Sprintf("%s has no directory %s", c.name, filepath.ToSlash(c.repo.Prefix))
	}
	if noGo, ok := errors.AsType[*analyzer.NoGoError](err); ok {
		return noGo.Error()
	}
	return ""
}

// config is the configuration with all of the user's repository that it names in the
// revision's tree instead.
func (c checkOut) config(cfg analyzer.Config, root string) analyzer.Config {
	cfg.Beside = filepath.Join(c.repo.Root, c.repo.Prefix)
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
