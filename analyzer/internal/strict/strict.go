// Package strict decodes YAML into Go values and takes nothing lightly: an unknown
// key, a duplicate key, a value of the wrong kind is an error with its position.
//
// [Decode] fills structs, maps with string keys, slices, pointers, strings, booleans,
// numbers and [yaml.Node]. The key of a struct field is what its yaml tag says, or
// its name in lower case; "-" is no key, and ",inline" takes the keys of a struct
// field as the outer struct's. The tag strict says more, separated by commas:
//
//	required      the key must be there; required=X names a value that it could have
//	enum=a|b      the value is one of the words
//	min=N, max=N  bounds of a number
//	text          a string may be written as any scalar: 8080, true
//	single        a list of one may be written without the list
//	keyed=noun    a list is written as a mapping, in the order of the file
//	key           the field of an element of such a list that takes its key
//	short         instead of the struct, a scalar for this field may stand
//	scalar        the struct is written as a scalar, which this field takes
//
// The values of min, max, enum and text hold for the elements of a list or mapping.
// A field "Pos strict.Pos" takes the position of its struct; that of its key in a
// keyed list. A type that is a [yaml.Unmarshaler] decodes itself, one that is a
// [Checker] is checked when it has been decoded. Anchors, aliases and merge keys work.
package strict

import (
	"fmt"
	"reflect"

	"gopkg.in/yaml.v3"
)

// A Checker says what is wrong with a value that has just been decoded without an
// error, and may fill in what follows from it. What it says stands at the value's position.
type Checker interface {
	Check() error
}

// Decode decodes data, which is one YAML document, into what into points to. An
// empty document is an empty mapping. An error lists everything that is wrong, one
// line each and in the order of the file, as "name:line:col: message".
func Decode(name string, data []byte, into any) error {
	node, err := parse(name, data)
	if err != nil {
		return err
	}
	return DecodeNode(name, node, into)
}

// DecodeNode is [Decode] for a part of the file called name.
func DecodeNode(name string, node *yaml.Node, into any) error {
	v := reflect.ValueOf(into)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		panic(fmt.Sprintf("strict: cannot decode into %T, want a pointer", into))
	}
	d := &decoder{
		errs:   Errors{File: name},
		limit:  expansion*size(node) + slack,
		active: make(map[*yaml.Node]bool),
		fields: make(map[reflect.Type][]field),
	}
	d.value(node, v.Elem(), options{noun: "file"})
	return d.errs.Err()
}

// Aliases may make a file as many times larger, and small files larger by a constant.
const (
	expansion = 10
	slack     = 10_000
)

// size returns how many nodes there are, aliases not followed.
func size(n *yaml.Node) int {
	count := 1
	for _, c := range n.Content {
		count += size(c)
	}
	return count
}

type decoder struct {
	errs   Errors
	visits int // nodes seen, aliases followed
	limit  int // how many there may be
	active map[*yaml.Node]bool
	fields map[reflect.Type][]field
}

func (d *decoder) errorf(n *yaml.Node, format string, args ...any) {
	d.errs.Add(posOf(n), format, args...)
}

func posOf(n *yaml.Node) Pos { return Pos{Line: n.Line, Col: n.Column} }

// value decodes n into v. Documents and aliases stand for what they hold.
func (d *decoder) value(n *yaml.Node, v reflect.Value, o options) {
	if d.visits++; d.visits > d.limit {
		if d.visits == d.limit+1 {
			d.errorf(n, "aliases make the file too large")
		}
		return
	}
	switch {
	case n.Kind == yaml.DocumentNode && len(n.Content) == 1:
		d.value(n.Content[0], v, o)
	case n.Kind == yaml.AliasNode:
		d.alias(n, v, o)
	default:
		before := len(d.errs.list)
		d.decode(n, v, o)
		if len(d.errs.list) == before {
			d.check(n, v)
		}
	}
}

func (d *decoder) alias(n *yaml.Node, v reflect.Value, o options) {
	if d.active[n.Alias] {
		d.errorf(n, "*%s stands within itself", n.Value)
		return
	}
	d.active[n.Alias] = true
	d.value(n.Alias, v, o)
	delete(d.active, n.Alias)
}

func (d *decoder) check(n *yaml.Node, v reflect.Value) {
	if c, ok := v.Addr().Interface().(Checker); ok {
		if err := c.Check(); err != nil {
			d.errorf(n, "%v", err)
		}
	}
}

var nodeType = reflect.TypeFor[yaml.Node]()

func (d *decoder) decode(n *yaml.Node, v reflect.Value, o options) {
	if u, ok := v.Addr().Interface().(yaml.Unmarshaler); ok {
		if err := u.UnmarshalYAML(n); err != nil {
			d.errorf(n, "%v", err)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == nodeType {
			v.Set(reflect.ValueOf(*n))
			return
		}
		d.structure(n, v, o)
	case reflect.Map:
		d.mapping(n, v, o)
	case reflect.Slice:
		d.slice(n, v, o)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), o)
	default:
		d.scalar(n, v, o)
	}
}
