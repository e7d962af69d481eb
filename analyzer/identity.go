package analyzer

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
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
	cfg = cfg.inside(dir)
	cfg.hash(h, cfg.manifestFile(), cfg.ManifestText)
	cfg.hash(h, cfg.baselineFile(), cfg.BaselineText)
	for _, file := range cfg.fragmentFiles() {
		cfg.hash(h, file, nil)
	}
	if cfg.Today != "" && codeSetsDay(cfg.Dir) {
		fmt.Fprintln(h, cfg.Today)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// fragmentFiles returns the files of the fragments that the manifest names; none if it
// cannot be read, which those who need it will say.
func (cfg Config) fragmentFiles() []string {
	m, err := readManifest(cfg)
	if err != nil {
		return nil
	}
	files, _, _ := fragmentFiles(cfg, m)
	return files
}

// hash adds a file that there may be, or what it says.
func (cfg Config) hash(h hash.Hash, name string, text []byte) {
	data, err := readUnless(text, name) // who needs it and cannot read it will say so
	if err != nil {
		return
	}
	fmt.Fprintf(h, "%s %d\n", name, len(data))
	h.Write(data)
	if bytes.Contains(data, []byte("until")) {
		fmt.Fprintln(h, cfg.Today) // exceptions come to an end
	}
}

// Locate returns cfg with the manifest and the baseline that it names found, in dir or the
// nearest directory above it, for drivers that have such a directory and keep it. The error
// is a [*ConfigError] if one is missing, or if something is wrong with the manifest.
func Locate(cfg Config, dir string) (Config, error) {
	located := cfg.inside(dir)
	if cfg.Manifest != "" && located.Manifest == "" {
		return cfg, noManifest(cfg.Manifest, dir)
	}
	m, err := readManifest(located)
	if err == nil {
		_, err = readModels(m)
	}
	if err == nil {
		_, err = readBaseline(located)
	}
	return located, err
}

func noManifest(name, dir string) error {
	return &ConfigError{fmt.Errorf("no manifest %s in %s or above", name, dir)}
}

// inside returns the configuration for packages in a directory and below. Drivers run
// analyzers in directories of their own choice, so files are looked for there and in the
// directories above.
func (cfg Config) inside(dir string) Config {
	if cfg.ManifestText == nil {
		cfg.Manifest = fileAbove(dir, cmp.Or(cfg.Manifest, manifest.FileName))
		cfg.Dir = dir
		if cfg.Manifest != "" {
			cfg.Dir = filepath.Dir(cfg.Manifest)
		}
	}
	if cfg.Baseline != "" && cfg.BaselineText == nil {
		cfg.Baseline = cmp.Or(fileAbove(dir, cfg.Baseline), cfg.Baseline)
	}
	return cfg
}

// fileAbove returns the file of that name in a directory or the nearest one above it; ""
// if there is none.
func fileAbove(dir, name string) string {
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
