package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// Bounds by structure. None depends on time, so that equal programs give equal results.
const (
	minContexts = 2000 // contexts per function, or the calls in the program if those are more; further ones are merged
	maxVisits   = 120  // visits per context
	maxStack    = 160  // depth of first visits; deeper ones wait in the queue
)

type contextID int32

// A context is a function with the abstract values of its arguments: equal
// arguments, equal behaviour. What its last run did is the program's call graph.
type context struct {
	id   contextID
	fn   *function
	bind *object // the closure, if it is one
	args []setID

	results []setID
	callers []contextID // contexts to run again when results grow

	// What the last run did.

	edges   []edge
	effects []effect
	part    *label            // see subroute
	blind   []int32           // calls of methods on values that are not known
	bounded map[int32]bounded // loops
	turns   map[int32]int     // of loops, when they were first unrolled
	body    rangeBody
	waits   []syncPoint
	signals []valueID
	sends   []sending
	puts    []syncPoint // something into channels
	drains  []valueID   // channels that tokens are taken out of

	at      int32 // the instruction that its visit is at
	visits  int
	queued  bool
	running bool
	job     *job // that it runs for, if it is a worker that takes jobs
	// native, if set, stands for a body: the contexts that no source has.
	native func(*frame)
	// serving is set if it may run after the program has started to serve.
	serving bool
}

// An edgeKind says how control reaches a callee.
type edgeKind uint8

const (
	callEdge  edgeKind = iota // the caller waits
	goEdge                    // on another goroutine
	serveEdge                 // when a request comes in
	laterEdge                 // in the background
	msgEdge                   // when a message comes in
)

// An edge is a call in a context: the instruction, and the context that it enters.
type edge struct {
	instr   int32 // index into the function's instructions in order of blocks, or -1
	kind    edgeKind
	callee  contextID
	loop    hop.Loop   // that the library makes around the call
	parts   []valueID  // addresses of what that loop turns for, if it is known
	labels  []*label   // what a request is handed to, outermost first
	routers []value    // that handed the request on
	topic   *object    // of a message
	done    []valueID  // what a joined goroutine's end is awaited by, beside its own signals
	over    []valueID  // the channels that a function was sent on
	worker  *context   // that is handed a job here
	carried []objectID // that the job carries, for its sender to wait on
	// transport is set where a client hands a request to its transport.
	transport bool
}

// A syncPoint is a wait for a channel or a group.
type syncPoint struct {
	instr int32
	on    valueID
	// selected is the case of a select that waits, from 1; 0 if it is no select.
	selected int32
}

// A function is an ir function, made ready.
type function struct {
	*ir.Func
	pkg      *ir.Package
	order    []int32 // blocks in reverse postorder
	first    []int32 // index of the first instruction of each block
	where    []spot
	defs     map[ir.Operand]int32 // by register, made on first use
	known    *blockFacts          // made on first use
	stores   *storeFlow           // made on first use
	fillings map[int32]filling    // by instruction, made on first use
	filled   map[string]bool      // see fills
	made     int                  // contexts so far
	relevant bool                 // see markRelevant
	merged   map[*object]*context // by closure
}

// A spot locates an instruction.
type spot struct{ block, index int32 }

// A machine runs one program in the abstract.
type machine struct {
	*heap
	workshop
	made
	cfg        Config
	models     *model.View
	funcs      map[string]*function
	packages   map[string]bool // first-party, by path
	implements map[string]bool // see implemented
	types      typeTable
	actions    map[model.Kind]action

	contexts    []*context
	receiving   map[valueID][]contextID // see receivers
	counts      map[turning]bool        // see isCounted
	ways        map[contextID][]way     // see incoming
	above       map[contextID]map[contextID]bool
	recursive   map[contextID]*recursion // see recursionOf
	maxContexts int                      // per function
	byKey       map[string]contextID
	queue       []contextID
	stack       int
	current     *function // of the visit that is going on
	routeLabels map[objectID]*label
	known       map[value]bool // routers
	proxies     map[value]*context
	consumers   map[objectID]*consumer
	outlets     map[valueID]*object      // channels of the program's own that messages come on
	answered    map[objectID]bool        // consumers
	handlers    map[objectID][]contextID // made once all runs are over
	roots       []contextID
	waived      waivedLines
	bindings    map[site]binding
	decodings   map[pathID][]decoding // by where in the configuration
	bound       []site                // keys of bindings, in order
	dispatched  map[value]bool
	handedOut   map[setID]bool // what functions without a model got
	// servesUnknown is set if the program serves a handler that is not known.
	servesUnknown bool
	inbounds      map[objectID]*object // routes by the request that their handlers get
	routers       []value              // places that routes were registered on, by first use
	plain         map[setID]setID      // without objects
	notes         map[hop.Note]bool
}

func newMachine(cfg Config) *machine {
	m := &machine{
		heap:        newHeap(newValues()),
		workshop:    newWorkshop(),
		made:        newMade(),
		cfg:         cfg,
		models:      cfg.Models.View(),
		funcs:       make(map[string]*function),
		packages:    make(map[string]bool),
		implements:  make(map[string]bool),
		byKey:       make(map[string]contextID),
		actions:     actions(),
		routeLabels: make(map[objectID]*label),
		known:       make(map[value]bool),
		dispatched:  make(map[value]bool),
		handedOut:   make(map[setID]bool),
		inbounds:    make(map[objectID]*object),
		proxies:     make(map[value]*context),
		consumers:   make(map[objectID]*consumer),
		outlets:     make(map[valueID]*object),
		answered:    make(map[objectID]bool),
		bindings:    make(map[site]binding),
		decodings:   make(map[pathID][]decoding),
		plain:       make(map[setID]setID),
		notes:       make(map[hop.Note]bool),
		waived:      waivedLinesOf(cfg.Packages),
		counts:      make(map[turning]bool),
		above:       make(map[contextID]map[contextID]bool),
	}
	m.types = newTypeTable()
	m.grown = m.enqueue
	m.written = m.writtenKeys
	m.widened = func(what string) {
		if m.current != nil {
			m.keepNote(m.current, m.current.Pos, hop.Note{
				Reason:     what + " are taken for one that is not known",
				Incomplete: what == tooManyValues,
				Text:       strings.Contains(what, "strings"),
			})
		}
	}
	for _, p := range cfg.Packages {
		m.load(p)
	}
	m.maxContexts = max(minContexts, m.callSites())
	markRelevant(m.funcs, m.models)
	return m
}

// callSites counts the calls in the program. A function that all of them call with
// arguments of their own has as many contexts, and needs them.
func (m *machine) callSites() int {
	n := 0
	for _, f := range m.funcs {
		for i := range f.where {
			if f.instr(int32(i)).Callee != ir.NoCallee {
				n++
			}
		}
	}
	return n
}

// load makes the functions and types of a package known. Wrappers and instances
// that several packages hold are equal; the first stays.
func (m *machine) load(p *ir.Package) {
	m.packages[p.Path] = true
	for i := range p.Funcs {
		f := &p.Funcs[i]
		if m.funcs[f.Name] == nil {
			m.funcs[f.Name] = newFunction(f, p)
		}
	}
	for i := range p.Types {
		m.types.add(&p.Types[i])
	}
}

func newFunction(f *ir.Func, p *ir.Package) *function {
	fn := &function{Func: f, pkg: p}
	n := int32(0)
	for b := range f.Blocks {
		fn.first = append(fn.first, n)
		for i := range f.Blocks[b].Instrs {
			fn.where = append(fn.where, spot{int32(b), int32(i)})
		}
		n += int32(len(f.Blocks[b].Instrs))
	}
	fn.order = reversePostorder(f.Blocks)
	return fn
}

// instr returns the instruction with the given index.
func (f *function) instr(i int32) *ir.Instr {
	w := f.where[i]
	return &f.Blocks[w.block].Instrs[w.index]
}

// loop returns the innermost loop that the instruction lies in, or -1.
func (f *function) loop(i int32) int32 { return f.Blocks[f.where[i].block].Loop }

// enqueue has a context run again.
func (m *machine) enqueue(id contextID) {
	c := m.contexts[id]
	if !c.queued {
		c.queued = true
		m.queue = append(m.queue, id)
	}
}

// settle runs what waits in the queue until nothing changes any more.
func (m *machine) settle() {
	for len(m.queue) > 0 {
		id := m.queue[0]
		m.queue = m.queue[1:]
		c := m.contexts[id]
		c.queued = false
		if c.visits >= maxVisits {
			m.keepNote(c.fn, ir.NoPos, hop.Note{Reason: "what it does has not settled: it is known in part only", Incomplete: true})
			continue
		}
		m.visit(c)
	}
}

// enter returns the context of a function and arguments, after its first run.
func (m *machine) enter(by caller, fn *function, bind *object, args []setID) *context {
	args = m.normal(fn, args)
	key := contextKey(fn, bind, args)
	if id, ok := m.byKey[key]; ok {
		return m.entered(m.contexts[id], by)
	}
	if fn.made >= m.maxContexts {
		return m.entered(m.mergedContext(fn, bind, args), by)
	}
	c := m.newContext(fn, bind, args).calledBy(by.context)
	c.serving = by.serving
	m.byKey[key] = c.id
	m.start(c)
	return c
}

// calledBy keeps who is to run again when the results of c grow.
func (c *context) calledBy(caller *context) *context {
	if !slices.Contains(c.callers, caller.id) {
		c.callers = append(c.callers, caller.id)
	}
	return c
}

func (m *machine) newContext(fn *function, bind *object, args []setID) *context {
	c := &context{id: contextID(len(m.contexts)), fn: fn, bind: bind, args: args, turns: make(map[int32]int)}
	m.contexts = append(m.contexts, c)
	if fn != nil {
		fn.made++
		c.results = make([]setID, len(fn.Results))
	}
	return c
}

// start runs a new context, or has it wait if the stack is deep already.
func (m *machine) start(c *context) {
	if m.stack >= maxStack {
		m.enqueue(c.id)
		return
	}
	m.visit(c)
}

// mergedContext returns the one context that takes all further arguments of a
// function that has too many contexts. That costs precision, so it is noted.
func (m *machine) mergedContext(fn *function, bind *object, args []setID) *context {
	m.note(fn, fn.Pos, "too many contexts: further calls of it are not told apart")
	c := fn.merged[bind]
	if c == nil {
		c = m.newContext(fn, bind, args)
		if fn.merged == nil {
			fn.merged = make(map[*object]*context)
		}
		fn.merged[bind] = c
		m.start(c)
		return c
	}
	grew := false
	for i, a := range args {
		joined := m.join(c.args[i], a)
		grew = grew || joined != c.args[i]
		c.args[i] = joined
	}
	if grew {
		m.enqueue(c.id)
	}
	return c
}

// normal drops what arguments cannot matter, so that contexts do not differ by it.
func (m *machine) normal(fn *function, args []setID) []setID {
	out := make([]setID, len(fn.Params))
	for i := range out {
		if i < len(args) {
			out[i] = args[i]
		}
		switch fn.Params[i].Class {
		case ir.Other:
			out[i] = unknown
		case ir.Int, ir.Bool:
			if len(m.sets[out[i]]) != 1 {
				out[i] = unknown
			}
		}
		if out[i] == bottom {
			out[i] = unknown
		}
	}
	return out
}

func contextKey(fn *function, bind *object, args []setID) string {
	b := make([]byte, 0, len(fn.Name)+8+4*len(args))
	b = append(b, fn.Name...)
	b = append(b, 0)
	n := objectID(-1)
	if bind != nil {
		n = bind.id
	}
	b = append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	for _, s := range args {
		b = append(b, byte(s), byte(s>>8), byte(s>>16), byte(s>>24))
	}
	return string(b)
}
