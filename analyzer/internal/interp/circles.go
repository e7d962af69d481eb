package interp

// circles numbers, from 1, the sets of nodes that can all be reached from one another,
// by Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972). A node that lies on
// no circle has 0.
func circles(n int, next func(node int32, yield func(int32))) []int32 {
	t := &tarjan{next: next, index: make([]int32, n), low: make([]int32, n), circle: make([]int32, n)}
	for v := range int32(n) {
		if t.index[v] == 0 {
			t.visit(v)
		}
	}
	return t.circle
}

// A tarjan is one run of the algorithm, with a stack of its own in place of recursion.
type tarjan struct {
	next   func(int32, func(int32))
	index  []int32 // by first visit, from 1; 0 for none
	low    []int32
	circle []int32 // -1 while on the stack
	stack  []int32
	frames []frameOf
	count  int32
	found  int32
}

// A frameOf is a node with the nodes after it that are still to be visited.
type frameOf struct {
	node int32
	rest []int32
	self bool
}

func (t *tarjan) enter(v int32) {
	t.count++
	t.index[v], t.low[v], t.circle[v] = t.count, t.count, -1
	t.stack = append(t.stack, v)
	f := frameOf{node: v}
	t.next(v, func(w int32) {
		f.rest = append(f.rest, w)
		f.self = f.self || w == v
	})
	t.frames = append(t.frames, f)
}

func (t *tarjan) visit(v int32) {
	for t.enter(v); len(t.frames) > 0; {
		f := &t.frames[len(t.frames)-1]
		if len(f.rest) == 0 {
			t.leave(*f)
			continue
		}
		w := f.rest[0]
		f.rest = f.rest[1:]
		switch {
		case t.index[w] == 0:
			t.enter(w)
		case t.circle[w] == -1:
			t.low[f.node] = min(t.low[f.node], t.index[w])
		}
	}
}

func (t *tarjan) leave(f frameOf) {
	t.frames = t.frames[:len(t.frames)-1]
	if n := len(t.frames); n > 0 {
		up := t.frames[n-1].node
		t.low[up] = min(t.low[up], t.low[f.node])
	}
	if t.low[f.node] != t.index[f.node] {
		return
	}
	top := len(t.stack) - 1
	id := int32(0)
	if t.stack[top] != f.node || f.self {
		t.found++
		id = t.found
	}
	for {
		w := t.stack[top]
		t.stack = t.stack[:top]
		t.circle[w] = id
		if top--; w == f.node {
			return
		}
	}
}
