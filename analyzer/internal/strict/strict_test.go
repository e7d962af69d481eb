package strict_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

type color string

// even decodes itself.
type even int

func (e *even) UnmarshalYAML(n *yaml.Node) error {
	var i int
	if err := n.Decode(&i); err != nil || i%2 != 0 {
		return fmt.Errorf("%q is not even", n.Value)
	}
	*e = even(i)
	return nil
}

// short is checked.
type short string

func (s *short) Check() error {
	if len(*s) > 3 {
		return fmt.Errorf("%q is longer than 3 bytes", string(*s))
	}
	return nil
}

type entry struct {
	Key string     `yaml:"key" strict:"short,required"`
	In  []name     `yaml:"in" strict:"single"`
	Pos strict.Pos `yaml:"-"`
}

type name struct {
	Name string     `yaml:"-" strict:"scalar"`
	Pos  strict.Pos `yaml:"-"`
}

type person struct {
	Name  string     `yaml:"-" strict:"key"`
	Age   int        `yaml:"age" strict:"min=0,max=150"`
	Likes color      `yaml:"likes" strict:"enum=red|green|blue"`
	Pos   strict.Pos `yaml:"-"`
}

type shared struct {
	Note string `yaml:"note"`
}

type file struct {
	shared  `yaml:"-"`
	Shared  shared            `yaml:",inline"`
	Title   string            `yaml:"title"`
	On      bool              `yaml:"on"`
	Size    *int              `yaml:"size" strict:"min=1"`
	Ratio   float64           `yaml:"ratio"`
	Even    even              `yaml:"even"`
	Short   short             `yaml:"short"`
	Tags    []string          `yaml:"tags"`
	Env     map[string]string `yaml:"env" strict:"text"`
	Entries []entry           `yaml:"entries"`
	People  []person          `yaml:"people" strict:"keyed=person"`
	Raw     []yaml.Node       `yaml:"raw"`
	Lower   int
}

func TestDecode(t *testing.T) {
	const data = `# all there is
note: n
title: &title hello
on: true
size: 3
ratio: 0.5
even: 4
short: abc
tags: [a, *title]
env: {PORT: 8080, DEBUG: true, EMPTY: ""}
entries:
  - plain
  - {key: full, in: one}
  - key: list
    in: [one, two]
people:
  zoe: &zoe {age: 30, likes: red}
  adam:
    <<: *zoe
    age: 0x10
raw:
  - {any: [thing]}
lower: 7
`
	var got file
	if err := strict.Decode("f.yaml", []byte(data), &got); err != nil {
		t.Fatal(err)
	}
	raw := got.Raw
	got.Raw = nil
	size := 3
	want := file{
		Shared: shared{Note: "n"},
		Title:  "hello",
		On:     true,
		Size:   &size,
		Ratio:  0.5,
		Even:   4,
		Short:  "abc",
		Tags:   []string{"a", "hello"},
		Env:    map[string]string{"PORT": "8080", "DEBUG": "true", "EMPTY": ""},
		Entries: []entry{
			{Key: "plain", Pos: strict.Pos{Line: 12, Col: 5}},
			{Key: "full", In: []name{{"one", strict.Pos{Line: 13, Col: 21}}}, Pos: strict.Pos{Line: 13, Col: 5}},
			{Key: "list", In: []name{{"one", strict.Pos{Line: 15, Col: 10}}, {"two", strict.Pos{Line: 15, Col: 15}}}, Pos: strict.Pos{Line: 14, Col: 5}},
		},
		People: []person{
			{Name: "zoe", Age: 30, Likes: "red", Pos: strict.Pos{Line: 17, Col: 3}},
			{Name: "adam", Age: 16, Likes: "red", Pos: strict.Pos{Line: 18, Col: 3}},
		},
		Lower: 7,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if len(raw) != 1 || raw[0].Kind != yaml.MappingNode || raw[0].Line != 22 {
		t.Errorf("raw: %+v", raw)
	}
}

func TestDecodeEmpty(t *testing.T) {
	for _, data := range []string{"", "# nothing\n", "---\n", "null\n"} {
		var got file
		if err := strict.Decode("f.yaml", []byte(data), &got); err != nil {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"unknown key", "titel: x\n", `f.yaml:1:1: unknown key "titel" (did you mean "title"?)`},
		{"unknown key far from all", "zzzzzz: x\n",
			`f.yaml:1:1: unknown key "zzzzzz" (want note, title, on, size, ratio, even, short, tags, env, entries, people, raw, lower)`},
		{"inlined key", "not: x\n", `f.yaml:1:1: unknown key "not" (did you mean "note"?)`},
		{"duplicate key", "title: x\non: true\ntitle: y\n", `f.yaml:3:1: duplicate key "title", first defined on line 1`},
		{"duplicate in a map", "env:\n  A: 1\n  A: 2\n", `f.yaml:3:3: duplicate key "A", first defined on line 2`},
		{"duplicate in a keyed list", "people:\n  bo: {}\n  bo: {}\n", `f.yaml:3:3: duplicate person "bo", first defined on line 2`},
		{"not a mapping", "- a\n", `f.yaml:1:1: file: want a mapping, found a list`},
		{"scalar for a list", "tags: a\n", `f.yaml:1:7: tags: want a list, found the string "a" (write [a])`},
		{"long scalar for a list", "tags: a {b}\n", `f.yaml:1:7: tags: want a list, found the string "a {b}" (begin the entry with "- ")`},
		{"mapping for a list", "tags: {a: b}\n", `f.yaml:1:7: tags: want a list, found a mapping`},
		{"nothing for a list", "tags:\n", `f.yaml:1:6: tags: want a list, found nothing (write [] or leave the key out)`},
		{"nothing for a mapping", "people:\n  bo:\n", `f.yaml:2:6: person "bo": want a mapping, found nothing (write {} or leave the key out)`},
		{"list for a mapping", "people: [bo]\n", `f.yaml:1:9: people: want a mapping, found a list`},
		{"list for a string", "title: [a]\n", `f.yaml:1:8: title: want a string, found a list`},
		{"number for a string", "title: 12\n", `f.yaml:1:8: title: want a string, found the number 12 (write "12")`},
		{"boolean for a string", "tags: [a, true]\n", `f.yaml:1:11: tags: want a string, found true (write "true")`},
		{"nothing for a string", "title:\n", `f.yaml:1:7: title: want a string, found nothing`},
		{"nothing for text", "env: {A: }\n", `f.yaml:1:10: A: want a string, found nothing`},
		{"string for a boolean", "on: yes\n", `f.yaml:1:5: on: want true or false, found the string "yes"`},
		{"string for a number", "size: big\n", `f.yaml:1:7: size: want a whole number, found the string "big"`},
		{"fraction for a whole number", "size: 1.5\n", `f.yaml:1:7: size: want a whole number, found the number 1.5`},
		{"huge number", "size: 99999999999999999999\n", `f.yaml:1:7: size: want a whole number, found the number 99999999999999999999`},
		{"too large for the type", "size: 18446744073709551615\n", `f.yaml:1:7: size: the value "18446744073709551615" does not fit`},
		{"below the bound", "size: 0\n", `f.yaml:1:7: size: want a number of at least 1, found 0`},
		{"out of bounds", "people: {bo: {age: 200}}\n", `f.yaml:1:20: age: want a number from 0 to 150, found 200`},
		{"unknown word", "people: {bo: {likes: gren}}\n", `f.yaml:1:22: unknown likes "gren" (did you mean "green"?)`},
		{"unknown word far from all", "people: {bo: {likes: 12}}\n", `f.yaml:1:22: unknown likes "12" (want red, green, blue)`},
		{"own decoding", "even: 3\n", `f.yaml:1:7: "3" is not even`},
		{"check", "short: abcd\n", `f.yaml:1:8: "abcd" is longer than 3 bytes`},
		{"missing key", "entries:\n  - {in: a}\n", `f.yaml:2:5: missing key "key"`},
		{"nothing for a short form", "entries: [~]\n", `f.yaml:1:11: entries: want a mapping, found nothing (write {} or leave the key out)`},
		{"mapping for a scalar struct", "entries: [{key: a, in: {b: c}}]\n", `f.yaml:1:24: in: want a string, found a mapping`},
		{"key that is no string", "[a]: b\n", `f.yaml:1:1: a key must be a string`},
		{"second document", "title: x\n---\ntitle: y\n", `f.yaml:2:1: a second document begins here; the file must be one`},
		{"several, in order", "people:\n  bo: {age: -1, liks: red}\ntitel: x\n", `f.yaml:2:13: age: want a number from 0 to 150, found -1
f.yaml:2:17: unknown key "liks" (did you mean "likes"?)
f.yaml:3:1: unknown key "titel" (did you mean "title"?)`},
		{"merge of itself", "people:\n  bo: &a\n    <<: *a\n", `f.yaml:3:9: the merged mapping is too large or stands within itself`},
		{"error behind an alias", "people:\n  bo: &a {age: x}\n  jo: *a\n", `f.yaml:2:16: age: want a whole number, found the string "x"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			expectError(t, tt.data, tt.want)
		})
	}
}

func TestSyntaxErrors(t *testing.T) {
	const brace = `a brace in a flow list or mapping begins a mapping: quote the text, or write a block list ("- GET /orders/{id}")`
	tests := []struct{ name, data, want string }{
		{"brace in a flow list", "title: x\ntags: [GET /orders/{id}]\n", "f.yaml:2:20: " + brace},
		{"brace in a flow mapping", "title: x\nraw:\n  - {to: b, endpoint: GET /orders/{id}}\n", "f.yaml:3:35: " + brace},
		{"brace in a flow list of lines", "tags: [\n  GET /orders,\n  GET /orders/{id},\n]\n", "f.yaml:3:15: " + brace},
		{"flow list that does not end", "title: x\ntags: [a, b\non: true\nraw:\n  - a/{b}\n", `f.yaml:2:8: did not find expected ',' or ']'`},
		{"colon in a plain scalar", "title: a: b\n", `f.yaml:1:9: mapping values are not allowed in this context`},
		{"tab", "title: x\n\ton: true\n", `f.yaml:2:1: a tab where YAML wants spaces`},
		{"indentation", "people:\n  bo: {}\n jo: {}\n", `f.yaml:3:2: did not find expected key`},
		{"quote that does not end", "title: x\ntags: [\"a, b]\n", `f.yaml:2:8: found unexpected end of stream`},
		{"at sign", "title: @x\n", `f.yaml:1:8: found character that cannot start any token (quote the text)`},
		{"star", "tags: [*.orders]\n", `f.yaml:1:8: did not find expected alphabetic or numeric character`},
		{"unknown anchor", "title: x\ntags: [*orders]\n", `f.yaml:2:14: unknown anchor 'orders' referenced (text that begins with * must be quoted)`},
		{"not UTF-8", "title: x\non: \xff\n", `f.yaml:2:5: invalid leading UTF-8 octet`},
		{"control character", "title: x\non: \x01\n", `f.yaml:2:5: control characters are not allowed`},
		{"percent", "title: x\ntags: %d\n", `f.yaml:2:7: found character that cannot start any token (quote the text)`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			expectError(t, tt.data, tt.want)
		})
	}
}

func expectError(t *testing.T, data, want string) {
	t.Helper()
	var into file
	err := strict.Decode("f.yaml", []byte(data), &into)
	if err == nil {
		t.Fatalf("no error, want\n%s", want)
	}
	if err.Error() != want {
		t.Errorf("got\n%s\nwant\n%s", err, want)
	}
}

func TestErrorsAreCapped(t *testing.T) {
	var into file
	err := strict.Decode("f.yaml", []byte("tags:\n"+strings.Repeat("  - 1\n", 25)), &into)
	if err == nil {
		t.Fatal("no error")
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 11 || lines[10] != "f.yaml: 15 more errors" {
		t.Errorf("got %d lines:\n%v", len(lines), err)
	}
}

// nest is as deep as its file.
type nest []nest

// TestAliasesAreBounded has 10^9 lists in a few lines.
func TestAliasesAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: &a0 [[],[],[],[],[],[],[],[],[],[]]\n")
	for i := range 8 {
		tens := strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i), 10), ",")
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i+1, i+1, tens)
	}
	var into map[string]nest
	err := strict.Decode("f.yaml", []byte(b.String()), &into)
	if err == nil || !strings.HasSuffix(err.Error(), ": aliases make the file too large") {
		t.Errorf("got %v", err)
	}
}

func TestAliasWithinItself(t *testing.T) {
	var into nest
	err := strict.Decode("f.yaml", []byte("- &a\n  - []\n  - *a\n"), &into)
	if want := "f.yaml:3:5: *a stands within itself"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestDecodeNode(t *testing.T) {
	var outer file
	if err := strict.Decode("f.yaml", []byte("raw:\n  - {titel: x}\n"), &outer); err != nil {
		t.Fatal(err)
	}
	var inner file
	err := strict.DecodeNode("f.yaml", &outer.Raw[0], &inner)
	if want := `f.yaml:2:6: unknown key "titel" (did you mean "title"?)`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestNearest(t *testing.T) {
	severities := []string{"off", "info", "warning", "error"}
	tests := []struct {
		word string
		want string
	}{
		{"warn", "warning"}, {"Error", "error"}, {"eror", "error"}, {"inform", "info"},
		{"fatal", ""}, {"", ""}, {"of", "off"}, {"on", ""}, {"inof", "info"}, {"foni", ""},
	}
	for _, tt := range tests {
		if got := strict.Nearest(tt.word, severities); got != tt.want {
			t.Errorf("Nearest(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("title: &t x\ntags: [*t]\npeople: {bo: {<<: {age: 1}}}\n"))
	f.Add([]byte("tags: &a [*a]\n"))
	f.Add([]byte("tags: [GET /orders/{id}]\n"))
	f.Add([]byte("a: b: \"c\n---\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var into file
		err := strict.Decode("f.yaml", data, &into)
		if err == nil {
			return
		}
		for line := range strings.Lines(err.Error()) {
			if !strings.HasPrefix(line, "f.yaml:") {
				t.Errorf("%q: error without a file: %q", data, line)
			}
		}
	})
}
