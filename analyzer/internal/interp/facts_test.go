package interp

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// graph makes blocks of their successors.
func graph(succs ...[]int32) []ir.Block {
	blocks := make([]ir.Block, len(succs))
	for b, ss := range succs {
		blocks[b].Succs = ss
		for _, s := range ss {
			blocks[s].Preds = append(blocks[s].Preds, int32(b))
		}
	}
	return blocks
}

func TestReversePostorder(t *testing.T) {
	blocks := graph([]int32{1, 2}, []int32{3}, []int32{3}, []int32{1}, nil)
	order := reversePostorder(blocks)
	if len(order) != 4 || order[0] != 0 || slices.Contains(order, 4) {
		t.Errorf("order is %v, want the reached blocks from 0 on", order)
	}
	if got := reversePostorder(nil); len(got) > 0 {
		t.Errorf("no blocks have the order %v", got)
	}
}

// reachedWithout returns the blocks that control can reach if it may not enter one.
func reachedWithout(blocks []ir.Block, without int32) []bool {
	seen := make([]bool, len(blocks))
	var walk func(b int32)
	walk = func(b int32) {
		if b == without || seen[b] {
			return
		}
		seen[b] = true
		for _, s := range blocks[b].Succs {
			walk(s)
		}
	}
	walk(0)
	return seen
}

// TestDominators compares with the definition: a dominates b if control cannot reach b
// without a.
func TestDominators(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		succs := make([][]int32, 2+rnd.IntN(12))
		for b := range succs {
			for range rnd.IntN(3) {
				succs[b] = append(succs[b], int32(rnd.IntN(len(succs))))
			}
		}
		blocks := graph(succs...)
		idom := dominators(blocks, reversePostorder(blocks))
		reached := reachedWithout(blocks, -1)
		for b := range int32(len(blocks)) {
			if !reached[b] {
				if idom[b] != -1 {
					t.Fatalf("%v: block %d is not reached and has the dominator %d", succs, b, idom[b])
				}
				continue
			}
			var got []int32 // from b up
			for d := b; ; d = idom[d] {
				got = append(got, d)
				if d == idom[d] {
					break
				}
			}
			for a := range int32(len(blocks)) {
				want := a == b || reached[a] && !reachedWithout(blocks, a)[b]
				if slices.Contains(got, a) != want {
					t.Fatalf("%v: %d dominates %d: got %t, want %t", succs, a, b, !want, want)
				}
			}
		}
	}
}

// TestBranches runs programs in which only what a branch has found out keeps calls apart.
func TestBranches(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      []string
	}{
		{"equal to a literal", `func a(w http.ResponseWriter, r *http.Request) { call("x"); call("y") }
func call(s string) { if s == "x" { http.Get("http://b/is" + s) } else { http.Get("http://b/not" + s) } }`,
			[]string{"GET /a -> GET http://b/isx", "GET /a -> GET http://b/noty"}},
		{"empty prefix", `func a(w http.ResponseWriter, r *http.Request) { call("", "x"); call("v1", "y") }
func call(group, s string) { if group != "" { s = group + "/" + s }; http.Get("http://b/" + s) }`,
			[]string{"GET /a -> GET http://b/v1/y", "GET /a -> GET http://b/x"}},
		{"nil client", `type client struct{ base string }
func a(w http.ResponseWriter, r *http.Request) { call(nil); call(&client{"http://b"}) }
func call(c *client) { if c == nil { return }; http.Get(c.base) }`,
			[]string{"GET /a -> GET http://b"}},
		{"flag", `func a(w http.ResponseWriter, r *http.Request) { call(true); call(false) }
func call(b bool) { if b { http.Get("http://b/yes") } }`,
			[]string{"GET /a -> GET http://b/yes"}},
		{"what differs is dropped", `func a(w http.ResponseWriter, r *http.Request) { s := "x"; if r.Host == "h" { s = "y" }
	if s != "x" { http.Get("http://b/" + s) } }`,
			[]string{"GET /a -> GET http://b/y"}},
		{"and where paths meet it is back", `func a(w http.ResponseWriter, r *http.Request) { s := "x"; if r.Host == "h" { s = "y" }
	if s != "x" { print(s) }
	http.Get("http://b/" + s) }`,
			[]string{"GET /a -> GET http://b/x", "GET /a -> GET http://b/x or http://b/y"}[1:]},
		{"method switch", `func a(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "GET": http.Get("http://b/get")
	case "POST": http.Get("http://b/post")
	default: http.Get("http://b/other") } }`,
			[]string{"GET /a -> GET http://b/get"}},
		{"switch on a number", `const (one = iota + 1; two)
func a(w http.ResponseWriter, r *http.Request) { call(two) }
func call(k int) { switch k { case one: http.Get("http://b/1"); case two: http.Get("http://b/2") } }`,
			[]string{"GET /a -> GET http://b/2"}},
		{"not", `func a(w http.ResponseWriter, r *http.Request) { call(false) }
func call(off bool) { if !off { http.Get("http://b/on") } else { http.Get("http://b/off") } }`,
			[]string{"GET /a -> GET http://b/on"}},
		{"unknown", `func a(w http.ResponseWriter, r *http.Request) { if r.Host == "h" { http.Get("http://b/1") } else { http.Get("http://b/2") } }`,
			[]string{"GET /a -> GET http://b/1", "GET /a -> GET http://b/2"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := lines(runSource(t, serving(test.src))); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
