package main

import (
	"encoding/json"
	"fmt"
	goversion "go/version"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/hoplint/hoplint/analyzer"
)

// manifestVariable names the manifest where go vet cannot: it asks a tool for its identity
// without the flags that it gives it later.
const manifestVariable = "HOPLINT_MANIFEST"

// isVet reports whether the arguments are those with which go vet runs its tools:
// it asks for the tool's identity and flags, and then names a file that describes
// one package, last, after the flags that it was given.
// See https://pkg.go.dev/golang.org/x/tools/go/analysis/unitchecker.
func isVet(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	return strings.HasSuffix(last, ".cfg") || len(args) == 1 && (last == identityFlag || last == "-flags")
}

const identityFlag = "-V=full"

// vet does what go vet asks of a tool, and exits.
func vet(args []string, stdout, stderr io.Writer) {
	cfg := analyzer.Config{Manifest: os.Getenv(manifestVariable), Today: time.Now().Format(time.DateOnly)}
	last := args[len(args)-1]
	if last == identityFlag {
		fmt.Fprintln(stdout, identity(cfg))
		os.Exit(exitClean)
	}
	if err := checkUnit(last); err != nil {
		fmt.Fprintf(stderr, "hoplint: %v\n", err)
		os.Exit(exitFailed)
	}
	unitchecker.Main(analyzer.New(cfg)) // does not return
}

// identity is what go vet caches results by: as "devel" it takes the last word for the
// digest of all that they depend on.
func identity(cfg analyzer.Config) string {
	dir, err := os.Getwd() // go vet asks where the user is
	if err != nil {
		dir = "."
	}
	return "hoplint version devel buildID=" + analyzer.Identity(cfg, dir)
}

// checkUnit finds packages that this build of hoplint cannot read: their Go is newer than
// its own.
func checkUnit(file string) error {
	if !strings.HasSuffix(file, ".cfg") {
		return nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var unit unitchecker.Config
	if err := json.Unmarshal(data, &unit); err != nil {
		return fmt.Errorf("%s: %v", file, err)
	}
	return checkGo(unit.ImportPath, unit.GoVersion, runtime.Version())
}

// checkGo compares the version of Go that a package needs with the one that hoplint was
// built with. One that is no release, such as a development version, may be any.
func checkGo(pkg, needs, built string) error {
	needed, own := goversion.Lang(needs), goversion.Lang(built)
	if own == "" || needed == "" || goversion.Compare(needed, own) <= 0 {
		return nil
	}
	return fmt.Errorf("%s needs %s, and hoplint was built with %s: rebuild hoplint with %s", pkg, needed, own, needed)
}
