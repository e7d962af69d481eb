package interp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// A Config says what to run.
type Config struct {
	Packages []*ir.Package // the root's package and all first-party packages that it imports, directly or not
	Models   *model.Table
	// Root is the path of the package to run. Func is the function to start at, as
	// the manifest writes it ("Run", "(*App).Run"); "" is main.
	Root string
	Func string
	// Dirs are the directories of the packages, by path, as positions show them.
	Dirs map[string]string
	// Args and Env are what the service is started with; empty where not known.
	Args []string
	Env  map[string]string
}

// Run runs a program and returns what it serves and calls.
func Run(cfg Config) (*hop.Program, error) {
	m := newMachine(cfg)
	root, err := m.root()
	if err != nil {
		return nil, err
	}
	m.boot(root)
	m.settle()
	m.serveRest()
	if err := m.models.Err(); err != nil {
		return nil, err
	}
	return m.program(), nil
}

// root finds the function to start at.
func (m *machine) root() (*function, error) {
	name := m.cfg.Func
	if name == "" {
		name = "main"
	}
	full := m.cfg.Root + "." + name
	if recv, method, ok := strings.Cut(name, ")."); ok && strings.HasPrefix(recv, "(") {
		star := strings.TrimPrefix(recv, "(*")
		full = "(*" + m.cfg.Root + "." + star + ")." + method
		if star == recv {
			full = "(" + m.cfg.Root + "." + recv[1:] + ")." + method
		}
	}
	fn := m.funcs[full]
	if fn == nil {
		return nil, fmt.Errorf("%s has no function %s", m.cfg.Root, name)
	}
	return fn, nil
}

// boot makes the context that starts the program: it initialises the packages, then
// runs the root. What a root returns that is a command line program is run too.
func (m *machine) boot(root *function) {
	c := m.newContext(nil, nil, nil)
	c.native = func(f *frame) {
		for _, p := range m.cfg.Packages {
			if p.Path != m.cfg.Root {
				continue
			}
			if fn := m.funcs[p.Init]; fn != nil {
				f.enterAt(fn, nil, callEdge)
			}
		}
		results := f.enterAt(root, f.rootArgs(root), callEdge)
		for _, s := range results {
			m.handedOut[s] = true
		}
		if m.cfg.Func != "" && len(results) > 0 {
			call := &libraryCall{frame: f, in: &ir.Instr{}, args: results}
			for _, x := range call.opened(results[0]) {
				if x.kind == refValue {
					call.runBelow(x, m.words(), make(map[value]bool))
				}
			}
		}
	}
	m.roots = append(m.roots, c.id)
	m.enqueue(c.id)
}

// rootArgs returns what a root is called with. Nobody in sight makes its receiver: what
// the program does not store in it itself is unknown, as all other arguments are.
func (f *frame) rootArgs(root *function) []setID {
	args := make([]setID, len(root.Params))
	for i, p := range root.Params {
		args[i] = unknown
		if i > 0 || !strings.HasPrefix(root.Name, "(") {
			continue
		}
		o, _ := f.heap.at(site{tag: "receiver"})
		o.typ = strings.TrimPrefix(p.Type, "*")
		f.fill(o, 0, unknown)
		switch p.Class {
		case ir.Pointer:
			args[i] = f.ref(o, 0)
		case ir.Struct:
			args[i] = f.one(value{kind: structValue, n: int64(o.id)})
		}
	}
	return args
}

// program collects what the program serves and calls from the contexts that are
// alive: those that the last runs lead to.
func (m *machine) program() *hop.Program {
	p := &hop.Program{Root: m.cfg.Root}
	if m.cfg.Func != "" {
		p.Root += "#" + m.cfg.Func
	}
	w := &walk{machine: m, program: p, regions: make(map[contextID]*region), seen: make(map[string]bool), served: make(map[string]bool)}
	for _, root := range m.roots {
		w.root(root)
	}
	w.responders()
	p.Consumers = m.subscriptions()
	p.Models = m.models.Used()
	for _, pkg := range m.cfg.Packages {
		p.Waivers = append(p.Waivers, Waivers(pkg, m.cfg.Dirs[pkg.Path])...)
	}
	for n := range m.notes {
		p.Notes = append(p.Notes, n)
	}
	slices.SortFunc(p.Notes, func(a, b hop.Note) int {
		return strings.Compare(a.Pos+a.Func+a.Reason, b.Pos+b.Func+b.Reason)
	})
	return p
}

func sortedKeys[K ~int32, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
