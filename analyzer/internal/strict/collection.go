package strict

import (
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// structure decodes a mapping, or the scalar that stands for one, into a struct.
func (d *decoder) structure(n *yaml.Node, v reflect.Value, o options) {
	fields := d.fieldsOf(v.Type())
	setPos(fields, v, posOf(n))
	if n.Kind == yaml.ScalarNode {
		if f := scalarField(fields, n); f != nil {
			if f.enum == nil {
				o = f.options.named(o.noun)
			} else {
				o = f.options
			}
			d.value(n, v.FieldByIndex(f.index), o)
			return
		}
	}
	if i := slices.IndexFunc(fields, func(f field) bool { return f.scalar }); i >= 0 {
		d.mismatch(n, o, "a string")
		return
	}
	pairs, ok := d.pairs(n, o)
	if !ok {
		return
	}
	for _, p := range pairs {
		if f := fieldOf(fields, p.name()); f != nil {
			d.value(p.value, v.FieldByIndex(f.index), f.options)
		} else {
			d.unknown(p.key, "key", keysOf(fields))
		}
	}
	d.missing(n, fields, pairs)
}

// scalarField returns the field that a scalar in the struct's place is for. Nothing
// stands for no struct that can be written as a mapping.
func scalarField(fields []field, n *yaml.Node) *field {
	for i, f := range fields {
		if f.scalar || f.short && n.ShortTag() != nullTag {
			return &fields[i]
		}
	}
	return nil
}

func (d *decoder) missing(n *yaml.Node, fields []field, pairs []pair) {
	for _, f := range fields {
		given := slices.ContainsFunc(pairs, func(p pair) bool { return p.name() == f.name })
		switch {
		case given || !f.required:
		case f.example != "":
			d.errorf(n, "missing key %q (write %q)", f.name, f.name+": "+f.example)
		default:
			d.errorf(n, "missing key %q", f.name)
		}
	}
}

// unknown reports that the word n is none of those that are known.
func (d *decoder) unknown(n *yaml.Node, noun string, known []string) {
	d.errorf(n, "unknown %s %s%s", noun, quote(n.Value), Hint(n.Value, known))
}

// mapping decodes a mapping into a map.
func (d *decoder) mapping(n *yaml.Node, v reflect.Value, o options) {
	pairs, ok := d.pairs(n, o)
	if !ok {
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(pairs)))
	for _, p := range pairs {
		key := reflect.New(v.Type().Key()).Elem()
		key.SetString(p.name())
		elem := reflect.New(v.Type().Elem()).Elem()
		d.value(p.value, elem, o.named(p.name()))
		v.SetMapIndex(key, elem)
	}
}

// slice decodes a sequence, or what the options let stand for one.
func (d *decoder) slice(n *yaml.Node, v reflect.Value, o options) {
	switch {
	case o.keyed != "":
		d.keyed(n, v, o)
	case n.Kind == yaml.SequenceNode:
		v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
		for i, c := range n.Content {
			d.value(c, v.Index(i), o)
		}
	case o.single && n.ShortTag() != nullTag:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		d.value(n, v.Index(0), o)
	default:
		d.mismatch(n, o, "a list")
	}
}

// keyed decodes a mapping into a slice of structs that hold their keys.
func (d *decoder) keyed(n *yaml.Node, v reflect.Value, o options) {
	noun := o.keyed
	pairs, ok := d.pairs(n, o)
	if !ok {
		return
	}
	o.keyed = ""
	fields := d.fieldsOf(v.Type().Elem())
	v.Set(reflect.MakeSlice(v.Type(), len(pairs), len(pairs)))
	for i, p := range pairs {
		elem := v.Index(i)
		for _, f := range fields {
			if f.key {
				elem.FieldByIndex(f.index).SetString(p.name())
			}
		}
		d.value(p.value, elem, o.named(noun+" "+quote(p.name())))
		setPos(fields, elem, posOf(p.key))
	}
}

// A pair is an entry of a mapping.
type pair struct{ key, value *yaml.Node }

func (p pair) name() string { return p.key.Value }

// pairs returns the entries of a mapping with those merged into it, and false if n is
// none. Only the first of several entries with one key is returned.
func (d *decoder) pairs(n *yaml.Node, o options) ([]pair, bool) {
	if n.Kind != yaml.MappingNode {
		d.mismatch(n, o, "a mapping")
		return nil, false
	}
	noun := "key"
	if o.keyed != "" {
		noun = o.keyed
	}
	var pairs []pair
	var merged []*yaml.Node
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := target(n.Content[i]), n.Content[i+1]
		switch {
		case key.Kind != yaml.ScalarNode || key.ShortTag() == nullTag:
			d.errorf(n.Content[i], "a key must be a string")
		case key.ShortTag() == mergeTag:
			merged = append(merged, value)
		case seen[key.Value] != nil:
			d.errorf(n.Content[i], "duplicate %s %s, first defined on line %d", noun, quote(key.Value), seen[key.Value].Line)
		default:
			seen[key.Value] = key
			pairs = append(pairs, pair{key, value})
		}
	}
	return d.merge(pairs, seen, merged), true
}

// merge adds the entries of merged mappings whose keys have not been seen.
// https://yaml.org/type/merge.html
func (d *decoder) merge(pairs []pair, seen map[string]*yaml.Node, merged []*yaml.Node) []pair {
	for _, alias := range merged {
		m := target(alias)
		list := []*yaml.Node{m}
		if m.Kind == yaml.SequenceNode {
			list = m.Content
		}
		for _, from := range list {
			from = target(from)
			d.visits += 1 + len(from.Content)
			if d.visits > d.limit || d.active[from] {
				d.errorf(alias, "the merged mapping is too large or stands within itself")
				return pairs
			}
			d.active[from] = true
			more, _ := d.pairs(from, options{noun: "<<"})
			delete(d.active, from)
			for _, p := range more {
				if seen[p.name()] == nil {
					seen[p.name()] = p.key
					pairs = append(pairs, p)
				}
			}
		}
	}
	return pairs
}

// target returns what an alias stands for.
func target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// mismatch reports a value of the wrong kind.
func (d *decoder) mismatch(n *yaml.Node, o options, want string) {
	var next string
	switch {
	case want == "a list" && n.Kind == yaml.ScalarNode && n.ShortTag() != nullTag:
		next = " (write [" + strings.TrimSpace(n.Value) + "])"
		if strings.ContainsAny(n.Value, "{}[],#:\n") || len(n.Value) > maxQuoted {
			next = ` (begin the entry with "- ")`
		}
	case n.ShortTag() == nullTag && want == "a mapping":
		next = " (write {} or leave the key out)"
	case n.ShortTag() == nullTag && want == "a list":
		next = " (write [] or leave the key out)"
	}
	d.errorf(n, "%s: want %s, found %s%s", o.noun, want, describe(n), next)
}
