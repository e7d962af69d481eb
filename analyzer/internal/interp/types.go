package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

type typeID int32

// A typeTable knows the types that a program mentions, by name.
type typeTable struct {
	ids   map[string]typeID
	names []string
	types map[string]*ir.Type
}

func newTypeTable() typeTable {
	return typeTable{ids: make(map[string]typeID), types: make(map[string]*ir.Type)}
}

// add makes a type known. Packages say different parts of the same type: the method
// table where it is converted, the fields where they are used.
func (t *typeTable) add(typ *ir.Type) {
	old := t.types[typ.Name]
	if old == nil {
		t.types[typ.Name] = typ
		return
	}
	merged := *old
	if len(merged.Methods) < len(typ.Methods) {
		merged.Methods = typ.Methods
	}
	if len(merged.Requires) == 0 {
		merged.Requires = typ.Requires
	}
	if len(merged.Fields) == 0 {
		merged.Fields = typ.Fields
	}
	t.types[typ.Name] = &merged
}

func (t *typeTable) id(name string) typeID {
	if id, ok := t.ids[name]; ok {
		return id
	}
	id := typeID(len(t.names))
	t.names = append(t.names, name)
	t.ids[name] = id
	return id
}

func (t *typeTable) name(id typeID) string { return t.names[id] }

// method returns the name of the function that a method of a type is. Types whose
// method table nobody wrote down are those of libraries: their methods are named by
// the rule of types.Func.FullName.
func (t *typeTable) method(id typeID, name string) string {
	typ := t.types[t.names[id]]
	if typ != nil {
		i, ok := slices.BinarySearchFunc(typ.Methods, name, func(m ir.Method, name string) int {
			return strings.Compare(m.Name, name)
		})
		if ok {
			return typ.Methods[i].Func
		}
	}
	return "(" + t.names[id] + ")." + name[strings.LastIndexByte(name, '.')+1:]
}

// exported returns the names of a type's exported methods, as far as its method table
// is known. The others' names are qualified by their package.
func (t *typeTable) exported(id typeID) []string {
	typ := t.types[t.names[id]]
	if typ == nil {
		return nil
	}
	var names []string
	for _, m := range typ.Methods {
		if !strings.Contains(m.Name, ".") {
			names = append(names, m.Name)
		}
	}
	return names
}

// implements reports whether a concrete type has the methods of an interface. Where
// either is not known, it may.
func (t *typeTable) implements(id typeID, iface string) bool {
	typ, want := t.types[t.names[id]], t.types[iface]
	if typ == nil || want == nil || len(typ.Methods) == 0 && typ.Class != ir.Other {
		return want == nil || len(want.Requires) == 0 || typ == nil
	}
	for _, name := range want.Requires {
		_, ok := slices.BinarySearchFunc(typ.Methods, name, func(m ir.Method, name string) int {
			return strings.Compare(m.Name, name)
		})
		if !ok {
			return false
		}
	}
	return true
}
