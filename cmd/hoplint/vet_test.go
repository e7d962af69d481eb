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

// TestIdentityOfDays checks that go vet is told another identity on the next day where
// something ends on a day, and only there.
func TestIdentityOfDays(t *testing.T) {
	const plain = "package p\n\n//hoplint:allow sync-call -- until further notice\nfunc f() {}\n"
	const dated = "package p\n\n//hoplint:allow sync-call until=2027-03-31 -- agreed\nfunc f() {}\n"
	for _, test := range []struct {
		manifest, code string
		changes        bool
	}{
		{"version: 1\n", plain, false},
		{"version: 1\n", plain + dated, true},
		{"", dated, true},
		{"", "package p // until=2027-03-31\n", false},
		{"version: 1 # until\n", plain, true},
	} {
		root := t.TempDir()
		below := filepath.Join(root, "ordering")
		if err := os.Mkdir(below, 0o777); err != nil {
			t.Fatal(err)
		}
		files := map[string]string{filepath.Join(below, "main.go"): test.code}
		if test.manifest != "" {
			files[filepath.Join(root, "hoplint.yaml")] = test.manifest
		}
		for name, text := range files {
			if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		today := analyzer.Identity(analyzer.Config{Today: "2027-03-31"}, below)
		tomorrow := analyzer.Identity(analyzer.Config{Today: "2027-04-01"}, below)
		if (today != tomorrow) != test.changes {
			t.Errorf("manifest %q, code %q: the identity changes overnight: %v", test.manifest, test.code, today != tomorrow)
		}
	}
}
