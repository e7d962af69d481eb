package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/report"
)

// An output is a file that the report is written to.
type output struct{ format, file string }

// parseOutput reads "format=file".
func parseOutput(text string) (output, error) {
	format, file, ok := strings.Cut(text, "=")
	if !ok || file == "" {
		return output{}, fmt.Errorf("want format=file")
	}
	if _, ok := report.Formats[format]; !ok {
		return output{}, unknown("format", format, report.Names())
	}
	return output{format: format, file: file}, nil
}

// write writes the report. A file that was there is replaced at once, or not at all.
func (o output) write(r *hop.Report, opt report.Options) error {
	var b bytes.Buffer
	if err := report.Formats[o.format](&b, r, opt); err != nil {
		return fmt.Errorf("cannot write the report: %v", err)
	}
	if err := replaceFile(o.file, b.Bytes()); err != nil {
		return fmt.Errorf("cannot write the report: %v", err)
	}
	return nil
}

// replaceFile gives a file new contents, and makes it if there is none. Readers see the old contents or
// the new, never a part.
func replaceFile(name string, data []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(name, data, 0o666) // such as /dev/stderr
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails after the rename, as it should
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	return err
}
