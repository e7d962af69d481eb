package strict

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Tags of the YAML core schema, in the short form of [yaml.Node.ShortTag].
const (
	nullTag      = "!!null"
	boolTag      = "!!bool"
	intTag       = "!!int"
	floatTag     = "!!float"
	strTag       = "!!str"
	timestampTag = "!!timestamp"
	mergeTag     = "!!merge"
)

// scalar decodes a scalar into a value of a basic kind.
func (d *decoder) scalar(n *yaml.Node, v reflect.Value, o options) {
	switch kind := v.Kind(); {
	case kind == reflect.String:
		d.str(n, v, o)
	case kind == reflect.Bool:
		if d.tagged(n, o, "true or false", boolTag) {
			d.basic(n, v, o)
		}
	case v.CanInt():
		d.integer(n, v, o)
	case v.CanFloat():
		if d.tagged(n, o, "a number", intTag, floatTag) {
			d.basic(n, v, o)
		}
	default:
		panic(fmt.Sprintf("strict: cannot decode into %s", v.Type()))
	}
}

// tagged reports whether n is a scalar with one of the tags, and an error if not.
func (d *decoder) tagged(n *yaml.Node, o options, want string, tags ...string) bool {
	if n.Kind == yaml.ScalarNode && slices.Contains(tags, n.ShortTag()) {
		return true
	}
	d.mismatch(n, o, want)
	return false
}

func (d *decoder) str(n *yaml.Node, v reflect.Value, o options) {
	switch {
	case n.Kind != yaml.ScalarNode || n.ShortTag() == nullTag:
		d.mismatch(n, o, "a string")
	case o.enum != nil && !slices.Contains(o.enum, n.Value):
		d.unknown(n, o.noun, o.enum)
	case n.ShortTag() == strTag || n.ShortTag() == timestampTag || o.text:
		v.SetString(n.Value)
	default:
		d.errorf(n, "%s: want a string, found %s (write %q)", o.noun, describe(n), n.Value)
	}
}

func (d *decoder) integer(n *yaml.Node, v reflect.Value, o options) {
	if !d.tagged(n, o, "a whole number", intTag) || !d.basic(n, v, o) {
		return
	}
	i := v.Int()
	switch {
	case o.min != nil && o.max != nil && (i < *o.min || i > *o.max):
		d.errorf(n, "%s: want a number from %d to %d, found %d", o.noun, *o.min, *o.max, i)
	case o.min != nil && i < *o.min:
		d.errorf(n, "%s: want a number of at least %d, found %d", o.noun, *o.min, i)
	case o.max != nil && i > *o.max:
		d.errorf(n, "%s: want a number of at most %d, found %d", o.noun, *o.max, i)
	}
}

// basic leaves the notations of numbers and booleans to the YAML library.
func (d *decoder) basic(n *yaml.Node, v reflect.Value, o options) bool {
	if err := n.Decode(v.Addr().Interface()); err != nil {
		d.errorf(n, "%s: the value %s does not fit", o.noun, quote(n.Value))
		return false
	}
	return true
}

// describe says what a node is, for messages.
func describe(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	switch n.ShortTag() {
	case nullTag:
		return "nothing"
	case boolTag:
		return n.Value
	case intTag, floatTag:
		return "the number " + n.Value
	case strTag:
		return "the string " + quote(n.Value)
	}
	return quote(n.Value)
}

// maxQuoted is how many bytes of a value a message shows.
const maxQuoted = 60

// quote quotes a value for a message, cut short if it is long.
func quote(s string) string {
	if len(s) > maxQuoted {
		s = strings.ToValidUTF8(s[:maxQuoted], "") + "…"
	}
	return fmt.Sprintf("%q", s)
}
