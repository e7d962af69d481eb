// Package baseline reads and writes the findings that a team has accepted: those that
// were there when it began to use hoplint. A finding is known by its fingerprints, which
// are made of the names of rules, services and endpoints, so that a baseline outlives
// whatever moves lines, files and functions.
package baseline

import (
	"bytes"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// FileName is that of the baseline, beside the manifest.
const FileName = "hoplint-baseline.yaml"

// A Baseline is the content of the file.
type Baseline struct {
	File     string  `yaml:"-"` // as errors name it
	Version  int     `yaml:"version" strict:"required=1,min=1,max=1"`
	Findings []Entry `yaml:"findings"`
}

// An Entry is an accepted finding.
type Entry struct {
	Rule         string   `yaml:"rule" strict:"required"`
	Message      string   `yaml:"message"` // what the finding said when it was accepted, for people
	Fingerprints []string `yaml:"fingerprints" strict:"required"`

	Pos strict.Pos `yaml:"-"`
}

// Read reads a baseline that is in the file called name. An error lists what is wrong with
// it, as "name:line:col: message".
func Read(name string, data []byte) (*Baseline, error) {
	b := &Baseline{File: name}
	if err := strict.Decode(name, data, b); err != nil {
		return nil, err
	}
	errs := strict.Errors{File: name}
	first := make(map[string]strict.Pos)
	for _, e := range b.Findings {
		for _, f := range e.Fingerprints {
			if !isFingerprint(f) {
				errs.Add(e.Pos, "%q is no fingerprint: hoplint baseline writes this file", f)
			}
			if at, twice := first[f]; twice {
				errs.Add(e.Pos, "fingerprint %s stands in line %d already", f, at.Line)
			}
			first[f] = e.Pos
		}
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return b, nil
}

// isFingerprint reports whether s is 16 hexadecimal digits.
func isFingerprint(s string) bool {
	return len(s) == 16 && strings.Trim(s, "0123456789abcdef") == ""
}

// Mark gives new findings that the baseline holds their status. A finding with one
// fingerprint that is not in it stays new. The result is the entries that no finding has
// any more, in the order of the file.
func (b *Baseline) Mark(findings []hop.Finding) (stale []Entry) {
	entries := make(map[string]int)
	for i, e := range b.Findings {
		for _, f := range e.Fingerprints {
			entries[f] = i + 1
		}
	}
	live := make([]bool, len(b.Findings)+1)
	for i := range findings {
		held := len(findings[i].Fingerprints) > 0
		for _, f := range findings[i].Fingerprints {
			held = held && entries[f] > 0
			live[entries[f]] = true
		}
		if held && findings[i].Status == hop.StatusNew {
			findings[i].Status = hop.StatusBaseline
		}
	}
	for i, e := range b.Findings {
		if !live[i+1] {
			stale = append(stale, e)
		}
	}
	return stale
}

// Of returns a baseline that holds the findings which are not allowed.
func Of(findings []hop.Finding) *Baseline {
	b := &Baseline{Version: 1}
	held := make(map[string]bool)
	for _, f := range findings {
		if f.Status == hop.StatusAllowed {
			continue
		}
		e := Entry{Rule: f.Rule, Message: f.Message}
		for _, print := range f.Fingerprints {
			if !held[print] {
				e.Fingerprints = append(e.Fingerprints, print)
			}
			held[print] = true
		}
		if slices.Sort(e.Fingerprints); len(e.Fingerprints) > 0 {
			b.Findings = append(b.Findings, e)
		}
	}
	return b
}

// Prune returns the baseline without what no finding has any more, and how many
// fingerprints that were.
func (b *Baseline) Prune(findings []hop.Finding) (*Baseline, int) {
	live := make(map[string]bool)
	for _, f := range findings {
		for _, print := range f.Fingerprints {
			live[print] = true
		}
	}
	pruned, gone := &Baseline{File: b.File, Version: b.Version}, 0
	for _, e := range b.Findings {
		kept := slices.DeleteFunc(slices.Clone(e.Fingerprints), func(f string) bool { return !live[f] })
		gone += len(e.Fingerprints) - len(kept)
		if e.Fingerprints = kept; len(kept) > 0 {
			pruned.Findings = append(pruned.Findings, e)
		}
	}
	return pruned, gone
}

const head = `# Findings that were accepted as they are: they count again when they change for the worse.
# hoplint baseline writes this file, hoplint baseline -prune takes out what has been fixed.
`

// Encode writes the baseline as its file holds it.
func (b *Baseline) Encode() ([]byte, error) {
	out := bytes.NewBufferString(head)
	to := yaml.NewEncoder(out)
	to.SetIndent(2)
	if err := to.Encode(b); err != nil {
		return nil, err
	}
	return out.Bytes(), to.Close()
}
