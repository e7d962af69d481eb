package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shop is a service of three packages: the call stands in the lowest.
var shop = map[string]string{
	"go.mod": "module shop.example/ordering\n\ngo 1.26\n",
	"main.go": `package main

import (
	"net/http"

	"shop.example/ordering/api"
)

func main() {
	http.HandleFunc("POST /orders", api.Place)
	http.ListenAndServe(":8080", nil)
}
`,
	"api/api.go": `package api

import (
	"net/http"

	"shop.example/ordering/client"
)

func Place(w http.ResponseWriter, r *http.Request) { client.Pay() }
`,
	"client/client.go": `package client

import "net/http"

func Pay() {
	http.Post("http://payment/payments", "", nil)
}
`,
	"hoplint.yaml": manifest,
}

const manifest = `version: 1
services:
  ordering: {role: service, root: .}
  payment: {role: service, address: {hosts: [payment]}}
  stock: {role: service, address: {hosts: [stock]}}
`

const (
	payment = "client/client.go:6:7: POST /orders of ordering waits for payment POST /payments: an outage or slowdown of payment is one of ordering (sync-call); path: api/api.go:9:61 → client/client.go:6:7"
	stock   = "client/client.go:6:7: POST /orders of ordering waits for stock POST /payments: an outage or slowdown of stock is one of ordering (sync-call); path: api/api.go:9:61 → client/client.go:6:7"
)

// newShop writes the shop to a directory.
func newShop(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range shop {
		write(t, dir, name, text)
	}
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestLife edits what a finding depends on, with golangci-lint's cache kept: code two
// packages below the one that starts the service, the manifest, and the baseline.
func TestLife(t *testing.T) {
	dir, l := newShop(t), newLinter(t)
	check := func(state string, want ...string) {
		t.Helper()
		got, stderr := l.run(dir)
		if stderr != "" {
			t.Errorf("%s: golangci-lint says:\n%s", state, stderr)
		}
		t.Log(state)
		differ(t, got, want)
	}
	check("at first", payment)
	check("again", payment)

	write(t, dir, "client/client.go", strings.ReplaceAll(shop["client/client.go"], "http://payment", "http://stock"))
	check("another call", stock)
	write(t, dir, "client/client.go", shop["client/client.go"])
	check("the first call again", payment)

	write(t, dir, "hoplint.yaml", manifest+"rules: {sync-call: off}\n")
	check("a rule is off")
	write(t, dir, "hoplint.yaml", strings.ReplaceAll(manifest, "payment: {role: service", "payment: {role: infrastructure"))
	check("no business service")
	write(t, dir, "hoplint.yaml", manifest)
	check("the manifest is what it was", payment)

	write(t, dir, "client/client.go", strings.ReplaceAll(shop["client/client.go"], "nil)", "nil) //nolint:hoplint // known"))
	check("nolint on a line of another package")
	write(t, dir, "client/client.go", strings.ReplaceAll(shop["client/client.go"], "nil)", "nil) //nolint:errcheck // another linter"))
	check("nolint of another linter", payment)
}

// TestMistakes checks that what is wrong with settings and manifest is told where it is.
func TestMistakes(t *testing.T) {
	for _, test := range []struct{ name, config, manifest, want string }{
		{"setting", "manifset: hoplint.yaml", manifest, `unknown setting "manifset" (did you mean "manifest"?)`},
		{"no manifest", "manifest: nowhere.yaml", manifest, "no manifest nowhere.yaml in "},
		{"key", "manifest: hoplint.yaml", strings.Replace(manifest, "role", "rolle", 1), `hoplint.yaml:3:14: unknown key "rolle" (did you mean "role"?)`},
		{"root", "manifest: hoplint.yaml", strings.Replace(manifest, "root: .", `root: ".#Main"`, 1), `hoplint.yaml:3:35: root ".#Main": package shop.example/ordering has no function Main`},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir, l := newShop(t), newLinter(t)
			config, err := os.ReadFile("golangci.yml")
			if err != nil {
				t.Fatal(err)
			}
			write(t, dir, "hoplint.yaml", test.manifest)
			write(t, dir, ".golangci.yml", strings.Replace(string(config), "manifest: hoplint.yaml", test.config, 1))
			l.configFile = filepath.Join(dir, ".golangci.yml")
			got, stderr := l.run(dir) // which quotes it
			if len(got) > 0 || !strings.Contains(strings.ReplaceAll(stderr, `\"`, `"`), test.want) {
				t.Errorf("issues %q, and on standard error %q, want %q there", got, stderr, test.want)
			}
		})
	}
}
