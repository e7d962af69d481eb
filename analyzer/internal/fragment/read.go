package fragment

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A file is a fragment before its parts are checked.
type file struct {
	Version    int             `json:"version"`
	Repository string          `json:"repository"`
	Manifest   json.RawMessage `json:"manifest"`
	Services   []Service       `json:"services"`
	Skipped    []hop.Skipped   `json:"skipped"`
}

// Read reads a fragment that is in the file called name. Errors begin with that name,
// and with line and column where something stands at one.
func Read(name string, data []byte) (*Fragment, error) {
	if err := checkVersion(name, data); err != nil {
		return nil, err
	}
	var in file
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return nil, damaged(name, data, err)
	}
	f := &Fragment{File: name, Version: in.Version, Repository: in.Repository, Services: in.Services, Skipped: in.Skipped}
	if err := f.check(); err != nil {
		return nil, fmt.Errorf("%s: %v", name, err)
	}
	m, err := manifest.ReadShared(name, inPlace(data, in.Manifest))
	if err != nil {
		return nil, err
	}
	f.Manifest = m
	return f, nil
}

// checkVersion comes first: what another version has may be no damage.
func checkVersion(name string, data []byte) error {
	var v struct {
		Version *int `json:"version"`
	}
	if err := json.Unmarshal(data, &v); err != nil {
		return damaged(name, data, err)
	}
	switch {
	case v.Version == nil:
		return fmt.Errorf("%s: no version: this is no fragment; hoplint fragment writes them", name)
	case *v.Version != Version:
		return fmt.Errorf("%s: unsupported version %d (this hoplint reads version %d): write the fragment with the same version of hoplint", name, *v.Version, Version)
	}
	return nil
}

// damaged says where the JSON is wrong.
func damaged(name string, data []byte, err error) error {
	text := strings.TrimPrefix(err.Error(), "json: ")
	at := int64(-1)
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		at = e.Offset
	}
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		at = e.Offset
	}
	if at < 0 || at > int64(len(data)) {
		return fmt.Errorf("%s: damaged fragment: %s; hoplint fragment writes it anew", name, text)
	}
	before := data[:max(at-1, 0)] // the offset is behind what is wrong
	line := bytes.Count(before, []byte("\n")) + 1
	col := len(before) - bytes.LastIndexByte(before, '\n')
	return fmt.Errorf("%s:%d:%d: damaged fragment: %s; hoplint fragment writes it anew", name, line, col, text)
}

// inPlace returns a part of the data with blanks for what comes before, so that positions
// in it are those in the file.
func inPlace(data []byte, part json.RawMessage) []byte {
	at := bytes.Index(data, part)
	if at < 0 {
		return part
	}
	out := bytes.Clone(data[:at+len(part)])
	for i := range at {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	return out
}

// check checks what the types do not say.
func (f *Fragment) check() error {
	if err := CheckName(f.Repository); err != nil {
		return err
	}
	known := make(map[string]bool)
	for i := range f.Services {
		s := &f.Services[i]
		if err := (&manifest.Service{Name: s.Name}).Check(); err != nil {
			return err
		}
		if known[s.Name] {
			return fmt.Errorf("service %q stands there twice", s.Name)
		}
		known[s.Name] = true
		if err := s.check(); err != nil {
			return fmt.Errorf("service %q: %v; hoplint fragment writes the file anew", s.Name, err)
		}
	}
	return nil
}

func (s *Service) check() error {
	if err := oneOf("role", s.Role, hop.Roles...); err != nil || s.Program == nil {
		return err
	}
	for i := range s.Program.Calls {
		if err := checkCall(&s.Program.Calls[i]); err != nil {
			return fmt.Errorf("call %d: %v", i+1, err)
		}
	}
	for i, c := range s.Program.Consumers {
		if err := checkTemplate(c.Topic); err != nil {
			return fmt.Errorf("consumer %d: %v", i+1, err)
		}
	}
	return nil
}

func checkCall(c *hop.ProgramCall) error {
	err := errors.Join(
		oneOf("kind", c.Kind, hop.Sync, hop.Async, hop.Poll),
		oneOf("context", c.Context, hop.Request, hop.Startup, hop.Background, hop.Consumer, hop.Health),
		oneOf("awaited", c.Awaited, hop.Direct, hop.Joined, hop.Detached),
		oneOf("loop", c.Loop, hop.NoLoop, hop.LoopRange, hop.LoopFor, hop.LoopRetry, hop.LoopPages),
	)
	for _, t := range c.Addresses {
		err = errors.Join(err, checkTemplate(t))
	}
	return err
}

func checkTemplate(t hop.Template) error {
	for _, p := range t {
		err := oneOf("part", p.Kind, hop.PartText, hop.PartEnv, hop.PartFlag, hop.PartConfig, hop.PartDiscovery,
			hop.PartField, hop.PartRequest, hop.PartAnswer, hop.PartUnknown)
		if err != nil {
			return err
		}
	}
	return nil
}

// oneOf refuses words that this version does not know: to pass over one would be to
// compose another program.
func oneOf[T ~string](noun string, word T, known ...T) error {
	for _, k := range known {
		if word == k {
			return nil
		}
	}
	return fmt.Errorf("unknown %s %q", noun, string(word))
}
