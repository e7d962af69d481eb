package interp

import (
	"slices"
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// testHeap returns a heap and a list of the contexts that it told of growth.
func testHeap() (*heap, *[]contextID) {
	h := newHeap(newValues())
	var told []contextID
	h.grown = func(id contextID) { told = append(told, id) }
	return h, &told
}

func (h *heap) newTestObject(tag string) *object {
	o, _ := h.at(site{tag: tag})
	return o
}

func TestSites(t *testing.T) {
	h, _ := testHeap()
	a, fresh := h.at(site{tag: "x", ctx: 1})
	if !fresh {
		t.Error("a new site has an object")
	}
	if again, fresh := h.at(site{tag: "x", ctx: 1}); again != a || fresh {
		t.Error("one site has two objects")
	}
	if b, _ := h.at(site{tag: "x", ctx: 2}); b == a {
		t.Error("two contexts share an object")
	}
}

func TestZeroValues(t *testing.T) {
	h, _ := testHeap()
	o := h.newTestObject("o")
	p := h.below(0, "Field")
	for class, want := range map[ir.Class]setID{
		ir.String:    h.textSet(""),
		ir.Bool:      h.boolean(false),
		ir.Int:       h.one(value{kind: intValue}),
		ir.Pointer:   nilSet,
		ir.Interface: nilSet,
		ir.FuncValue: nilSet,
		ir.Map:       nilSet,
		ir.Slice:     nilSet,
		ir.Chan:      nilSet,
		ir.Other:     unknown,
	} {
		if got := h.read(o, p, class, 0); got != want {
			t.Errorf("a field of class %s that nobody wrote holds %v, want %v", class, h.members(got), h.members(want))
		}
	}
	if got := h.read(o, h.below(0, anyElement), ir.Pointer, 0); got != bottom {
		t.Errorf("an element that nobody wrote exists: %v", h.members(got))
	}
	o.lib = "request"
	if got := h.read(o, p, ir.String, 0); got == h.textSet("") {
		t.Error("a field of a library's object is taken for empty")
	}
}

func TestFields(t *testing.T) {
	h, _ := testHeap()
	o := h.newTestObject("o")
	a, b := h.below(0, "A"), h.below(0, "B")
	h.write(o, a, h.textSet("1"))
	h.write(o, a, h.textSet("2"))
	h.write(o, b, h.textSet("3"))
	h.write(o, h.below(0, "Unset"), bottom)
	if got := stringsIn(h.values, h.read(o, a, ir.String, 0)); !slices.Equal(got, []string{"1", "2"}) {
		t.Errorf("A holds %q", got)
	}
	if got := stringsIn(h.values, h.read(o, b, ir.String, 0)); !slices.Equal(got, []string{"3"}) {
		t.Errorf("B holds %q", got)
	}
	if len(o.root.order) != 2 {
		t.Errorf("writing nothing makes a place: %q", o.root.order)
	}
}

func TestElements(t *testing.T) {
	h, _ := testHeap()
	o := h.newTestObject("o")
	at := func(step string) pathID { return h.below(0, step) }
	h.write(o, at("[0]"), h.textSet("zero"))
	h.write(o, at(keyStep("k")), h.textSet("key"))
	if got := stringsIn(h.values, h.read(o, at("[0]"), ir.String, 0)); !slices.Equal(got, []string{"zero"}) {
		t.Errorf("a known index holds %q", got)
	}
	if got := stringsIn(h.values, h.read(o, at(anyElement), ir.String, 0)); !slices.Equal(got, []string{"key", "zero"}) {
		t.Errorf("an unknown index holds %q", got)
	}
	h.write(o, at(anyElement), h.textSet("any"))
	if got := stringsIn(h.values, h.read(o, at("[0]"), ir.String, 0)); !slices.Equal(got, []string{"any", "zero"}) {
		t.Errorf("a known index after a write to an unknown one holds %q", got)
	}
	if got := h.elementsOf(o, 0, 0); !slices.Equal(got, []string{keyStep("k"), anyElement, "[0]"}) {
		t.Errorf("elements are %q", got)
	}
}

// TestElementsThatWereOnlyRead checks that reading does not make elements.
func TestElementsThatWereOnlyRead(t *testing.T) {
	h, _ := testHeap()
	o := h.newTestObject("o")
	h.read(o, h.below(0, anyElement), ir.String, 0)
	h.read(o, h.below(h.below(0, anyElement), "Field"), ir.String, 0)
	if got := h.elementsOf(o, 0, 0); len(got) > 0 {
		t.Errorf("reading made the elements %q", got)
	}
}

func TestStructsThatAreStored(t *testing.T) {
	h, _ := testHeap()
	from, to := h.newTestObject("from"), h.newTestObject("to")
	h.write(from, h.below(0, "Name"), h.textSet("before"))
	h.write(to, h.below(0, "Inner"), h.read(from, 0, ir.Struct, 0))
	h.write(from, h.below(0, "Name"), h.textSet("after"))
	name := h.below(h.below(0, "Inner"), "Name")
	if got := stringsIn(h.values, h.read(to, name, ir.String, 0)); !slices.Equal(got, []string{"after", "before"}) {
		t.Errorf("a field of a stored struct holds %q", got)
	}
	h.write(to, name, h.textSet("own"))
	if got := stringsIn(h.values, h.read(to, name, ir.String, 0)); !slices.Equal(got, []string{"after", "before", "own"}) {
		t.Errorf("a field that was also written itself holds %q", got)
	}
	if got := stringsIn(h.values, h.read(from, h.below(0, "Name"), ir.String, 0)); !slices.Equal(got, []string{"after", "before"}) {
		t.Errorf("writing to a copy changed the original: %q", got)
	}
}

// TestStructsInACircle checks that structs stored in one another are read to an end.
func TestStructsInACircle(t *testing.T) {
	h, _ := testHeap()
	var objects []*object
	for i := range 20 {
		objects = append(objects, h.newTestObject(itoa(int64(i))))
	}
	for _, a := range objects {
		for _, b := range objects {
			h.write(a, 0, h.read(b, 0, ir.Struct, 0))
		}
	}
	h.write(objects[0], h.below(0, "Name"), h.textSet("x"))
	if got := stringsIn(h.values, h.read(objects[7], h.below(0, "Name"), ir.String, 0)); !slices.Equal(got, []string{"x"}) {
		t.Errorf("got %q, want x", got)
	}
}

func TestFilledByLibraries(t *testing.T) {
	h, _ := testHeap()
	o := h.newTestObject("o")
	deep := h.below(h.below(0, "Conf"), "Name")
	h.write(o, h.below(h.below(0, "Conf"), "Own"), h.textSet("own"))
	h.fill(o, h.below(0, "Conf"), request)
	if got := h.read(o, deep, ir.String, 0); got != request {
		t.Errorf("a field below what a library filled holds %v, want request data", h.members(got))
	}
	if got := stringsIn(h.values, h.read(o, h.below(h.below(0, "Conf"), "Own"), ir.String, 0)); !slices.Contains(got, "own") {
		t.Errorf("what the program wrote is lost: %q", got)
	}
	if got := h.read(o, h.below(0, "Beside"), ir.String, 0); got != h.textSet("") {
		t.Errorf("a field beside what a library filled holds %v", h.members(got))
	}
}

func TestReadersAreTold(t *testing.T) {
	h, told := testHeap()
	o := h.newTestObject("o")
	a := h.below(0, "A")
	h.read(o, a, ir.String, 3)
	h.read(o, a, ir.String, 1)
	h.read(o, h.below(0, "B"), ir.String, 5)
	h.write(o, a, h.textSet("x"))
	if !slices.Equal(*told, []contextID{3, 1}) {
		t.Errorf("told %v, want 3 and 1", *told)
	}
	*told = nil
	h.write(o, a, h.textSet("x"))
	if len(*told) > 0 {
		t.Errorf("told %v though nothing grew", *told)
	}

	h.read(o, h.below(0, anyElement), ir.String, 7)
	h.write(o, h.below(0, "[2]"), h.textSet("y"))
	if !slices.Contains(*told, 7) {
		t.Error("who reads all elements is not told of a new one")
	}
	*told = nil
	h.read(o, h.below(0, "[4]"), ir.String, 9)
	h.write(o, h.below(0, anyElement), h.textSet("z"))
	if !slices.Contains(*told, 9) {
		t.Error("who reads an element is not told of a write to any")
	}
	*told = nil
	h.fill(o, 0, unknown)
	if !slices.Contains(*told, 3) {
		t.Error("who reads a field is not told that a library filled the object")
	}
}

// TestReadersOfCopiesAreTold checks that a read through a stored struct listens to the
// original.
func TestReadersOfCopiesAreTold(t *testing.T) {
	h, told := testHeap()
	from, to := h.newTestObject("from"), h.newTestObject("to")
	h.write(to, h.below(0, "Inner"), h.read(from, 0, ir.Struct, 0))
	h.read(to, h.below(h.below(0, "Inner"), "Name"), ir.String, 4)
	h.write(from, h.below(0, "Name"), h.textSet("x"))
	if !slices.Equal(*told, []contextID{4}) {
		t.Errorf("told %v, want 4", *told)
	}
}

// TestPlacesAreBounded checks that a place which grows for ever comes to rest.
func TestPlacesAreBounded(t *testing.T) {
	h, told := testHeap()
	o := h.newTestObject("o")
	h.read(o, 0, ir.String, 1)
	for i := range int64(10 * maxGrowth) {
		h.write(o, 0, h.textSet(itoa(i)))
	}
	if n := len(*told); n > maxGrowth+2 {
		t.Errorf("readers were told %d times, want at most %d", n, maxGrowth+2)
	}
	if got := h.read(o, 0, ir.String, 1); got != h.one(h.str(widenedTemplate)) {
		t.Errorf("holds %q, want the widened string", stringsIn(h.values, got))
	}
}
