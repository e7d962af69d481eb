package gclplugin

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
)

// shop makes a directory with files that settings may name the working directory.
func shop(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range []string{"hoplint.yaml", "manifest.yaml", "accepted.yaml", "baseline.yaml"} {
		write(t, name, "version: 1\n")
	}
	write(t, "bad.yaml", "verion: 1\n")
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestSettings(t *testing.T) {
	shop(t)
	tests := []struct {
		name     string
		settings any
		want     string // of the error
	}{
		{"a manifest", map[string]any{"manifest": "hoplint.yaml"}, ""},
		{"a baseline", map[string]any{"manifest": "hoplint.yaml", "baseline": "accepted.yaml"}, ""},
		{"no settings", nil, `settings: no manifest is named; write manifest: hoplint.yaml`},
		{"a baseline alone", map[string]any{"baseline": "accepted.yaml"}, `settings: no manifest is named`},
		{"a manifest that is nowhere", map[string]any{"manifest": "nowhere.yaml"}, `no manifest nowhere.yaml in `},
		{"a baseline that is nowhere", map[string]any{"manifest": "hoplint.yaml", "baseline": "nowhere.yaml"}, `cannot read the baseline: `},
		{"a manifest with a mistake", map[string]any{"manifest": "bad.yaml"}, `bad.yaml:1:1: unknown key "verion" (did you mean "version"?)`},
		{"a misspelt one", map[string]any{"manifset": "hoplint.yaml"}, `settings: unknown setting "manifset" (did you mean "manifest"?)`},
		{"one of something else", map[string]any{"timeout": "5m"}, `settings: unknown setting "timeout" (want baseline, manifest)`},
		{"a list", map[string]any{"manifest": []any{"a.yaml"}}, `settings: manifest is [a.yaml]; want the name of a file`},
		{"the plugin's own, by hand", map[string]any{"identity": "0"}, `settings: unknown setting "identity"`},
	}
	for _, test := range tests {
		_, err := New(test.settings)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %v", test.name, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: error %v, want one that says %q", test.name, err, test.want)
		}
	}
}

// The settings are those that go vet takes as flags.
func TestSettingsAreFlags(t *testing.T) {
	shop(t)
	p, err := New(map[string]any{"manifest": "hoplint.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	analyzers, err := p.BuildAnalyzers()
	if err != nil || len(analyzers) != 1 {
		t.Fatalf("%d analyzers, %v", len(analyzers), err)
	}
	analyzers[0].Flags.VisitAll(func(f *flag.Flag) {
		settings := map[string]any{"manifest": "hoplint.yaml"}
		settings[f.Name] = f.Name + ".yaml"
		if _, err := New(settings); err != nil {
			t.Errorf("go vet has the flag %s: %v", f.Name, err)
		}
	})
}

func TestRegistered(t *testing.T) {
	if _, err := register.GetPlugin("hoplint"); err != nil {
		t.Fatal(err)
	}
}

// TestIdentity checks that the settings, which are in golangci-lint's keys, change with the
// manifest, and with nothing else.
func TestIdentity(t *testing.T) {
	shop(t)
	settings := map[string]any{"manifest": "hoplint.yaml"}
	made := func() map[string]any {
		t.Helper()
		if _, err := New(settings); err != nil { // a second time with its own mark in them
			t.Fatal(err)
		}
		return maps.Clone(settings)
	}
	write(t, "hoplint.yaml", "version: 1\n")
	first := made()
	if again := made(); !maps.Equal(first, again) {
		t.Errorf("settings %v, then %v", first, again)
	}
	write(t, "hoplint.yaml", "version: 1\nrules: {sync-call: off}\n")
	if changed := made(); maps.Equal(first, changed) {
		t.Errorf("the settings are %v, whatever the manifest", changed)
	}
	if got := slices.Sorted(maps.Keys(first)); !slices.Equal(got, []string{"identity", "manifest"}) {
		t.Errorf("settings %v", got)
	}
}
