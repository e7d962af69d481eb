package analyzer_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/hoplint/hoplint/analyzer"
)

// TestSource runs each case of testdata/src: a directory is a program.
func TestSource(t *testing.T) {
	testdata, err := filepath.Abs("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Join(testdata, "src"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			analysistest.Run(t, testdata, analyzer.New(analyzer.Config{}), e.Name()+"/...")
		})
	}
}
