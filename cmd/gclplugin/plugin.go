// Package gclplugin makes hoplint a linter of golangci-lint, as a module plugin. A binary
// that imports it has the linter "hoplint", whose settings are the flags that go vet has:
//
//	linters:
//	  enable: [hoplint]
//	  settings:
//	    custom:
//	      hoplint:
//	        type: module
//	        settings:
//	          manifest: hoplint.yaml
//
// See https://golangci-lint.run/docs/plugins/module-plugins.
package gclplugin

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/agext/levenshtein"
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/hoplint/hoplint/analyzer"
)

// That is how golangci-lint learns of its plugins.
func init() { register.Plugin("hoplint", New) }

// A plugin is the linter with its settings.
type plugin struct{ config analyzer.Config }

// New returns the linter for its settings, a map[string]any. It writes into them: they are
// part of the key under which golangci-lint keeps what linters have said, and what hoplint
// says depends on what stands in the manifest, too. Files are looked for in the working
// directory and those above it.
func New(settings any) (register.LinterPlugin, error) {
	given, _ := settings.(map[string]any)
	cfg := analyzer.Config{OneLine: true, Today: time.Now().Format(time.DateOnly)}
	if err := decode(given, &cfg); err != nil {
		return nil, err
	}
	if cfg.Manifest == "" {
		return nil, errors.New("settings: no manifest is named; write manifest: hoplint.yaml")
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	// Packages of other modules do not lie below the manifest.
	if cfg, err = analyzer.Locate(cfg, dir); err != nil {
		return nil, err
	}
	given[identityKey] = identity(analyzer.Identity(cfg, dir))
	return plugin{cfg}, nil
}

func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return []*analysis.Analyzer{analyzer.New(p.config)}, nil
}

func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// identityKey is where New leaves what the linter's results depend on.
const identityKey = "identity"

// An identity has a type of its own, so that no user's setting is mistaken for one.
type identity string

// decode reads the settings into a configuration.
func decode(settings map[string]any, cfg *analyzer.Config) error {
	fields := map[string]*string{"manifest": &cfg.Manifest, "baseline": &cfg.Baseline}
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		if _, ok := settings[name].(identity); ok {
			continue // New has been here
		}
		value, isString := settings[name].(string)
		switch field := fields[name]; {
		case field == nil:
			errs = append(errs, fmt.Errorf("settings: unknown setting %q%s", name, hint(name, slices.Sorted(maps.Keys(fields)))))
		case !isString || value == "":
			errs = append(errs, fmt.Errorf("settings: %s is %v; want the name of a file", name, settings[name]))
		default:
			*field = value
		}
	}
	return errors.Join(errs...)
}

// hint names the setting that was probably meant, of which less than half is wrong, or
// else all that there are.
func hint(name string, names []string) string {
	near := slices.MinFunc(names, func(a, b string) int {
		return levenshtein.Distance(name, a, nil) - levenshtein.Distance(name, b, nil)
	})
	if levenshtein.Distance(name, near, nil) <= (len(near)-1)/2 {
		return fmt.Sprintf(" (did you mean %q?)", near)
	}
	return " (want " + strings.Join(names, ", ") + ")"
}
