// Package fragment is about what one repository tells the others of a system made of
// several: a file with the programs of its services and with what its manifest says of
// how services are addressed, and how such files are joined with a manifest.
package fragment

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// Version is the format that [Read] reads and [Fragment.Encode] writes. It changes with the
// shape of [hop.Program], too: unknown members are refused, and missing ones would be taken for none.
const Version = 1

// A Fragment is the content of the file. It is read-only once made.
type Fragment struct {
	File string `json:"-"` // as errors name it

	Version int `json:"version"`
	// Repository names the repository, in positions too.
	Repository string `json:"repository"`
	// Manifest is what the repository's manifest says of services, its own and others.
	Manifest *manifest.Manifest `json:"manifest"`
	Services []Service          `json:"services"` // its own, by name
	Skipped  []hop.Skipped      `json:"skipped"`  // what could not be looked at to the end
}

// A Service is a service of the repository.
type Service struct {
	Name    string   `json:"name"`
	Role    hop.Role `json:"role"`
	Guessed bool     `json:"guessed,omitempty"` // the role
	Root    string   `json:"root"`              // relative to the directory that was checked
	// Program is nil where the service was not analysed.
	Program *hop.Program `json:"program,omitempty"`
}

// Encode writes the fragment as its file holds it.
func (f *Fragment) Encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(f); err != nil {
		return nil, err
	}
	return escapeOdd(b.Bytes()), nil
}

// escapeOdd escapes the characters that JSON may hold as they are and YAML may not, as
// the manifest is read as YAML. They occur in strings only.
func escapeOdd(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for _, r := range string(text) {
		if r != '\n' && unicode.IsControl(r) || r == '\uFEFF' || r == '\uFFFE' || r == '\uFFFF' {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, string(r)...)
		}
	}
	return out
}

// CheckName refuses names of repositories that cannot be told apart from the files in them.
func CheckName(name string) error {
	if !hop.IsRepository(name) {
		return fmt.Errorf("bad repository name %q (want a name like a module path: example.com/payments)", name)
	}
	return nil
}

// owns reports whether the service is one of the repository's own.
func (f *Fragment) owns(service string) bool {
	for i := range f.Services {
		if f.Services[i].Name == service {
			return true
		}
	}
	return false
}
