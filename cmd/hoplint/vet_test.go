package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer"
)

func TestCheckGo(t *testing.T) {
	for _, test := range []struct {
		needs, built string
		ok           bool
	}{
		{"go1.26.3", "go1.26.1", true},
		{"go1.25", "go1.26.0", true},
		{"go1.27.0", "go1.26.8", false},
		{"go1.27rc1", "go1.26.8", false},
		{"go1.27", "devel go1.27-4f2c1", true},
		{"", "go1.26.8", true},
	} {
		err := checkGo("shop.example/a", test.needs, test.built)
		if (err == nil) != test.ok {
			t.Errorf("what needs %s under what was built with %s: %v", test.needs, test.built, err)
		}
		if err != nil && !strings.Contains(err.Error(), "rebuild hoplint with go1.27") {
			t.Errorf("the error does not say what to do: %v", err)
		}
	}
}

// TestIdentity checks that go vet is told another identity when the manifest changes, and
// only then.
func TestIdentity(t *testing.T) {
	root := t.TempDir()
	below := filepath.Join(root, "services", "ordering")
	if err := os.MkdirAll(below, 0o777); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]string)
	identify := func(state string, cfg analyzer.Config) {
		t.Helper()
		id := analyzer.Identity(cfg, below)
		if again := analyzer.Identity(cfg, below); again != id {
			t.Errorf("%s: two identities", state)
		}
		if before, ok := seen[id]; ok {
			t.Errorf("%s: the same identity as %s", state, before)
		}
		seen[id] = state
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	identify("without a manifest", analyzer.Config{})
	write("hoplint.yaml", "version: 1\n")
	identify("with one", analyzer.Config{})
	write("hoplint.yaml", "version: 1\nservices: {}\n")
	identify("with another", analyzer.Config{})
	write("other.yaml", "version: 1\n")
	identify("with a named one", analyzer.Config{Manifest: "other.yaml"})
	write("other.yaml", "version: 1 # changed\n")
	identify("with a named one that changed", analyzer.Config{Manifest: "other.yaml"})
	write("hoplint.yaml", "version: 1\nfragments: [*.json]\n")
	identify("with fragments that are not there", analyzer.Config{})
	write("hoplint.yaml", "version: 1\nfragments: ['*.json']\n")
	identify("with a glob for fragments", analyzer.Config{})
	write("payment.json", "{}")
	identify("with a fragment", analyzer.Config{})
	write("payment.json", "{ }")
	identify("with a fragment that changed", analyzer.Config{})
	write("payment.txt", "{}")
	if again := analyzer.Identity(analyzer.Config{}, below); seen[again] != "with a fragment that changed" {
		t.Error("another identity with a file that is no fragment")
	}
}
