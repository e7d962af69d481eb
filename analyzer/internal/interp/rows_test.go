package interp

import (
	"maps"
	"slices"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// rows calls a function for each function that the embedded libraries speak of.
func rows(t *testing.T, fn func(name string, row *model.Row)) {
	t.Helper()
	table := models(t)
	libraries, err := table.Libraries()
	if err != nil {
		t.Fatal(err)
	}
	view := table.View()
	for _, lib := range libraries {
		for _, name := range lib.Functions() {
			fn(name, view.Row(name))
		}
	}
}

// TestKindsHaveActions checks that the interpreter knows what to do for every row.
func TestKindsHaveActions(t *testing.T) {
	known := actions()
	rows(t, func(name string, row *model.Row) {
		if known[row.Kind] == nil {
			t.Errorf("%s: kind %s has no action", name, row.Kind)
		}
	})
}

// TestOpsExist checks that model and interpreter agree on the operations.
func TestOpsExist(t *testing.T) {
	if got := slices.Sorted(maps.Keys(stringOps)); !slices.Equal(got, slices.Sorted(slices.Values(model.StringOps))) {
		t.Errorf("the interpreter has the operations %q, the model %q", got, model.StringOps)
	}
	if got := slices.Sorted(maps.Keys(tests)); !slices.Equal(got, slices.Sorted(slices.Values(model.Tests))) {
		t.Errorf("the interpreter has the tests %q, the model %q", got, model.Tests)
	}
	for op, fn := range stringOps {
		if fn == nil {
			t.Errorf("operation %s does nothing", op)
		}
	}
	for _, op := range model.URLOps { // two of which change their argument and give nothing
		c := newCall("(*net/url.URL).X")
		c.in.Class = ir.Tuple // so that an operation that does not exist has no result
		base := c.urlOf(c.textSet("http://a/b"), "base")
		c.args = []setID{base, c.textSet("c"), c.listOf("d")}
		if got := c.urlOp(&model.Row{Kind: model.URL, Op: op}); op != "setURL" && op != "append" && len(got) == 0 {
			t.Errorf("operation %s of the kind url does not exist", op)
		}
	}
}

// TestRowsSurviveAnything runs the action of every row on arguments that make no
// sense for it: users write rows too.
func TestRowsSurviveAnything(t *testing.T) {
	table := models(t)
	cfg := Config{Models: table}
	rows(t, func(name string, _ *model.Row) {
		for n := range 6 {
			callAnything(t, cfg, name, n)
		}
	})
}

// callAnything calls a library function with n arguments of each sort.
func callAnything(t *testing.T, cfg Config, name string, n int) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("%s with %d arguments: %v", name, n, p)
		}
	}()
	m := newMachine(cfg)
	f := newFrame(m, m.newContext(nil, nil, nil))
	f.c.native = func(*frame) {}
	o, _ := m.at(site{tag: "object"})
	m.write(o, m.below(0, "Field"), m.textSet("x"))
	lib, _ := m.at(site{tag: "router"})
	lib.lib = "router"
	for _, s := range []setID{
		bottom, unknown, request, nilSet, m.textSet("http://a"), m.boolean(true), m.one(value{kind: intValue, n: 1 << 40}),
		m.one(value{kind: funcValue, n: m.funcID("acme/p.missing")}), m.ref(o, 0), m.ref(lib, m.below(0, "F")),
		m.one(value{kind: structValue, n: int64(o.id)}), f.toInterface(m.join(m.ref(o, 0), m.textSet("y")), "acme/p.T"),
	} {
		args := slices.Repeat([]setID{s}, n)
		f.library(&libraryCall{frame: f, in: &ir.Instr{Class: ir.Tuple, Results: make([]ir.Param, 2)}, name: name, args: args})
		f.library(&libraryCall{frame: f, in: &ir.Instr{}, name: name, args: args, kind: goEdge})
	}
	m.settle()
}

// TestDefaultsOfRows checks that a row without a protocol of its own has its library's.
func TestDefaultsOfRows(t *testing.T) {
	row := models(t).View().Row("net/http.Get")
	if row == nil || row.Protocol != hop.HTTP {
		t.Errorf("the row of net/http.Get is %v, want one of protocol http", row)
	}
}
