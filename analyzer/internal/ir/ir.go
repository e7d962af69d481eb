// Package ir is a slim intermediate form of one Go package: what moves strings,
// functions and objects, and nothing else. It knows neither libraries nor
// manifests, so that a stored ir stays valid when those change.
//
// The form is that of go/ssa with everything left out that cannot matter:
// floats, arithmetic, debug references, values of types that carry no string,
// function or object. Types are names, positions are numbers, and every slice
// is in a fixed order, so that equal sources give equal bytes.
package ir

// A Package is what one Go package does.
type Package struct {
	Path    string // import path, as the go command prints it
	Name    string // package clause
	Files   []File
	Imports []string // first-party packages that it imports, sorted
	// Funcs holds the functions of the package, its anonymous functions, and the
	// wrappers, bound methods and generic instances that its code needs, sorted by
	// name. Wrappers and instances may stand in several packages; they are equal.
	Funcs []Func
	// Types describes the types that Funcs mention, sorted by name: method tables of
	// types converted to interfaces, methods of interfaces, fields of structs.
	Types []Type
	// Init is the name of the synthesised initialiser; it calls those of Imports.
	Init string
	// Problems names the functions that could not be lowered and so have no body, sorted by name.
	Problems []Problem
	// Waivers are the comments that speak to hoplint, by position.
	Waivers []Waiver
}

// A Waiver is a comment that speaks to hoplint: "//hoplint:allow sync-call -- reason".
// What it says is not looked at here.
type Waiver struct {
	Pos Pos
	// Last is the last line that it holds for; the first is its own.
	Last int32
	Text string
}

// A Problem is a function that is missing from a package, and why.
type Problem struct {
	Func string
	Pos  Pos
	Text string
}

// A File is a source file. Its name is relative to the directory of its package.
type File struct {
	Name      string
	Generated bool
	// Package is the import path of the package that the file belongs to, if it is
	// another one: that of a generic function whose instance stands here.
	Package string
}

// A Pos is a position: an index into Files, or -1, a line and a column in bytes, from 1.
type Pos struct {
	File, Line, Col int32
}

// NoPos is the position of what has none.
var NoPos = Pos{File: -1}

// A Class is what hoplint distinguishes of a type.
type Class uint8

const (
	Other     Class = iota // carries nothing that matters: floats, error, context.Context, empty structs
	Bool                   // bool and types based on it
	Int                    // integers
	String                 // string, []byte, []rune and types based on them
	FuncValue              // func
	Interface              // interface but error and context.Context; type parameters
	Pointer                // pointer, unsafe pointer
	Struct                 // struct
	Slice                  // slice but []byte and []rune
	Array                  // array
	Map                    // map
	Chan                   // channel
	Tuple                  // several results, or a comma-ok pair
)

// A Param is a parameter, captured variable or result.
type Param struct {
	Name  string
	Class Class
	Type  string // full name; see Type.Name
}

// A Func is a function with a body.
//
// Its values are numbered: parameters (the receiver first), then captured
// variables, then the results of instructions in the order of Blocks.
type Func struct {
	// Name is what types.Func.FullName prints ("(*net/http.Client).Do", "net/http.Get"),
	// with type arguments in brackets for instances. Anonymous functions are
	// their parent's name and "$1", "$2", …; bound methods end in "$bound",
	// method expressions in "$thunk". A wrapper that promotes an unexported method of
	// another package qualifies the method: "(acme/p.T).acme/q.do".
	Name string
	Pos  Pos
	// Recv is true if Params[0] is the receiver.
	Recv     bool
	Params   []Param
	Free     []Param // captured variables; each is a pointer to the variable, but for "$bound" the receiver
	Results  []Param
	Variadic bool
	// Wrapper is true for what the compiler makes up: promoted methods, bound methods, thunks.
	// It is no frame of a path.
	Wrapper bool
	Consts  []Const
	Blocks  []Block
	Loops   []Loop
	Regs    int // how many values there are
}

// An Operand names a value: a register if ≥ 0, else the constant Consts[^o].
type Operand int32

// ConstKind is the kind of a Const.
type ConstKind uint8

const (
	UnknownConst ConstKind = iota // of class Other, or not kept
	StringConst                   // Text
	IntConst                      // Int
	BoolConst                     // Int is 0 or 1
	NilConst                      // nil pointer, func, interface, map, slice, channel
	ZeroConst                     // zero value of the struct or array type Text
	FuncConst                     // the function named Text, with or without a body
	GlobalConst                   // the address of the package variable named Text ("pkg/path.Name")
	BuiltinConst                  // the builtin function named Text
)

// A Const is an operand that needs no instruction.
type Const struct {
	Kind ConstKind
	Text string
	Int  int64
}

// A Block is a basic block. Its last instruction may be If, Jump, Return or Panic.
type Block struct {
	Instrs []Instr
	Preds  []int32 // in the order of a phi's arguments
	Succs  []int32 // for If: taken if true, taken if false
	Loop   int32   // innermost loop that it lies in: an index into Loops, or -1
}

// A LoopKind is the kind of a Loop.
type LoopKind uint8

const (
	ForLoop     LoopKind = iota // with a condition
	RangeLoop                   // over a string, slice, array, map, function or channel
	IntLoop                     // over an int constant: a fixed bound
	RetryLoop                   // until a call gives no error
	PagesLoop                   // until a token or page of the answer is empty
	EndlessLoop                 // without a condition and left, if ever, by return, break or panic
)

// A Loop is a natural loop, or a range over a function's body.
type Loop struct {
	Kind   LoopKind
	Parent int32 // enclosing loop, or -1
	Pos    Pos
	// Over is the value ranged over, for RangeLoop; for the others the value whose length
	// bounds the turns; a constant of kind UnknownConst if there is none.
	Over Operand
	// Walk is set if a loop that is no RangeLoop goes from one element of Over to the next.
	Walk bool
}

// An Op is what an instruction does. The comments name Args and the fields in use.
type Op uint8

const (
	// Nop stands for what has no effect and no result here.
	Nop Op = iota

	// Values.

	Alloc       // address of a new variable of type Type; Class is the variable's class
	Make        // new map, slice or channel of type Type; Class says which. Each Make and Alloc is a site.
	Closure     // function Sym with captured variables Args (addresses)
	FieldAddr   // address of field Sym of the struct, of type Type, that Args[0] points to
	Field       // field Sym of the struct Args[0] of type Type
	IndexAddr   // address of element Args[1] of the slice, or of what the array pointer Args[0] points to; Int is 1 + the loop that counts with Args[1], or 0; less than 0 if that element is as far from the last one as the loop is from the first
	Index       // element Args[1] of the array or string Args[0]
	Lookup      // element Args[1] of the map Args[0]; a Tuple with ok if CommaOk
	Load        // what Args[0] points to
	Phi         // Args[i] if control came from Preds[i]
	Extract     // component Int of the tuple Args[0]
	Range       // iterator over the map or string Args[0]; Class is that of Args[0]
	Next        // next (ok, key, element) of the iterator Args[0]
	Subslice    // Args[0] sliced; Int is 0 without bounds, else one more than the low one: 1 if that is not known
	Convert     // Args[0] as another type of the same class; also to and from []byte
	ToInterface // Args[0], of the concrete type Type, as an interface
	Assert      // Args[0] asserted to the type Type; Int is 1 if that is an interface; a Tuple if CommaOk
	Concat      // the string Args[0] + Args[1]
	Equal       // Args[0] == Args[1], of strings, bools, ints, or with nil
	NotEqual    // Args[0] != Args[1], likewise
	Not         // !Args[0]
	Recv        // receives from the channel Args[0]; a Tuple if CommaOk
	Select      // waits for the channels Args; a Tuple (index, ok, received values of the receiving cases in order). States says which send; Int is 1 if it does not block (has a default).

	// Effects.

	Store     // *Args[0] = Args[1]
	MapUpdate // Args[0][Args[1]] = Args[2]
	Send      // sends Args[1] on the channel Args[0]

	// Calls. Args are the arguments, the receiver first; a variadic call passes its
	// slice. Class is that of the result; a Tuple for several. Int is 1 if control gets
	// there only after another call of the function has failed.

	Call  // calls and waits
	Go    // calls on a new goroutine
	Defer // calls when the function returns

	// Control. If has the condition Args[0]; Return has the results Args.

	If
	Jump
	Return
	Panic
)

// A Callee says how a call finds its function.
type Callee uint8

const (
	NoCallee Callee = iota
	Static          // Sym is the function's name (types.Func.FullName of its origin for libraries; of the instance where it has a body)
	Invoke          // Sym is the interface method's full name ("(net/http.Handler).ServeHTTP"), Method its name; Args[0] is the interface
	Dynamic         // Args[0] is the function value; the arguments follow
	Builtin         // Sym is the builtin: append, copy, close, delete, len, cap, min, max, clear, panic, print, println, recover
)

// An Instr is an instruction.
type Instr struct {
	Op      Op
	Callee  Callee
	Class   Class // of the result; Other if it has none that matters
	CommaOk bool  // see the Ops; of calls without a body among first-party code: they take a Context and return an error
	Dst     int32 // register of the result, or -1
	Args    []Operand
	Sym     string // field, function or method: see the Ops
	Method  string // method name of an Invoke; a lower-case one is qualified by its package ("pkg/path.name"); of a generic function of a library, its first type argument
	Type    string // a type's name: see the Ops; for calls the type of the single result
	Int     int32
	Pos     Pos
	// States are, for Select, the values sent (constants of kind UnknownConst for receiving cases), parallel to Args.
	// A value that is sent but not kept is the ZeroConst of its type, so that the case is still seen to send.
	States []Operand
	// Pass lists, for a call without a body among first-party code, the arguments (indexes into Args,
	// not counting the function value of Dynamic) whose type, an interface or func type but error and Context, is
	// assignable to that of a result other than any; the call may return them.
	Pass []int32
	// Takes are, for a call without a body among first-party code, the types of the parameters,
	// without the receiver; "..." stands before that of a variadic one.
	Takes []string
	// Results are, for an instruction of class Tuple, the classes and types of its components.
	Results []Param
}

// A Type describes a named or unnamed type.
type Type struct {
	// Name is the type as types.TypeString with full package paths prints it, aliases resolved
	// (so "uint8" and "int32" rather than "byte" and "rune"; the empty interface is "any"),
	// and without the names of parameters and results, so that identical types have one name.
	// Types declared within functions have "·" and a number appended to tell them apart, those
	// within generic functions also the type arguments of the instance.
	Name  string
	Class Class
	// Elem is the name of what a pointer points to, of a slice's, array's, map's or channel's element; "" if none matters.
	Elem string
	// Methods is the method set of a concrete type that is converted to an interface, sorted by Name.
	Methods []Method
	// Requires are the names of an interface's methods, sorted; lower-case ones are qualified.
	Requires []string
	Fields   []StructField // of a struct, in order
}

// A Method is an entry of a method table.
type Method struct {
	Name string // lower-case ones are qualified by their package: "pkg/path.name"
	Func string // name of the function, which may have no body in first-party code
}

// A StructField is a field of a struct.
type StructField struct {
	Name     string
	Type     string
	Class    Class
	Tag      string
	Embedded bool
}
