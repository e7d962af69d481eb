// Package model says what the functions of libraries do, as data: one YAML file a
// library, embedded. Users write the same rows under models: in hoplint.yaml.
//
// A row names a function as types.Func.FullName prints its origin, says what kind
// of thing it does, and where among the receiver, arguments and results the things
// are that matter for it:
//
//   - {func: "(*net/http.ServeMux).Handle", kind: route, args: {router: recv, pattern: 0, handler: 1}}
//
// In names, $ is the import path of the library, and {A,B} stands for A and for B:
//
//   - func: (*$.{Engine,Group}).{GET,POST}
//     kind: route
//     args: {router: recv, path: 0, handler: 1}
//     const: {method: $name}
//
// Generic functions and types are named without their type parameters.
//
// doc/language.md describes it all; see [Locator] for the right-hand sides.
package model

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

//go:embed doc/language.md
var languageDoc string

// Language describes the language, in Markdown.
func Language() string { return languageDoc }

// A Library is what is known of one library: a file.
type Library struct {
	// Library is what people call it.
	Library string `yaml:"library" json:"library,omitempty"`
	// Import lists the paths of the library's packages, or one: rows speak of these and of
	// packages below them.
	Import []string `yaml:"import" strict:"single" json:"import,omitempty"`
	// Versions says in words which versions the rows fit.
	Versions string `yaml:"versions" json:"versions,omitempty"`
	// Protocol is that of the rows that name none: http, grpc, kafka, or a name of your own.
	Protocol string `yaml:"protocol" json:"protocol,omitempty"`
	// Rows says what the functions do.
	Rows []Row `yaml:"rows" json:"rows,omitempty"`
	// Shapes are rows for functions and methods that have none, of whatever library or
	// interface: in place of a name stands their signature, without the receiver,
	// "(*net/http.Request) (*net/http.Response, error)".
	Shapes []Row `yaml:"shapes" json:"shapes,omitempty"`
	// Infrastructure gives packages whose calls reach infrastructure or third parties a
	// category. Its keys are paths, which hold for all packages below them; the longest
	// counts, and none is the category of those that reach nothing.
	Infrastructure map[string]string `yaml:"infrastructure" json:"infrastructure,omitempty"`
}

// A Row says what functions or package variables do.
type Row struct {
	// Func names the function, variable or type.
	Func string `yaml:"func" json:"func,omitempty"`
	// Funcs names further ones that do the same.
	Funcs []string `yaml:"funcs" json:"funcs,omitempty"`
	// Kind is the kind of thing that they do.
	Kind Kind `yaml:"kind" json:"kind,omitempty"`
	// Args says by role where the things are that matter, as locators.
	Args map[Role]Locator `yaml:"args" json:"args,omitempty"`
	// Const gives roles a fixed value.
	Const map[Role]string `yaml:"const" json:"const,omitempty"`
	// Op is the operation of the kinds string, test and url.
	Op string `yaml:"op" json:"op,omitempty"`
	// Syntax is that of route patterns.
	Syntax string `yaml:"syntax" json:"syntax,omitempty"`
	// Protocol is what calls, endpoints or messages go by.
	Protocol string `yaml:"protocol" json:"protocol,omitempty"`
	// On is the package variable that is the receiver of a function without one.
	On string `yaml:"on" json:"on,omitempty"`
	// Category is that of calls to infrastructure: without one it is that of the package,
	// unless it is none.
	Category string `yaml:"category" json:"category,omitempty"`
	// Pass is where that is which the result stands for.
	Pass Locator `yaml:"pass" json:"pass,omitzero"`
	// Note is for those who read the row.
	Note string `yaml:"note" json:"note,omitempty"`
	// Until is the last version that has the functions, where newer ones do not.
	Until string `yaml:"until" json:"until,omitempty"`

	Pos strict.Pos `yaml:"-" json:"-"`
}

// rows finds what is known of a function by its full name.
type rows map[string]*Row

// rowsOf returns the rows of a library by function. Errors stand at rows of the file.
func (l *Library) rowsOf(file string) (rows, error) {
	found := make(rows)
	for i := range l.Rows {
		if err := l.addTo(found, &l.Rows[i]); err != nil {
			pos := l.Rows[i].Pos
			return nil, fmt.Errorf("%s:%d:%d: %v", file, pos.Line, pos.Col, err)
		}
	}
	return found, nil
}

func (l *Library) addTo(found rows, row *Row) error {
	if row.Protocol == "" {
		row.Protocol = l.Protocol
	}
	if err := row.check(); err != nil {
		return err
	}
	names, err := l.names(row)
	if err != nil {
		return err
	}
	for _, name := range names {
		if found[name] != nil {
			return fmt.Errorf("%s has a row already", name)
		}
		found[name] = row.named(name)
	}
	return nil
}

// ownName is what stands in const for the name of the row's function.
const ownName = "$name"

// named returns the row of one of its functions.
func (r *Row) named(fn string) *Row {
	if !slices.Contains(slices.Collect(maps.Values(r.Const)), ownName) {
		return r
	}
	own := *r
	own.Const = maps.Clone(r.Const)
	for role, text := range own.Const {
		if text == ownName {
			own.Const[role] = strings.ToUpper(fn[strings.LastIndexByte(fn, '.')+1:])
		}
	}
	return &own
}
