// Golangci is golangci-lint with hoplint as one of its linters: all that it takes to build
// that, in a module of its own.
package main

import (
	"fmt"
	"os"
	"runtime"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/hoplint/hoplint/cmd/gclplugin"
)

func main() {
	// Without a version, golangci-lint keeps what linters said for this very executable.
	// With one, it would take up the results of another build that calls itself the same.
	info := commands.BuildInfo{Version: "(devel)", GoVersion: runtime.Version()}
	if err := commands.Execute(info); err != nil {
		fmt.Fprintf(os.Stderr, "golangci-lint: %v\n", err)
		os.Exit(exitcodes.Failure)
	}
}
