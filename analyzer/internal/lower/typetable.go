package lower

import (
	"cmp"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A typeTable collects the types that functions mention.
type typeTable struct {
	names      *namer
	firstParty func(path string) bool
	types      map[string]*ir.Type
	// converted are the types converted to interfaces whose method tables are not made yet.
	converted []types.Type
	tabled    map[string]bool
}

func newTypeTable(names *namer, firstParty func(string) bool) typeTable {
	return typeTable{
		names:      names,
		firstParty: firstParty,
		types:      make(map[string]*ir.Type),
		tabled:     make(map[string]bool),
	}
}

// sorted is the table in order.
func (tt *typeTable) sorted() []ir.Type {
	var out []ir.Type
	for _, name := range slices.Sorted(maps.Keys(tt.types)) {
		out = append(out, *tt.types[name])
	}
	return out
}

// mention enters t and what it is made of, and returns its name.
func (tt *typeTable) mention(t types.Type) string {
	name := tt.names.typ(t)
	if tt.types[name] != nil {
		return name
	}
	entry := &ir.Type{Name: name, Class: classOf(t)}
	tt.types[name] = entry
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		entry.Elem = tt.element(u.Elem())
	case *types.Slice:
		entry.Elem = tt.element(u.Elem())
	case *types.Array:
		entry.Elem = tt.element(u.Elem())
	case *types.Map:
		entry.Elem = tt.element(u.Elem())
	case *types.Chan:
		entry.Elem = tt.element(u.Elem())
	case *types.Interface:
		entry.Requires = requires(u)
	case *types.Struct:
		entry.Fields = tt.fields(u, tt.isLibrary(t))
	}
	return name
}

// element enters what a pointer or container holds.
func (tt *typeTable) element(t types.Type) string {
	if !holds(t) {
		return ""
	}
	return tt.mention(t)
}

// fields lists the fields of a struct. Of a library's struct only the exported ones
// are seen from outside, and what they are made of is not gone into: one
// *http.Server would bring in a good part of the standard library.
func (tt *typeTable) fields(t *types.Struct, library bool) []ir.StructField {
	var fields []ir.StructField
	for i := range t.NumFields() {
		f := t.Field(i)
		if library && !f.Exported() && !f.Embedded() {
			continue
		}
		fields = append(fields, ir.StructField{
			Name:     f.Name(),
			Type:     tt.names.typ(f.Type()),
			Class:    classOf(f.Type()),
			Tag:      t.Tag(i),
			Embedded: f.Embedded(),
		})
		if !library && holds(f.Type()) {
			tt.mention(f.Type())
		}
	}
	return fields
}

// isLibrary reports whether t is declared in a library.
func (tt *typeTable) isLibrary(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && !tt.firstParty(named.Obj().Pkg().Path())
}

// requires are the names of an interface's methods, sorted.
func requires(t *types.Interface) []string {
	var names []string
	for m := range t.Methods() {
		names = append(names, m.Id())
	}
	slices.Sort(names)
	return names
}

// convert enters the concrete type t, which is converted to an interface, and
// returns its name. Its method table is made when the queue of functions is empty.
func (tt *typeTable) convert(t types.Type) string {
	name := tt.mention(t)
	if !tt.tabled[name] {
		tt.tabled[name] = true
		tt.converted = append(tt.converted, t)
	}
	return name
}

// instantiate enters a type argument of a library's generic function, which may convert
// it to an interface.
func (tt *typeTable) instantiate(t types.Type) {
	declared := t
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		declared = p.Elem()
	}
	if named, ok := types.Unalias(declared).(*types.Named); ok && !tt.isLibrary(named) && !types.IsInterface(named) && named.NumMethods() > 0 {
		tt.convert(t)
	}
}

// methodTables makes the method tables of the types converted since the last call,
// and enqueues the functions in them that have no declaration.
func (l *lowerer) methodTables() {
	converted := l.types.converted
	l.types.converted = nil
	for _, t := range converted {
		l.types.types[l.names.typ(t)].Methods = l.methodTable(t)
	}
}

func (l *lowerer) methodTable(t types.Type) []ir.Method {
	declarer := t
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		declarer = p.Elem()
	}
	library := l.types.isLibrary(declarer)
	set := l.prog.MethodSets.MethodSet(t)
	var methods []ir.Method
	for i := range set.Len() {
		sel := set.At(i)
		obj := sel.Obj().(*types.Func)
		m := ir.Method{Name: obj.Id(), Func: objectName(obj)}
		// A library's own wrappers only lead to the library's methods.
		if !library {
			if m.Func = l.methodValue(sel); m.Func == "" {
				continue
			}
		}
		methods = append(methods, m)
	}
	slices.SortFunc(methods, func(a, b ir.Method) int { return cmp.Compare(a.Name, b.Name) })
	return methods
}

// methodValue is the name of the function that implements sel, or "" if there is none.
func (l *lowerer) methodValue(sel *types.Selection) (name string) {
	defer func() {
		if r := recover(); r != nil {
			l.problem(objectName(sel.Obj().(*types.Func)), sel.Obj().Pos(), panicText(r))
			name = ""
		}
	}()
	fn := l.prog.MethodValue(sel)
	if fn == nil {
		return "" // a generic method
	}
	return l.reference(fn)
}

// reference is the name of a function that the code refers to. If its body belongs
// here, because it is synthetic, anonymous or an instance, it is enqueued.
func (l *lowerer) reference(fn *ssa.Function) string {
	l.enqueue(fn)
	return l.names.function(fn)
}
