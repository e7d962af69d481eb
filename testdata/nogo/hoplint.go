// Package shop is hoplint with the repository's manifest, as an analyzer for nogo.
package shop

import (
	_ "embed"

	"github.com/hoplint/hoplint/analyzer"
)

//go:embed hoplint.yaml
var manifest []byte

// Analyzer is what nogo looks for.
var Analyzer = analyzer.New(analyzer.Config{ManifestText: manifest, OneLine: true})
