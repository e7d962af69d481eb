package model

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

const description = "doc/language.md"

// TestLanguage checks the parts of the language's description that are made of the code.
func TestLanguage(t *testing.T) {
	source := read(t, "model.go")
	generated(t, "library", fieldsOf(t, source, "Library"))
	generated(t, "row", fieldsOf(t, source, "Row"))
	generated(t, "kinds", describeKinds(read(t, "kind.go")))
	generated(t, "roles", describeRoles(read(t, "role.go")))
	generated(t, "words", describeWords())
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// generated checks a part of the description between "name: begin" and "name: end", or
// writes it anew.
func generated(t *testing.T, name, want string) {
	t.Helper()
	text := read(t, description)
	begin, end := "<!-- "+name+": begin -->\n", "<!-- "+name+": end -->\n"
	before, rest, ok1 := strings.Cut(text, begin)
	got, after, ok2 := strings.Cut(rest, end)
	switch {
	case !ok1 || !ok2:
		t.Fatalf("%s has no part %s", description, name)
	case got == want:
	case *update:
		if err := os.WriteFile(description, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the %s of %s are not those of the code (go generate ./analyzer/internal/model writes them)", name, description)
	}
}

var (
	structField = regexp.MustCompile(`^\t(\w+) .*yaml:"(\w+)"`)
	kindLine    = regexp.MustCompile(`^\t(\w+) +Kind = "(\w+)" +// (.*)$`)
	roleLine    = regexp.MustCompile(`^\t(\w+) +Role = "(\w+)"(?: +// (.*))?$`)
	section     = regexp.MustCompile(`^\t// (.*)\.$`)
)

// fieldsOf lists the keys of a struct with what the comments before its fields say.
func fieldsOf(t *testing.T, source, name string) string {
	t.Helper()
	_, text, _ := strings.Cut(source, "\ntype "+name+" struct {\n")
	text, _, _ = strings.Cut(text, "\n}\n")
	var b strings.Builder
	var comment string
	for line := range strings.SplitSeq(text, "\n") {
		if c, ok := strings.CutPrefix(line, "\t// "); ok {
			comment += " " + c
			continue
		}
		if m := structField.FindStringSubmatch(line); m != nil {
			says, ok := strings.CutPrefix(comment, " "+m[1]+" ")
			if !ok {
				t.Errorf("no comment says what %s.%s is", name, m[1])
			}
			fmt.Fprintf(&b, "- `%s` %s\n", m[2], says)
		}
		comment = ""
	}
	return b.String()
}

// describeKinds lists the kinds, a section for each part of the list in the source.
func describeKinds(source string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(source, "\n") {
		if m := section.FindStringSubmatch(line); m != nil {
			fmt.Fprintf(&b, "\n### %s\n\n", m[1])
		}
		if m := kindLine.FindStringSubmatch(line); m != nil {
			fmt.Fprintf(&b, "- `%s` %s\n", m[2], m[3])
		}
	}
	return b.String() + "\n"
}

// describeRoles lists the roles that have a comment.
func describeRoles(source string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(source, "\n") {
		if m := roleLine.FindStringSubmatch(line); m != nil && m[3] != "" {
			fmt.Fprintf(&b, "- `%s`: %s\n", m[2], m[3])
		}
	}
	return b.String()
}

func describeWords() string {
	var b strings.Builder
	for _, list := range []struct {
		of    string
		words []string
	}{
		{"`op` of strings", StringOps}, {"`op` of tests", Tests}, {"`op` of URLs", URLOps}, {"`syntax`", Syntaxes},
		{"`yields` of iterations", Yields}, {"`yields` of messages", Deliveries}, {"`result`", Results}, {"`loop`", Loops},
		{"`names` of routes", RouteNames},
	} {
		fmt.Fprintf(&b, "- %s: %s\n", list.of, strings.Join(list.words, ", "))
	}
	return b.String()
}

// TestKindsAreDescribed checks that the list of kinds and their roles is whole: that each
// kind which rows may have has a line, and that the line names its roles.
func TestKindsAreDescribed(t *testing.T) {
	described := make(map[Kind]string)
	for line := range strings.SplitSeq(read(t, "kind.go"), "\n") {
		if m := kindLine.FindStringSubmatch(line); m != nil {
			described[Kind(m[2])] = m[3]
		}
	}
	for kind, roles := range kinds {
		text, ok := described[kind]
		if !ok {
			t.Errorf("kind %s has no line in kind.go that says what it does", kind)
		}
		for other, also := range described {
			if strings.Contains(text, "as "+string(other)) || strings.Contains(text, "as of "+string(other)) {
				text += " " + also
			}
		}
		for _, role := range roles {
			if !slices.Contains(strings.FieldsFunc(text, func(r rune) bool { return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz_", r) }), string(role)) {
				t.Errorf("what is said of kind %s does not name the role %s", kind, role)
			}
		}
	}
	for kind := range described {
		if _, ok := kinds[kind]; !ok {
			t.Errorf("no row can have the kind %s", kind)
		}
	}
}

// TestLanguageExamples checks that the examples are models.
func TestLanguageExamples(t *testing.T) {
	examples := strings.Split(read(t, description), "```yaml\n")[1:]
	if len(examples) < 2 {
		t.Fatalf("%s has %d examples", description, len(examples))
	}
	for _, text := range examples {
		text, _, _ = strings.Cut(text, "```\n")
		var manifest struct{ Models []yaml.Node }
		if err := yaml.Unmarshal([]byte(text), &manifest); err != nil || len(manifest.Models) == 0 {
			t.Errorf("%v in\n%s", err, text)
		}
		if _, err := load(t).With(description, manifest.Models); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
	}
}
