package interp

import (
	"reflect"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// grammarField holds the struct that describes a command line.
const grammarField = "$grammar"

// grammar fills a struct from the command line. The result stands for the commands that
// are fields of it, and for what their methods ask for.
func (c *libraryCall) grammar(row *model.Row) []setID {
	o := c.make("container", "")
	dst := c.arg(row, model.RoleDst)
	c.write(o, c.below(0, grammarField), dst)
	c.gather(o, c.arg(row, model.RoleOption))
	for _, to := range c.pointees(dst) {
		c.newTagged(to.object, row).fill(to.typ, to.path, prefixes{}, 0)
	}
	return c.shaped(c.ref(o, 0))
}

// gather adds what options hold to a container.
func (c *libraryCall) gather(o *object, options setID) {
	for _, part := range c.opened(options) {
		if part.kind != refValue {
			continue
		}
		for _, list := range []string{providersField, decoratorsField, valuesField, invokesField} {
			for _, x := range c.listed(c.object(part.n), c.below(part.path, list)) {
				c.listIn(c.ref(o, 0), list, c.object(x.n))
			}
		}
	}
}

// A selection walks the commands of a grammar to the one that the words name; without
// words, to all.
type selection struct {
	*injector
	row *model.Row
}

// runGrammar runs the commands of the grammars that a container stands for.
func (c *libraryCall) runGrammar(container value, row *model.Row) {
	o := c.object(container.n)
	s := selection{c.injector(c.one(container)), row}
	for _, x := range c.pointees(c.setAt(o, c.below(container.path, grammarField))) {
		s.descend(x, c.words(), 0)
	}
}

// descend looks for commands among the fields of a struct, and in embedded ones.
func (s selection) descend(at pointee, words []string, depth int) {
	info := s.types.types[at.typ]
	if info == nil || depth > maxGroups {
		return
	}
	s.offer(at)
	for i := range info.Fields {
		field := &info.Fields[i]
		below := pointee{at.object, s.below(at.path, field.Name), field.Type}
		switch isCommand := hasTag(field.Tag, s.row.Const[model.RoleTag]); {
		case !isCommand && field.Embedded:
			s.descend(below, words, depth+1)
		case !isCommand:
		case len(words) == 0:
			s.run(below)
			s.descend(below, nil, depth+1)
		case words[0] == s.nameOf(field):
			s.run(below)
			s.descend(below, words[1:], depth+1)
		}
	}
}

func hasTag(tag, key string) bool {
	_, ok := reflect.StructTag(tag).Lookup(key)
	return ok
}

// nameOf returns the name of a command: what its tag says, else that of its field.
func (s selection) nameOf(field *ir.StructField) string {
	if name := lookupTag(field.Tag, s.row.Const[model.RoleName]); name != "" {
		return name
	}
	return dashed(field.Name)
}

// dashed writes the name of a field as command lines do: UsersURL is users-url.
func dashed(name string) string {
	return strings.ReplaceAll(strings.ToLower(upperName(name, true)), "_", "-")
}

// offer has methods that ask for a struct of the grammar get it.
func (s selection) offer(at pointee) {
	o := s.make("provider", "offered "+at.typ)
	x := value{kind: refValue, n: int64(at.object.id), path: at.path}
	s.write(o, s.below(0, funcField), s.one(value{kind: ifaceValue, typ: s.types.id("*" + at.typ), n: int64(s.id(x))}))
	s.listIn(s.containers, valuesField, o)
}

// run calls the method of a command with what its parameters ask for.
func (s selection) run(at pointee) {
	method := ")." + s.row.Const[model.RoleRun]
	recv := value{kind: refValue, n: int64(at.object.id), path: at.path}
	fn := s.funcs["(*"+at.typ+method]
	if fn == nil {
		fn = s.funcs["("+at.typ+method]
		recv.kind = structValue
	}
	if fn == nil {
		return
	}
	args := []setID{s.one(recv)}
	for _, p := range fn.Params[1:] {
		args = append(args, s.param(p, ""))
	}
	s.enterAt(fn, args, s.kind)
}
