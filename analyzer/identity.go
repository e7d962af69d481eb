package analyzer

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// Identity tells apart what makes [Analyzer] report different things of the same packages:
// this build of hoplint, and what stands in the manifest that it reads for packages in dir
// and below. Drivers that cache what an analyzer said must ask for it, since no package
// depends on the manifest.
func Identity(cfg Config, dir string) string {
	h := sha256.New()
	h.Write([]byte(toolID() + "\n"))
	if name := manifestAbove(dir, cfg.Manifest); name != "" {
		h.Write([]byte(name + "\n"))
		data, _ := os.ReadFile(name) // who cannot read it will say so
		h.Write(data)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// manifestAbove returns the manifest for packages in a directory: the named file or, if
// none is named, hoplint.yaml, in the directory or the nearest one above it; "" if there
// is none.
func manifestAbove(dir, name string) string {
	if name == "" {
		name = manifest.FileName
	}
	if filepath.IsAbs(name) {
		return name
	}
	for {
		file := filepath.Join(dir, name)
		if _, err := os.Stat(file); err == nil {
			return file
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}
