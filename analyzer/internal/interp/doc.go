// Package interp runs a program in the abstract, from its root, over the ir of its
// packages. What the program registers become endpoints, whose handlers run next;
// what it sends become calls.
//
// # Values
//
// An abstract value is a small set of alternatives: strings with holes (templates),
// functions, closures, addresses of places in objects, interfaces with the type that
// they hold, nil, bools and ints. Two unknowns are told apart from the others: data of
// another program, inbound requests or answers to outbound ones, and configuration,
// which keeps the keys that lead to it. A set
// that grows beyond its bound is widened: the unknown swallows what would be added
// later. The sets, templates and paths of one program are interned, so that equal
// ones are one number.
//
// # Contexts
//
// A function is analysed once for every tuple of argument values, and its results
// are kept: a helper that is called with two URLs has two contexts, a constructor
// called for two services makes two clients. Contexts are value contexts in the
// sense of Sharir and Pnueli, "Two Approaches to Interprocedural Data Flow Analysis"
// (1981), and Padhye and Khedker, "Interprocedural Data Flow Analysis in Soot using
// Value Contexts" (2013). There is no call-string length to choose. Arguments that
// cannot matter do not count. A function with too many contexts gets one more for all
// the rest, which is noted.
//
// A context that is entered while it runs gives its results so far; whoever called it
// runs again when they grow. New contexts run at once, depth first; those that must
// run again wait in a queue, until nothing changes any more: the least fixpoint of
// abstract interpretation, Cousot and Cousot, "Abstract Interpretation: A Unified
// Lattice Model for Static Analysis of Programs" (1977).
//
// # Heap
//
// An object stands for everything that one instruction makes in one context: allocation
// sites with heap contexts, as in Smaragdakis and Balatsouras, "Pointer Analysis"
// (2015). Its fields, constant indexes and constant keys are places of their own.
// Places only grow, whatever the order in which the program runs, and have those who
// read them run again. A struct that is stored stands for itself: who reads a field of
// the copy reads the original's; URLs and cloned requests are copied, since programs
// change them to point elsewhere. What a function puts right in an object before it gives
// it back is not read as it was. What nobody wrote to holds its zero value. Where a
// few objects of the same site that hold each other are among what the arguments reach,
// and they differ by nothing else, one is taken instead of a new one, so that h =
// wrap(h) and linked structures come to an end.
//
// Within a function, values follow go/ssa: branches that constants refute are not
// taken, and what a branch has found out of a register (s == "", p != nil) holds
// where it dominates. A loop over elements that are known is evaluated turn by turn, each
// on its own.
//
// # Libraries
//
// A function without a body does what its model says. Without a model its result is
// unknown, or one of the interfaces and functions among its arguments that it could
// return, as wrappers do; functions among the other arguments are called there and
// then; variables whose address it gets may hold anything afterwards.
//
// # Activities
//
// The contexts and calls of the last runs form the program's call graph. Handing a
// request to a handler is an edge that carries what it is handed to: a route, a
// prefix that is cut off, an RPC. An endpoint is a way over such edges from where the
// program serves to a handler that hands the request to no other; those on the way
// are its middleware, and their calls are its own. The region that one activity
// reaches without such edges is walked breadth first, so that the paths that are
// reported are shortest. A goroutine belongs to the activity, as joined, if it
// signals a channel or group that the activity waits on; the objects are compared,
// not their names. Else it is detached. What follows from a message of a broker is a
// consumer's: what a handler does that a library calls, and what stands in the loop, or
// after the instruction, that took the message from the library, from a function that
// returns it or from a channel on which a consumer passed it on. Loops around that do
// not multiply it.
//
// A worker that takes values from a channel runs once more for each value that carries
// something that somebody waits on: a job. So what belongs together in a job stays
// together, and the job belongs to the activity that sent it, if that waits for what it
// carries. A subscription whose messages the program answers is an endpoint: what follows
// from a message is done for a request, not by a consumer. A message is a call that its
// sender waits for, if it names a queue of whose messages the sender waits for one, by
// whatever hands they come.
//
// How often a call is made is told by the loops on the way to it. A loop that turns for
// parts that the program wires one by one (the elements of a slice, a linked list, the
// registrants of a topic) multiplies nothing; one over parts that were themselves made or
// appended in a loop does, unless that loop lies around both. What fills a place when it
// is empty, such as a token that is kept, is done once, in whatever loop. Contexts that call one
// another in a circle are a loop if data decides how often: not where the circle is there
// only because objects of one site are not told apart, and not where nothing but the
// program's own state can end it. Where it goes round only after a failure it is a retry.
//
// # Sound or not
//
// The analysis is made to find what reviewers would find, with few false findings; it
// is not sound. It misses what reflection (which is noted), unsafe, cgo and unmodelled
// registries of libraries call. It assumes that the order of writes does not matter,
// that a place which was written before the program serves is not read before, as one
// that is written later may be: it then holds its zero value. It assumes that a
// function which is sent on a channel is called on behalf of the sender, and that a
// goroutine is waited for wherever its activity waits on what it signals. Where it
// gives up (contexts, strings, visits) a note says so: one that is incomplete where
// calls may be lost without a trace, as where a function has not settled or a set of
// more than strings grew too large; other notes are of things that are told less apart.
package interp
