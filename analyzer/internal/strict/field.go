package strict

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// A field is what the tags of a struct field say.
type field struct {
	name  string // key in YAML; "" for none
	index []int  // for reflect.Value.FieldByIndex
	pos   bool   // the field takes the struct's position
	options
}

// options say how a value is written; see the package's documentation.
type options struct {
	noun          string // what errors call the value
	example       string // of a required value; may be ""
	required, key bool
	text, single  bool
	short, scalar bool
	keyed         string // what errors call an element
	enum          []string
	min, max      *int64
}

// named returns the options with another noun.
func (o options) named(noun string) options {
	o.noun = noun
	return o
}

var posType = reflect.TypeFor[Pos]()

// fieldsOf returns the fields of a struct type, inlined ones included.
func (d *decoder) fieldsOf(t reflect.Type) []field {
	fields, ok := d.fields[t]
	if !ok {
		fields = appendFields(nil, t, nil)
		d.fields[t] = fields
	}
	return fields
}

func appendFields(fields []field, t reflect.Type, outer []int) []field {
	for i := range t.NumField() {
		sf := t.Field(i)
		if !sf.IsExported() {
			continue
		}
		index := append(outer[:len(outer):len(outer)], i)
		name, flags, _ := strings.Cut(sf.Tag.Get("yaml"), ",")
		if flags == "inline" {
			fields = appendFields(fields, sf.Type, index)
			continue
		}
		f := field{name: name, index: index, options: parseOptions(sf.Tag.Get("strict"))}
		switch name {
		case "":
			f.name = strings.ToLower(sf.Name)
		case "-":
			f.name = ""
			f.pos = sf.Name == "Pos" && sf.Type == posType
		}
		f.noun = f.name
		fields = append(fields, f)
	}
	return fields
}

// parseOptions reads a strict tag. A mistake in one is a mistake of the program.
func parseOptions(tag string) options {
	var o options
	if tag == "" {
		return o
	}
	for option := range strings.SplitSeq(tag, ",") {
		name, value, _ := strings.Cut(option, "=")
		switch name {
		case "required":
			o.required, o.example = true, value
		case "key":
			o.key = true
		case "text":
			o.text = true
		case "single":
			o.single = true
		case "short":
			o.short = true
		case "scalar":
			o.scalar = true
		case "keyed":
			o.keyed = value
		case "enum":
			o.enum = strings.Split(value, "|")
		case "min":
			o.min = bound(value)
		case "max":
			o.max = bound(value)
		default:
			panic(fmt.Sprintf("strict: unknown option %q in a tag", name))
		}
	}
	return o
}

func bound(s string) *int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		panic(fmt.Sprintf("strict: bad bound %q in a tag", s))
	}
	return &n
}

func fieldOf(fields []field, name string) *field {
	for i := range fields {
		if fields[i].name == name && name != "" {
			return &fields[i]
		}
	}
	return nil
}

func keysOf(fields []field) []string {
	var keys []string
	for _, f := range fields {
		if f.name != "" {
			keys = append(keys, f.name)
		}
	}
	return keys
}

func setPos(fields []field, v reflect.Value, pos Pos) {
	for _, f := range fields {
		if f.pos {
			v.FieldByIndex(f.index).Set(reflect.ValueOf(pos))
		}
	}
}
