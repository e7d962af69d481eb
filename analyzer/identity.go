package analyzer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// Identity tells apart what makes [Analyzer] report different things of the same packages:
// this build of hoplint, what stands in the manifest that it reads for packages in dir
// and below, in the baseline and in the fragments, and the day where exceptions end on
// one. Drivers that cache what an analyzer said must ask for it, since no package depends
// on these.
func Identity(cfg Config, dir string) string {
	h := sha256.New()
	h.Write([]byte(toolID() + "\n"))
	if name := manifestAbove(dir, cfg.Manifest); name != "" {
		cfg.Dir = filepath.Dir(name)
		for _, file := range append([]string{name, cfg.baselineFile()}, fragmentsOf(cfg, name)...) {
			data, _ := os.ReadFile(file) // who needs it and cannot read it will say so
			fmt.Fprintf(h, "%s %d\n", file, len(data))
			h.Write(data)
			if bytes.Contains(data, []byte("until")) {
				fmt.Fprintln(h, cfg.Today) // exceptions come to an end
			}
		}
		dir = cfg.Dir
	}
	if cfg.Today != "" && codeSetsDay(dir) {
		fmt.Fprintln(h, cfg.Today)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// fragmentsOf returns the files of the fragments that a manifest names; none if it cannot
// be read, which those who need it will say.
func fragmentsOf(cfg Config, name string) []string {
	cfg.Manifest = name
	m, err := readManifest(cfg)
	if err != nil {
		return nil
	}
	files, _, _ := fragmentFiles(cfg.Dir, m)
	return files
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
