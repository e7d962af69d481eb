package ir

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// sample is a valid package in which every field of every type is set somewhere.
func sample() *Package {
	at := Pos{File: 0, Line: 3, Col: 2}
	str := func(name string) Param { return Param{Name: name, Class: String, Type: "string"} }
	return &Package{
		Path:     "acme/p",
		Name:     "p",
		Files:    []File{{Name: "a.go", Generated: true}, {Name: "g.go", Package: "acme/gen"}},
		Imports:  []string{"acme/gen", "acme/q"},
		Init:     "acme/p.init",
		Problems: []Problem{{Func: "acme/p.bad", Pos: at, Text: "internal error"}},
		Waivers:  []Waiver{{Pos: at, Last: 4, Text: "//hoplint:allow sync-call -- agreed"}, {Pos: Pos{1, 2, 1}, Last: 9, Text: "//hoplint:allow"}},
		Types: []Type{
			{Name: "*acme/p.T", Class: Pointer, Elem: "acme/p.T", Methods: []Method{{"Do", "(*acme/p.T).Do"}, {"acme/p.x", "(*acme/p.T).x"}}},
			{Name: "acme/p.I", Class: Interface, Requires: []string{"Do", "acme/p.x"}},
			{Name: "acme/p.T", Class: Struct, Fields: []StructField{{"URL", "string", String, `json:"url"`, false}, {"I", "acme/p.I", Interface, "", true}}},
		},
		Funcs: []Func{{
			Name: "(*acme/p.T).Do", Pos: at, Recv: true, Variadic: true, Wrapper: true,
			Params:  []Param{{"t", Pointer, "*acme/p.T"}, str("s")},
			Free:    []Param{{"v", Pointer, "*string"}},
			Results: []Param{str("")},
			Consts:  []Const{{}, {Kind: StringConst, Text: "x"}, {Kind: IntConst, Int: -1}},
			Regs:    8,
			Loops:   []Loop{{Kind: RangeLoop, Parent: -1, Pos: at, Over: 1, Walk: true}, {Kind: RetryLoop, Parent: 0, Pos: NoPos, Over: ^Operand(0)}},
			Blocks: []Block{
				{Loop: -1, Succs: []int32{1}, Instrs: []Instr{
					{Op: FieldAddr, Class: Pointer, Dst: 3, Args: []Operand{0}, Sym: "URL", Pos: at},
					{Op: Call, Callee: Invoke, Class: Tuple, Dst: 4, Args: []Operand{0, 1}, Sym: "(acme/p.I).Do", Method: "Do",
						Pos: at, Pass: []int32{0}, Results: []Param{str("s"), {"err", Other, "error"}}},
					{Op: Jump, Dst: -1, Pos: NoPos},
				}},
				{Loop: 1, Preds: []int32{0, 1}, Succs: []int32{1, 2}, Instrs: []Instr{
					{Op: Phi, Class: String, Dst: 5, Args: []Operand{1, ^Operand(1)}, Pos: NoPos},
					{Op: Assert, Class: Tuple, CommaOk: true, Dst: 6, Args: []Operand{5}, Type: "acme/p.I", Int: 1, Pos: at},
					{Op: Select, Class: Tuple, Dst: 7, Args: []Operand{2, 2}, States: []Operand{^Operand(0), 1}, Pos: at},
					{Op: If, Dst: -1, Args: []Operand{^Operand(0)}, Pos: NoPos},
				}},
				{Loop: -1, Preds: []int32{1}, Instrs: []Instr{{Op: Return, Dst: -1, Args: []Operand{5}, Pos: Pos{1, 9, 1}}}},
			},
		}},
	}
}

func TestCodec(t *testing.T) {
	for _, p := range []*Package{{}, sample()} {
		data := Encode(p)
		q, err := Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(p, q) {
			t.Errorf("got:\n%s\nwant:\n%s", q, p)
		}
		if !bytes.Equal(Encode(q), data) {
			t.Error("other bytes when written again")
		}
	}
}

// TestCodecCompresses checks that repetitive packages are small, and still within
// the ratio that Decode accepts.
func TestCodecCompresses(t *testing.T) {
	p := sample()
	for i := range 2000 {
		f := p.Funcs[0]
		f.Name = fmt.Sprintf("acme/p.f%04d", i)
		p.Funcs = append(p.Funcs, f)
	}
	data := Encode(p)
	if len(data) > 200_000 {
		t.Errorf("%d bytes for %d functions", len(data), len(p.Funcs))
	}
	if q, err := Decode(data); err != nil || !reflect.DeepEqual(p, q) {
		t.Errorf("reads back differently: %v", err)
	}
	q := &Package{Init: strings.Repeat("x", 1<<20)} // deflates to less than 1/64
	if r, err := Decode(Encode(q)); err != nil || r.Init != q.Init {
		t.Errorf("reads back differently: %v", err)
	}
}

func TestDecodeErrors(t *testing.T) {
	good := Encode(sample())
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "not an ir package"},
		{"other magic", []byte("xyz\x01\x00\x00"), "not an ir package"},
		{"other version", []byte("hir\x63\x00\x00"), "ir package of version 99, not 1"},
		{"cut off", good[:len(good)/2], "ir package: unexpected EOF"},
		{"other method", []byte("hir\x01\x07\x00"), "ir package has a wrong size"},
		{"size beyond the data", []byte("hir\x01\x00\x05a"), "ir package has a wrong size"},
		{"size beyond the ratio", []byte("hir\x01\x01\xff\xff\xff\xff\x0fa"), "ir package has a wrong size"},
		{"table beyond the data", []byte("hir\x01\x00\x02\x7fa"), "ir package is damaged: list of 127 is too long"},
		{"string beyond the table", []byte("hir\x01\x00\x02\x00\x05"), "ir package is damaged: string 5 of 0"},
		{"more than a package", append([]byte("hir\x01\x00\x0d\x01\x00"), make([]byte, 11)...), "ir package is damaged: 2 bytes left over"},
	}
	for _, test := range tests {
		if _, err := Decode(test.data); err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.name, err, test.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(Encode(&Package{}))
	f.Add(Encode(sample()))
	e := newEncoder()
	e.pkg(sample())
	body := e.body()
	f.Add(append([]byte{'h', 'i', 'r', version, stored, byte(len(body)) | 0x80, byte(len(body) >> 7)}, body...))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Decode(data)
		if err != nil {
			return
		}
		q, err := Decode(Encode(p))
		if err != nil {
			t.Fatalf("cannot read again: %v", err)
		}
		if !reflect.DeepEqual(p, q) {
			t.Fatalf("reads back differently: got\n%s\nwant\n%s", q, p)
		}
		if Check(p) == nil {
			_ = p.String()
		}
	})
}
