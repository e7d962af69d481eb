package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A job is what a worker takes from a channel: one value that was sent there. A worker
// runs once more for every job that carries what its sender may wait on, so that what
// belongs together in one job stays together, and the sender's activity can tell
// whether it waits for it.
type job struct {
	worker  contextID
	channel valueID
	what    value
	// takes are the instructions that take the job.
	takes []int32
}

// maxJobs bounds the jobs that a worker runs for: those who hand one another jobs would
// never come to an end.
const maxJobs = 256

// maxWorkers bounds the workers of one channel: each has all who send there run again.
const maxWorkers = 32

// A workshop knows who sends and who receives on each channel.
type workshop struct {
	workers map[valueID][]contextID
	senders map[valueID][]contextID
	// drained are the channels of which something is taken that is of no use but to be taken.
	drained map[valueID]bool
	filled  map[valueID]bool // the channels that something is put into
	// awaited are the objects that somebody waits on; carriers are those who have sent
	// what leads to an object.
	awaited  map[objectID]bool
	carriers map[objectID][]contextID
	jobs     map[jobKey]*context
	worked   map[contextID]int  // jobs by worker
	alive    map[contextID]bool // made once all runs are over
}

// A jobKey is a worker with a job.
type jobKey struct {
	worker  contextID
	channel valueID
	what    value
}

func newWorkshop() workshop {
	return workshop{
		workers:  make(map[valueID][]contextID),
		senders:  make(map[valueID][]contextID),
		drained:  make(map[valueID]bool),
		filled:   make(map[valueID]bool),
		awaited:  make(map[objectID]bool),
		carriers: make(map[objectID][]contextID),
		jobs:     make(map[jobKey]*context),
		worked:   make(map[contextID]int),
	}
}

// await notes that somebody waits on an object. Jobs that carry it are worth a run.
func (m *machine) await(o objectID) {
	if !m.awaited[o] {
		m.awaited[o] = true
		m.enqueueAll(m.carriers[o])
	}
}

func (m *machine) enqueueAll(ids []contextID) {
	for _, id := range ids {
		m.enqueue(id)
	}
}

// takes returns the job that the context takes from a channel, if it runs for one.
func (f *frame) takes(channel valueID) (setID, bool) {
	j := f.c.job
	if j == nil {
		if ws := f.workers[channel]; len(ws) < maxWorkers && !slices.Contains(ws, f.c.id) {
			f.workers[channel] = append(ws, f.c.id)
			f.enqueueAll(f.senders[channel])
		}
		return bottom, false
	}
	if j.channel != channel {
		return bottom, false
	}
	if !slices.Contains(j.takes, f.at) {
		j.takes = append(j.takes, f.at)
	}
	return f.one(j.what), true
}

// giveJobs has the workers of a channel run for the jobs that are sent there.
func (f *frame) giveJobs(channel valueID, s setID) {
	if f.fn == nil {
		return
	}
	for _, x := range f.members(s) {
		carried := f.carries(x, channel)
		if len(carried) == 0 {
			continue
		}
		if !slices.Contains(f.senders[channel], f.c.id) {
			f.senders[channel] = append(f.senders[channel], f.c.id)
		}
		if len(f.workers[channel]) == maxWorkers {
			f.note(f.fn, f.fn.instr(f.at).Pos, "too many workers receive what is sent: it may not be known what they do with it")
		}
		for _, w := range f.workers[channel] {
			if w == f.c.id {
				continue
			}
			if c := f.work(jobKey{w, channel, x}); c != nil {
				f.c.edges = append(f.c.edges, edge{instr: f.at, kind: goEdge, callee: c.id, worker: f.contexts[w], carried: carried})
			}
		}
	}
}

// carries returns the objects that a value leads to and that somebody waits on, but for
// the channel that it is sent on. What lies in a channel is not carried by who has it.
func (f *frame) carries(x value, channel valueID) []objectID {
	var out []objectID
	q := &reachable{frame: f, seen: make(map[value]bool)}
	q.add(f.one(x))
	for i := 0; i < len(q.queue); i++ {
		y := q.queue[i]
		f.watchedAt(f.object(y.n), y.path, f.c.id).watch(f.c.id)
		if ids := f.carriers[objectID(y.n)]; !slices.Contains(ids, f.c.id) {
			f.carriers[objectID(y.n)] = append(ids, f.c.id)
		}
		if !f.awaited[objectID(y.n)] {
			q.addBelow(y)
			continue
		}
		if f.all[channel].n != y.n {
			out = append(out, objectID(y.n))
		}
		for _, step := range f.object(y.n).root.order {
			if step != anyElement {
				q.addPlace(f.object(y.n).root.children[step])
			}
		}
	}
	return out
}

// work returns the context of a worker that runs for one job, after its first run; nil
// if there are too many.
func (m *machine) work(k jobKey) *context {
	if c := m.jobs[k]; c != nil {
		return c
	}
	if c := m.sameWorker(k); c != nil {
		return c
	}
	w := m.contexts[k.worker]
	if m.worked[k.worker]++; m.worked[k.worker] > maxJobs {
		m.note(w.fn, ir.NoPos, "too many jobs: further ones are not told apart")
		return nil
	}
	c := m.newContext(w.fn, w.bind, w.args)
	c.job = &job{worker: k.worker, channel: k.channel, what: k.what}
	m.jobs[k] = c
	m.start(c)
	return c
}

// sameWorker returns the context of the worker among those that a job stems from: who
// does a job by handing on another one to itself does nothing new.
func (m *machine) sameWorker(k jobKey) *context {
	for x := k.what; ; {
		for x.kind == ifaceValue {
			x = m.all[x.n]
		}
		if x.kind != refValue && x.kind != structValue {
			return nil
		}
		from := m.object(x.n).site
		if from.fn == nil || m.contexts[from.ctx].job == nil {
			return nil
		}
		c := m.contexts[from.ctx]
		if c.job.worker == k.worker {
			return c
		}
		x = c.job.what
	}
}

// takesWithin reports whether the context takes its job within a loop: a turn a job.
func (c *context) takesWithin(loop int32) bool {
	return c.job != nil && slices.ContainsFunc(c.job.takes, func(i int32) bool {
		return c.fn.inLoop(c.fn.where[i].block, loop)
	})
}

// runs reports whether the last runs lead to a context.
func (m *machine) runs(id contextID) bool {
	if m.alive == nil {
		m.alive = make(map[contextID]bool)
		queue := slices.Clone(m.roots)
		for len(queue) > 0 {
			id := queue[0]
			queue = queue[1:]
			if id == noContext || m.alive[id] {
				continue
			}
			m.alive[id] = true
			for i := range m.contexts[id].edges {
				queue = append(queue, m.contexts[id].edges[i].callee)
			}
		}
	}
	return m.alive[id]
}
