package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// An injector constructs what a container's providers give.
type injector struct {
	*libraryCall
	containers setID
	made       map[*object][]setID // results of providers; nil while they are made
}

func (c *libraryCall) injector(containers setID) *injector {
	return &injector{libraryCall: c, containers: containers, made: make(map[*object][]setID)}
}

// A want is what a parameter asks for: a type, and its name or group if it has one.
type want struct{ typ, name, group string }

// provided returns the objects of a list of the containers.
func (i *injector) provided(list string) []*object {
	var out []*object
	for _, x := range i.opened(i.containers) {
		if x.kind != refValue {
			continue
		}
		for _, p := range i.listed(i.object(x.n), i.below(x.path, list)) {
			out = append(out, i.object(p.n))
		}
	}
	return out
}

// construct calls a provider with what its parameters ask for, once.
func (i *injector) construct(o *object) []setID {
	if results, ok := i.made[o]; ok {
		return results
	}
	i.made[o] = nil
	var results []setID
	tags := i.tagsAt(o, paramTagsField)
	for _, x := range i.callables(i.setAt(o, i.below(0, funcField))) {
		fn := i.functionOf(x)
		if fn == nil {
			continue
		}
		args := make([]setID, len(fn.Params))
		for n, p := range fn.Params {
			args[n] = i.param(p, tagAt(tags, n))
		}
		results = i.joinResults(results, i.apply(x, args, callEdge))
	}
	i.made[o] = results
	return results
}

// tagsAt returns the tags that an annotation gives to parameters or results, in order:
// "" where one is not known.
func (i *injector) tagsAt(o *object, field string) []string {
	var out []string
	for _, tag := range i.list(i.setAt(o, i.below(0, field))) {
		text, _ := i.single(tag)
		out = append(out, text)
	}
	return out
}

// tagAt returns the nth tag.
func tagAt(tags []string, n int) string {
	if n < len(tags) {
		return tags[n]
	}
	return ""
}

// param returns what a parameter asks for: the container itself, a struct of
// parameters, or a value.
func (i *injector) param(p ir.Param, tag string) setID {
	if info := i.types.types[p.Type]; info != nil && p.Class == ir.Struct && i.marked(info, model.ParamStruct) {
		o := i.make("", "param "+p.Type)
		o.typ = p.Type
		for _, field := range info.Fields {
			if !field.Embedded {
				i.write(o, i.below(0, field.Name), i.find(wanted(field.Type, field.Tag)))
			}
		}
		return i.one(value{kind: structValue, n: int64(o.id)})
	}
	if row := i.models.Row(strings.TrimPrefix(p.Type, "*")); row != nil && row.Kind == model.ContainerType {
		return i.containers
	}
	return i.find(wanted(p.Type, tag))
}

// marked reports whether a struct embeds a type that makes it one of parameters or results.
func (i *injector) marked(info *ir.Type, kind model.Kind) bool {
	for _, field := range info.Fields {
		if row := i.models.Row(field.Type); field.Embedded && row != nil && row.Kind == kind {
			return true
		}
	}
	return false
}

func wanted(typ, tag string) want {
	name := lookupTag(tag, "name")
	group := lookupTag(tag, "group")
	group, _, _ = strings.Cut(group, ",")
	return want{typ: typ, name: name, group: group}
}

// find returns what the providers give of what is wanted; of a group, a slice of all.
func (i *injector) find(w want) setID {
	if w.group != "" {
		return i.grouped(w)
	}
	out := bottom
	for _, o := range i.provided(providersField) {
		out = i.join(out, i.given(o, w))
	}
	for _, o := range i.provided(valuesField) {
		out = i.join(out, i.supplied(o, w))
	}
	if out == bottom {
		return unknown
	}
	return i.decorated(out, w)
}

func (i *injector) grouped(w want) setID {
	o := i.make("", "group "+w.group+" "+w.typ)
	w.typ = strings.TrimPrefix(w.typ, "[]")
	for n, p := range i.provided(providersField) {
		i.write(o, i.below(0, "["+itoa(int64(n))+"]"), i.given(p, w))
	}
	return i.ref(o, 0)
}

// given returns what one provider gives of what is wanted.
func (i *injector) given(o *object, w want) setID {
	out := bottom
	for _, x := range i.callables(i.setAt(o, i.below(0, funcField))) {
		fn := i.functionOf(x)
		if fn == nil {
			continue
		}
		for n, result := range fn.Results {
			out = i.join(out, i.result(o, result, n, w))
		}
	}
	return out
}

// result returns what one result of a provider gives of what is wanted.
func (i *injector) result(o *object, r ir.Param, n int, w want) setID {
	if info := i.types.types[r.Type]; info != nil && r.Class == ir.Struct && i.marked(info, model.ResultStruct) {
		out := bottom
		for _, field := range info.Fields {
			if wanted(field.Type, field.Tag) == w {
				out = i.join(out, i.fieldsOf(resultAt(i.construct(o), n), field.Name))
			}
		}
		return out
	}
	if !i.gives(o, n, r.Type, w) {
		return bottom
	}
	s := resultAt(i.construct(o), n)
	if as := i.setAt(o, i.below(0, asField)); as != bottom {
		s = i.toInterface(s, r.Type)
	}
	return s
}

// gives reports whether a provider's nth result, of a type, is what is wanted.
func (i *injector) gives(o *object, n int, typ string, w want) bool {
	have := want{typ: typ, name: i.textAt(o, nameField), group: i.textAt(o, groupField)}
	if tag := tagAt(i.tagsAt(o, resultTagsField), n); tag != "" {
		t := wanted(typ, tag)
		have.name, have.group = t.name, t.group
	}
	as := i.members(i.setAt(o, i.below(0, asField)))
	if len(as) == 0 {
		return have == w
	}
	for _, x := range as {
		if x.kind == ifaceValue {
			have.typ = strings.TrimPrefix(i.types.name(x.typ), "*")
		}
		if have == w {
			return true
		}
	}
	return false
}

func (i *injector) textAt(o *object, field string) string {
	for _, text := range i.literals(i.setAt(o, i.below(0, field))) {
		return text
	}
	return ""
}

// supplied returns a supplied value if it is of the type that is wanted.
func (i *injector) supplied(o *object, w want) setID {
	out := bottom
	for _, x := range i.members(i.setAt(o, i.below(0, funcField))) {
		switch {
		case x.kind != ifaceValue:
		case i.setAt(o, i.below(0, asField)) != bottom:
			if i.gives(o, 0, "", w) {
				out = i.join(out, i.one(x))
			}
		case i.types.name(x.typ) == w.typ && i.isNamed(o, w.name):
			out = i.join(out, i.set([]valueID{valueID(x.n)}))
		}
	}
	return out
}

// decorated returns what the decorators of a type make of its values.
func (i *injector) decorated(s setID, w want) setID {
	for _, o := range i.provided(decoratorsField) {
		if replaced := i.supplied(o, w); replaced != bottom {
			s = replaced
		}
		for _, x := range i.callables(i.setAt(o, i.below(0, funcField))) {
			fn := i.functionOf(x)
			if fn == nil || len(fn.Results) == 0 || fn.Results[0].Type != w.typ {
				continue
			}
			args := make([]setID, len(fn.Params))
			for n, p := range fn.Params {
				if args[n] = s; p.Type != w.typ {
					args[n] = i.param(p, "")
				}
			}
			s = resultAt(i.apply(x, args, callEdge), 0)
		}
	}
	return s
}
