package analyzer

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/txtar"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/lower"
)

// faultVariable says how the test's binary fails when go vet runs it.
const faultVariable = "HOPLINT_TEST_FAULT"

func TestMain(m *testing.M) {
	if fault := os.Getenv(faultVariable); fault != "" {
		p := &passes{lower: func(cfg lower.Config, src lower.Source) (*ir.Package, error) {
			switch {
			case !strings.HasSuffix(src.Types.Path(), "/broken"):
				return lower.Package(cfg, src)
			case fault == "panic":
				panic("out of luck")
			}
			return nil, errors.New("out of luck")
		}}
		unitchecker.Main(p.analyzer())
	}
	os.Exit(m.Run())
}

// TestFault has hoplint fail on a package two below a service, under the real go vet: it
// says that the package is incomplete, there and at the service, and everything else as ever.
func TestFault(t *testing.T) {
	shop, err := txtar.ParseFile("testdata/fault.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for fault, reason := range map[string]string{"panic": "internal error: out of luck", "error": "out of luck"} {
		t.Run(fault, func(t *testing.T) {
			said := vetWith(t, shop, faultVariable+"="+fault)
			for _, want := range []string{
				"broken/broken.go:1:1: shop.example/ordering/broken is incomplete: calls may be missing: " + reason + "\n",
				"main.go:1:1: shop.example/ordering/broken is incomplete: calls may be missing: " + reason + "\n",
				"client/client.go:10:7: POST /orders of ordering waits for payment POST /payments: ",
			} {
				if strings.Count(said, want) != 1 {
					t.Errorf("go vet does not say once: %s", want)
				}
			}
			if got := strings.Count(said, "\n") - strings.Count(said, "# ") - strings.Count(said, ": \t"); got != 3 {
				t.Errorf("go vet says %d things:\n%s", got, said)
			}
		})
	}
}

// vetWith runs go vet over a module, with the test's binary as its tool.
func vetWith(t *testing.T, module *txtar.Archive, env string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range module.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "vet", "-vettool="+exe, "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env)
	out, err := cmd.CombinedOutput()
	if err == nil {
		t.Error("go vet is content")
	}
	return strings.ReplaceAll(string(out), "./", "")
}
