package analyzer

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/load"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/model"
	"github.com/hoplint/hoplint/analyzer/internal/rule"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// A Config says what to check. The zero Config checks the working directory.
type Config struct {
	// Dir is the checked directory; "" is the working directory.
	Dir string
	// Patterns are package patterns as the go command takes them; none is ./...
	Patterns []string
	// Manifest is the manifest's file, relative to the working directory; "" is
	// hoplint.yaml in Dir if there is one.
	Manifest string
	// Baseline is the file of accepted findings, relative to the working directory; "" is
	// hoplint-baseline.yaml in Dir if there is one.
	Baseline string
	// Earlier says that Dir holds an earlier state of what the manifest describes: roots
	// that it names need not be there.
	Earlier bool
	// Beside is where Dir lies for the user, if Dir is a copy: fragments that are not to be
	// found from Dir are looked for from there.
	Beside string
	// ManifestText is what the manifest says, if it is not nil: for drivers under which no
	// file can be read, such as nogo. The manifest's paths are relative to Dir, and Manifest
	// names it in errors only.
	ManifestText []byte
	// BaselineText is what the baseline says, if it is not nil. Baseline names it in errors.
	BaselineText []byte
	// OneLine puts the path and the chain of a finding into the message of an analyzer, for
	// drivers that show nothing else, such as golangci-lint and nogo.
	OneLine bool
	// Tags are build tags.
	Tags []string
	// Tests includes test files.
	Tests bool
	// Cache is the cache's directory; "" is the user's, "off" none.
	Cache string
	// Today is the day, YYYY-MM-DD, that decides which exceptions have expired; ""
	// is before all of them.
	Today string
	// Progress, if set, is told what goes on: from several goroutines at once.
	Progress func(stage string, done, total int)

	fresh bool // no baseline is read
	alone bool // no fragments are read
}

// A NoGoError says that there is nothing to check.
type NoGoError = load.NoGoError

// A ConfigError says that the command line or the manifest is wrong. Its text may
// have several lines, each beginning with a position.
type ConfigError struct{ Err error }

func (e *ConfigError) Error() string { return e.Err.Error() }

func (e *ConfigError) Unwrap() error { return e.Err }

// A RuleDoc describes a rule.
type RuleDoc struct {
	Name     string
	Severity hop.Severity // unless the manifest says otherwise
	Summary  string       // one line
	Doc      string       // Markdown
}

// Rules describes the rules.
func Rules() []RuleDoc {
	var out []RuleDoc
	for _, d := range rule.Docs() {
		out = append(out, RuleDoc{Name: d.Name, Severity: d.Severity, Summary: d.Summary, Doc: d.Text})
	}
	return out
}

// readManifest reads the manifest of a configuration and what only the rest of the
// program can check of it. Without a manifest, the result is that of none.
func readManifest(cfg Config) (*manifest.Manifest, error) {
	name := cfg.manifestFile()
	data, err := readUnless(cfg.ManifestText, name)
	if os.IsNotExist(err) && cfg.Manifest == "" {
		return manifest.Default(), nil
	}
	if err != nil {
		return nil, &ConfigError{fmt.Errorf("cannot read the manifest: %v", err)}
	}
	m, err := manifest.Read(name, data)
	if err != nil {
		return nil, &ConfigError{err}
	}
	if err := errors.Join(m.CheckRules(rule.Names()), checkSupported(m)); err != nil {
		return nil, &ConfigError{err}
	}
	return m, nil
}

// manifestFile returns the name of the manifest that the configuration has.
func (cfg Config) manifestFile() string {
	if cfg.Manifest != "" {
		return cfg.Manifest
	}
	return filepath.Join(cfg.Dir, manifest.FileName)
}

// readUnless reads a file, unless what it says is given.
func readUnless(given []byte, name string) ([]byte, error) {
	if given != nil {
		return given, nil
	}
	return os.ReadFile(name)
}

// checkSupported refuses what the format has and Check does not read: to pass over it
// would be to check another system than the manifest describes.
func checkSupported(m *manifest.Manifest) error {
	errs := strict.Errors{File: m.File}
	for _, s := range m.Services {
		if len(s.Settings.Files) > 0 {
			errs.Add(s.Settings.Files[0].Pos, "settings files cannot be read yet: give the values of service %q under env or args", s.Name)
		}
		if len(s.ServesFrom) > 0 {
			errs.Add(s.ServesFrom[0].Pos, "serves_from cannot be read yet: list the endpoints of service %q under serves", s.Name)
		}
	}
	return errs.Err()
}

// readModels returns the models of libraries, the manifest's own included.
func readModels(m *manifest.Manifest) (*model.Table, error) {
	t, err := model.Load()
	if err != nil {
		return nil, err
	}
	t, err = t.With(m.File, m.Models)
	if err != nil {
		return nil, &ConfigError{err}
	}
	return t, nil
}
