package analyzer

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/hoplint/hoplint/analyzer/hop"
)

func TestCovers(t *testing.T) {
	tests := []struct {
		entry, dir string
		want       bool
	}{
		{"./tutorial", "tutorial", true},
		{"./tutorial", "tutorial/step1", false},
		{"./tutorial/...", "tutorial", true},
		{"./tutorial/...", "tutorial/step1", true},
		{"./tutorial/...", "tutorials", false},
		{".", ".", true},
		{".", "shop", false},
		{"./...", ".", true},
		{"./...", "shop", true},
		{"./...", "../shop", false},
		{"../old/...", "../old/shop", true},
	}
	for _, test := range tests {
		if got := covers(test.entry, test.dir); got != test.want {
			t.Errorf("covers(%q, %q) = %v, want %v", test.entry, test.dir, got, test.want)
		}
	}
}

func TestServiceName(t *testing.T) {
	tests := []struct{ rel, path, want string }{
		{"services/ordering", "shop.example/services/ordering", "ordering"},
		{"services/ordering/cmd", "shop.example/services/ordering/cmd", "ordering"},
		{"ordering/cmd/server", "shop.example/ordering/cmd/server", "ordering"},
		{".", "github.com/acme/basket", "basket"},
		{".", "github.com/acme/basket/v2", "basket"},
		{"cmd", "main", "main"},
	}
	for _, test := range tests {
		if got := serviceName(test.rel, test.path); got != test.want {
			t.Errorf("serviceName(%q, %q) = %q, want %q", test.rel, test.path, got, test.want)
		}
	}
}

func TestGuessRole(t *testing.T) {
	serving := &hop.Program{Endpoints: []hop.ProgramEndpoint{{Name: "GET /orders"}}}
	watched := &hop.Program{Endpoints: []hop.ProgramEndpoint{{Name: "GET /metrics", Infrastructure: true}}}
	consuming := &hop.Program{Endpoints: watched.Endpoints, Consumers: []hop.ProgramConsumer{{Protocol: "amqp"}}}
	tests := []struct {
		name    string
		program *hop.Program
		want    hop.Role
	}{
		{"ordering", serving, hop.RoleService},
		{"web-gateway", serving, hop.RoleGateway},
		{"Frontend", serving, hop.RoleGateway},
		{"mailer", consuming, hop.RoleWorker},
		{"seed", watched, hop.RoleTool},
	}
	for _, test := range tests {
		if got := guessRole(test.name, test.program); got != test.want {
			t.Errorf("guessRole(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

const twice = `
-- go.mod --
module shop.example/shop

go 1.26
-- main.go --
package main

func main() {}
-- hoplint.yaml --
version: 1
services:
  eu: {root: .}
  us: {root: ., settings: {args: [us]}}
  eu-canary: {root: .}
`

// A program that is deployed several times with the same settings is run once, even
// without a cache.
func TestExecutions(t *testing.T) {
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(twice)).Files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	c, err := newChecker(context.Background(), Config{Dir: dir, Cache: "off"})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.list(); err != nil {
		t.Fatal(err)
	}
	c.lower()
	var got [][]string
	for _, e := range c.executions() {
		var names []string
		for _, s := range e.services {
			names = append(names, s.Service)
		}
		got = append(got, names)
	}
	if len(got) != 2 || len(got[0]) != 2 || got[0][0] != "eu" || got[0][1] != "eu-canary" || got[1][0] != "us" {
		t.Errorf("executions are for %v, want [[eu eu-canary] [us]]", got)
	}
}
