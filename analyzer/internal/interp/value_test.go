package interp

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func numbers(v *values, from, to int) setID {
	var xs []value
	for i := from; i < to; i++ {
		xs = append(xs, value{kind: intValue, n: int64(i)})
	}
	return v.of(xs)
}

func texts(v *values, from, to int) setID {
	var xs []value
	for i := from; i < to; i++ {
		xs = append(xs, v.text("s"+itoa(int64(i))))
	}
	return v.of(xs)
}

func TestReservedSets(t *testing.T) {
	v := newValues()
	for s, want := range map[setID][]value{
		bottom:  {},
		unknown: {{kind: unknownValue}},
		request: {{kind: requestValue}},
		nilSet:  {{kind: nilValue}},
	} {
		if got := v.members(s); !slices.Equal(got, want) {
			t.Errorf("set %d holds %v, want %v", s, got, want)
		}
	}
}

func TestSetsAreInterned(t *testing.T) {
	v := newValues()
	a := v.of([]value{v.text("x"), {kind: intValue, n: 1}, v.text("x")})
	b := v.of([]value{{kind: intValue, n: 1}, v.text("x")})
	if a != b {
		t.Errorf("one set has two ids: %d and %d", a, b)
	}
	if n := len(v.members(a)); n != 2 {
		t.Errorf("a set of two values has %d", n)
	}
	if v.one(v.text("x")) == v.one(value{kind: intValue, n: 1}) {
		t.Error("two sets have one id")
	}
}

// TestJoinLaws checks what the fixpoint relies on: the order in which values arrive
// does not matter, and what is known already changes nothing.
func TestJoinLaws(t *testing.T) {
	v := newValues()
	rnd := rand.New(rand.NewPCG(1, 2))
	sets := []setID{bottom, unknown, request, nilSet, v.boolean(true), v.boolean(false)}
	for range 40 {
		n := rnd.IntN(100)
		sets = append(sets, numbers(v, n, n+rnd.IntN(40)), texts(v, n, n+rnd.IntN(30)))
	}
	for range 5_000 {
		a, b, c := sets[rnd.IntN(len(sets))], sets[rnd.IntN(len(sets))], sets[rnd.IntN(len(sets))]
		ab := v.join(a, b)
		switch {
		case ab != v.join(b, a):
			t.Fatalf("join(%d, %d) depends on the order", a, b)
		case v.join(a, a) != a || v.join(ab, a) != ab || v.join(ab, b) != ab:
			t.Fatalf("join(%d, %d) is not idempotent", a, b)
		case v.join(ab, c) != v.join(a, v.join(b, c)):
			t.Fatalf("join of %d, %d, %d depends on the grouping", a, b, c)
		}
	}
}

func TestWideningAbsorbs(t *testing.T) {
	v := newValues()
	wide := v.one(v.str(widenedTemplate))
	strings := texts(v, 0, maxStrings)
	if strings == wide || len(v.members(strings)) != maxStrings {
		t.Fatalf("%d strings are widened already", maxStrings)
	}
	if got := v.join(strings, texts(v, maxStrings, maxStrings+1)); got != wide {
		t.Errorf("%d strings are not widened: %q", maxStrings+1, stringsIn(v, got))
	}
	if got := v.join(wide, texts(v, 900, 905)); got != wide {
		t.Errorf("the widened string grows again: %q", stringsIn(v, got))
	}
	mixed := v.join(v.join(wide, v.boolean(true)), texts(v, 900, 905))
	if got := v.members(mixed); len(got) != 2 || !v.contains(mixed, boolValue) {
		t.Errorf("widening strings touches other values: %v", got)
	}

	most := numbers(v, 0, maxSet)
	if len(v.members(most)) != maxSet {
		t.Fatalf("%d values are widened already", maxSet)
	}
	all := v.join(most, numbers(v, maxSet, maxSet+1))
	if got := v.members(all); len(got) != 1 || got[0].kind != unknownValue {
		t.Errorf("%d values are not unknown but %d", maxSet+1, len(got))
	}
	for _, s := range []setID{most, unknown, request, strings, v.boolean(true)} {
		if got := v.join(all, s); got != all {
			t.Errorf("the widened value grows again: %v", v.members(got))
		}
	}
}

// TestWideningIsMonotone checks that a chain of joins is finite: each join that
// changes a set makes one that was not there before.
func TestWideningIsMonotone(t *testing.T) {
	v := newValues()
	for name, of := range map[string]func(n int64) value{
		"strings": func(n int64) value { return v.text(itoa(n)) },
		"numbers": func(n int64) value { return value{kind: intValue, n: n} },
		"objects": func(n int64) value { return value{kind: refValue, n: n} },
	} {
		s, seen := bottom, map[setID]bool{bottom: true}
		for i := range int64(3 * maxSet) {
			next := v.join(s, v.one(of(i)))
			if next == s {
				continue
			}
			if seen[next] {
				t.Fatalf("%s: join %d goes back to an earlier set", name, i)
			}
			s, seen[next] = next, true
		}
		if len(seen) > maxSet+2 {
			t.Errorf("a set of %s changed %d times, want at most %d", name, len(seen)-1, maxSet+1)
		}
	}
}

func TestPaths(t *testing.T) {
	v := newValues()
	p := v.below(v.below(v.below(0, "Config"), `["orders"]`), "Address")
	if again := v.below(v.below(v.below(0, "Config"), `["orders"]`), "Address"); again != p {
		t.Errorf("one path has two ids: %d and %d", p, again)
	}
	if got := v.steps(p); !slices.Equal(got, []string{"Config", `["orders"]`, "Address"}) {
		t.Errorf("steps are %q", got)
	}
	if got := v.dotted(p); got != "Config.orders.Address" {
		t.Errorf("dotted is %q", got)
	}
	if got := v.dotted(v.below(v.below(0, "Hosts"), "[3]")); got != "Hosts" {
		t.Errorf("an index is part of a key: %q", got)
	}
	deep := pathID(0)
	for range 3 * maxDepth {
		deep = v.below(deep, "next")
	}
	if n := len(v.steps(deep)); n != maxDepth {
		t.Errorf("a path has %d steps, want at most %d", n, maxDepth)
	}
}
