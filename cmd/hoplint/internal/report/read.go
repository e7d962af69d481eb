package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// Read reads a report that -format json wrote into the file called name. The error says where
// in the file it is damaged, or that it is something else. Members that this version does
// not know are passed over.
func Read(name string, data []byte) (*hop.Report, error) {
	if err := checkVersion(name, data); err != nil {
		return nil, err
	}
	r := new(hop.Report)
	d := json.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(r); err != nil {
		return nil, damage(name, data, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, at(name, data, d.InputOffset(), "something follows the report")
	}
	if err := checkReport(r); err != nil {
		return nil, fmt.Errorf("%s: %v; hoplint -format json writes it anew", name, err)
	}
	return r, nil
}

// checkVersion comes first: another version may look different in everything else.
func checkVersion(name string, data []byte) error {
	var head struct {
		Version json.RawMessage `json:"version"`
	}
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&head); err != nil {
		return damage(name, data, err)
	}
	var version int
	switch err := json.Unmarshal(head.Version, &version); {
	case err != nil || version < 1:
		return fmt.Errorf("%s: it is no report of hoplint -format json: it has no version", name)
	case version != hop.ReportVersion:
		return fmt.Errorf("%s: report of version %d, want %d: write it anew with this hoplint", name, version, hop.ReportVersion)
	}
	return nil
}

// damage says where and why the data cannot be decoded.
func damage(name string, data []byte, err error) error {
	if s, ok := errors.AsType[*json.SyntaxError](err); ok {
		return at(name, data, s.Offset, s.Error())
	}
	if u, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return at(name, data, u.Offset, fmt.Sprintf("%s is no %s, as %s must be", u.Value, jsonKind(u.Type), cmp.Or(u.Field, "the report")))
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return at(name, data, int64(len(data)), "the report ends too early")
	}
	return fmt.Errorf("%s: %v", name, err)
}

// jsonKind is what a type is in JSON.
func jsonKind(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Slice:
		return "list"
	case reflect.Struct:
		return "object"
	case reflect.Int:
		return "number"
	case reflect.Bool:
		return "truth value"
	}
	return "string"
}

// at returns an error with the line and column before an offset.
func at(name string, data []byte, offset int64, text string) error {
	before := data[:min(max(offset, 0), int64(len(data)))]
	line := bytes.Count(before, []byte("\n")) + 1
	col := len(before) - bytes.LastIndexByte(before, '\n') - 1
	return fmt.Errorf("%s:%d:%d: %s", name, line, max(col, 1), text)
}

// checkReport checks what comparing and writing rely on.
func checkReport(r *hop.Report) error {
	statuses := []hop.Status{hop.StatusNew, hop.StatusBaseline, hop.StatusAllowed, hop.StatusKnown}
	for i, f := range r.Findings {
		switch {
		case !slices.Contains(hop.Severities, f.Severity):
			return fmt.Errorf("finding %d has the unknown severity %q", i+1, f.Severity)
		case !slices.Contains(statuses, f.Status):
			return fmt.Errorf("finding %d has the unknown status %q", i+1, f.Status)
		case f.Rule == "":
			return fmt.Errorf("finding %d has no rule", i+1)
		}
	}
	for _, s := range r.System.Services {
		if !slices.Contains(hop.Roles, s.Role) {
			return fmt.Errorf("service %q has the unknown role %q", s.Name, s.Role)
		}
	}
	return nil
}
