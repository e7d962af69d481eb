package ir

import "strconv"

var (
	opNames = [...]string{
		"nop", "alloc", "make", "closure", "fieldaddr", "field", "indexaddr", "index", "lookup", "load",
		"phi", "extract", "range", "next", "subslice", "convert", "tointerface", "assert", "concat",
		"equal", "notequal", "not", "recv", "select", "store", "mapupdate", "send", "call", "go",
		"defer", "if", "jump", "return", "panic",
	}
	classNames = [...]string{
		"other", "bool", "int", "string", "func", "interface", "pointer", "struct", "slice", "array",
		"map", "chan", "tuple",
	}
	loopNames   = [...]string{"for", "range", "int", "retry", "pages", "endless"}
	calleeNames = [...]string{"none", "static", "invoke", "dynamic", "builtin"}
)

func (op Op) String() string      { return name(opNames[:], int(op)) }
func (c Class) String() string    { return name(classNames[:], int(c)) }
func (k LoopKind) String() string { return name(loopNames[:], int(k)) }
func (c Callee) String() string   { return name(calleeNames[:], int(c)) }

func name(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return "invalid " + strconv.Itoa(i)
}
