package manifest_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// The JSON Schema of hoplint.yaml is made from the types of this package. After a
// change of them:
//
//	go test ./analyzer/internal/manifest -run TestSchemaIsCurrent -update
var update = flag.Bool("update", false, "write the JSON Schema")

var schemaFile = filepath.Join("..", "..", "..", "hoplint.schema.json")

// patterns are what strings look like, by type and field. They are coarser than the
// checks of this package, and in the dialect that Go and ECMA-262 share.
var patterns = map[string]string{
	"Allow.Reason":  `\S`,
	"Date":          `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`,
	"Endpoint.Text": `^\s*([A-Z][A-Z-]*\s+/\S*|[^\s/]+/[^\s/]+)\s*$`,
	"Host.Text":     `^(unix:.*|[^\s/${}]+)$`,
	"Key.Key":       `^\S+$`,
	"Root.Text":     `^(\.\.?(/[^#]*)?(#.+)?|#.+)$`,
	"Route.Prefix":  `^/`,
	"Service.Name":  `^[^\s"#]+$`,
	"Source.Text":   `\.(yaml|yml|json|proto|proto#.+)$`,
	"Topic.Text":    `^[a-z][a-z0-9_-]*:\S+$`,
}

// generate makes the schema.
func generate() (*jsonschema.Schema, error) {
	s, err := typeSchema(reflect.TypeFor[manifest.Manifest](), "Manifest", options(""))
	if err != nil {
		return nil, err
	}
	// The draft that most editors know.
	s.Schema = "http://json-schema.org/draft-07/schema#"
	s.Title = "hoplint.yaml"
	s.Description = "The services of a system, how they are addressed and what is allowed between them."
	return s, nil
}

// tagOptions are the options of a strict tag.
type tagOptions map[string]string

func options(tag string) tagOptions {
	o := make(tagOptions)
	for option := range strings.SplitSeq(tag, ",") {
		name, value, _ := strings.Cut(option, "=")
		o[name] = value
	}
	return o
}

func (o tagOptions) has(name string) bool { _, ok := o[name]; return ok }

// typeSchema returns the schema of a type that stands in the place called name.
func typeSchema(t reflect.Type, name string, o tagOptions) (*jsonschema.Schema, error) {
	switch {
	case t.Kind() == reflect.Pointer:
		return typeSchema(t.Elem(), name, o)
	case t == reflect.TypeFor[yaml.Node]():
		return &jsonschema.Schema{Type: "object"}, nil
	case t == reflect.TypeFor[manifest.Format]():
		return &jsonschema.Schema{Enum: []any{int(manifest.Version)}}, nil
	case t == reflect.TypeFor[manifest.Date]():
		return &jsonschema.Schema{Type: "string", Format: "date", Pattern: patterns["Date"]}, nil
	case t.Kind() == reflect.Struct:
		return structSchema(t)
	case t.Kind() == reflect.Slice:
		return sliceSchema(t, name, o)
	case t.Kind() == reflect.Map:
		elem, err := typeSchema(t.Elem(), name, o)
		return &jsonschema.Schema{Type: "object", AdditionalProperties: elem}, err
	}
	return scalarSchema(t, name, o)
}

func scalarSchema(t reflect.Type, name string, o tagOptions) (*jsonschema.Schema, error) {
	s, err := jsonschema.ForType(t, nil)
	if err != nil {
		return nil, err
	}
	s.Pattern = patterns[name]
	if o.has("text") {
		s.Type, s.Types = "", []string{"string", "number", "boolean"}
	}
	if o.has("enum") {
		for word := range strings.SplitSeq(o["enum"], "|") {
			s.Enum = append(s.Enum, word)
		}
	}
	for option, bound := range map[string]**float64{"min": &s.Minimum, "max": &s.Maximum} {
		if o.has(option) {
			f, err := strconv.ParseFloat(o[option], 64)
			if err != nil {
				return nil, err
			}
			*bound = &f
		}
	}
	return s, nil
}

func sliceSchema(t reflect.Type, name string, o tagOptions) (*jsonschema.Schema, error) {
	elem, err := typeSchema(t.Elem(), name, o)
	switch {
	case err != nil:
		return nil, err
	case o.has("keyed"):
		s := &jsonschema.Schema{Type: "object", AdditionalProperties: elem}
		if p := patterns[t.Elem().Name()+".Name"]; p != "" {
			s.PropertyNames = &jsonschema.Schema{Pattern: p}
		}
		return s, nil
	case o.has("single"):
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{elem, {Type: "array", Items: elem}}}, nil
	}
	return &jsonschema.Schema{Type: "array", Items: elem}, nil
}

// structSchema returns the schema of a struct: a mapping, a scalar, or either.
func structSchema(t reflect.Type) (*jsonschema.Schema, error) {
	s := &jsonschema.Schema{
		Type:                 "object",
		Properties:           make(map[string]*jsonschema.Schema),
		AdditionalProperties: &jsonschema.Schema{Not: &jsonschema.Schema{}},
	}
	var short *jsonschema.Schema
	for _, sf := range reflect.VisibleFields(t) {
		key, o := sf.Tag.Get("yaml"), options(sf.Tag.Get("strict"))
		if key == "-" && !o.has("scalar") {
			continue
		}
		field, err := typeSchema(sf.Type, t.Name()+"."+sf.Name, o)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %v", t.Name(), sf.Name, err)
		}
		if o.has("scalar") {
			return field, nil
		}
		if o.has("short") {
			short = field.CloneSchemas()
		}
		if o.has("required") {
			s.Required = append(s.Required, key)
		}
		field.Description = sf.Tag.Get("jsonschema")
		s.Properties[key] = field
		s.PropertyOrder = append(s.PropertyOrder, key)
	}
	if short != nil {
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{short, s}}, nil
	}
	return s, nil
}

func TestSchemaIsCurrent(t *testing.T) {
	s, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	want, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("hoplint.schema.json is not what the types say: run this test with -update")
	}
}

// TestSchemaDescribes checks that editors have something to show for each key.
func TestSchemaDescribes(t *testing.T) {
	s, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	keys := 0
	var walk func(where string, s *jsonschema.Schema)
	walk = func(where string, s *jsonschema.Schema) {
		if s == nil {
			return
		}
		for key, p := range s.Properties {
			keys++
			if !strings.HasSuffix(p.Description, ".") {
				t.Errorf("%s.%s: description %q", where, key, p.Description)
			}
			walk(where+"."+key, p)
		}
		walk(where+"[]", s.Items)
		walk(where+".*", s.AdditionalProperties)
		for _, alternative := range s.AnyOf {
			walk(where, alternative)
		}
	}
	walk("", s)
	if keys < 50 {
		t.Errorf("found only %d keys", keys)
	}
}

// TestEnums checks the words in the tags against those of the vocabulary.
func TestEnums(t *testing.T) {
	role, _ := reflect.TypeFor[manifest.Service]().FieldByName("Role")
	severity, _ := reflect.TypeFor[manifest.Rule]().FieldByName("Severity")
	if got, want := options(role.Tag.Get("strict"))["enum"], join(hop.Roles); got != want {
		t.Errorf("roles %s, want %s", got, want)
	}
	if got, want := options(severity.Tag.Get("strict"))["enum"], join(hop.Severities); got != want {
		t.Errorf("severities %s, want %s", got, want)
	}
}

func join[T ~string](words []T) string {
	var list []string
	for _, w := range words {
		list = append(list, string(w))
	}
	return strings.Join(list, "|")
}

// TestSchemaAndRead checks that the schema takes what Read takes, and refuses what it
// refuses as far as a schema can.
func TestSchemaAndRead(t *testing.T) {
	schema := checkedIn(t)
	for _, name := range []string{"hoplint.yaml", "shop.yaml"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(instance(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, tt := range badManifests {
		if tt.beyondSchema {
			continue
		}
		if err := schema.Validate(instance(t, []byte(tt.data))); err == nil {
			t.Errorf("%s: the schema takes it", tt.name)
		}
	}
}

func checkedIn(t *testing.T) *jsonschema.Resolved {
	t.Helper()
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

// instance returns a manifest as JSON has it.
func instance(t *testing.T, data []byte) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatalf("%q: %v", data, err)
	}
	if doc.Kind == 0 {
		return map[string]any{}
	}
	return plain(t, doc.Content[0])
}

func plain(t *testing.T, n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := make(map[string]any)
		for pair := range slices.Chunk(n.Content, 2) {
			m[pair[0].Value] = plain(t, pair[1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, plain(t, c))
		}
		return list
	}
	if n.ShortTag() == "!!timestamp" {
		return n.Value // JSON has no dates
	}
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}
