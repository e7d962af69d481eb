package rule

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// A waiver is a comment in the code that accepts findings of some rules:
//
//	//hoplint:allow <rule>[,<rule>] [to=service] [until=2027-03-31] -- reason
type waiver struct {
	hop.Waiver
	file   string
	first  int
	rules  []string
	to     string // a service; "" for any
	until  string // the last day; "" for none
	reason string
	over   bool
	fault  *fault
	// services are those that are made of the package.
	services map[string]bool
	used     map[string]bool // rules of which it holds for a finding
}

// A fault is why a comment is no waiver.
type fault struct {
	at   int // an index into the comment
	text string
}

// covers reports whether a position lies on the lines that the waiver holds for.
func (w *waiver) covers(pos string) bool {
	file, line, _ := cutPos(pos)
	if file != w.file {
		return false
	}
	n, err := strconv.Atoi(line)
	return err == nil && w.first <= n && n <= w.Last
}

// passes reports whether a call, or a frame of its path, lies on the lines of the waiver.
func (w *waiver) passes(c *hop.Call) bool {
	return w.services[c.From.Service] &&
		(w.covers(c.Pos) || slices.ContainsFunc(c.Path, func(f hop.Frame) bool { return w.covers(f.Pos) }))
}

func (w *waiver) agrees(service string) bool { return w.to == "" || w.to == service }

// waivers are the waivers of the code: those that hold, those whose last day is over, and
// all of them, by position.
type waivers struct{ valid, expired, all []*waiver }

// newWaivers reads what the comments of services say. A service that a waiver names is one
// of the manifest; without these, any may exist.
func newWaivers(comments map[string][]hop.Waiver, today string, m *manifest.Manifest) *waivers {
	var services []string
	for i := range m.Services {
		services = append(services, m.Services[i].Name)
	}
	ws := &waivers{}
	seen := make(map[hop.Waiver]*waiver)
	for _, service := range slices.Sorted(maps.Keys(comments)) {
		for _, c := range comments[service] {
			if seen[c] == nil {
				seen[c] = readWaiver(c, services)
				ws.all = append(ws.all, seen[c])
			}
			seen[c].services[service] = true
		}
	}
	slices.SortStableFunc(ws.all, func(a, b *waiver) int { return comparePos(a.Pos, b.Pos) })
	for _, w := range ws.all {
		w.over = w.until != "" && w.until < today
		switch {
		case w.fault != nil:
		case w.over:
			ws.expired = append(ws.expired, w)
		default:
			ws.valid = append(ws.valid, w)
		}
	}
	return ws
}

// naming returns those of a list that name a rule.
func naming(list []*waiver, rule string) []*waiver {
	var out []*waiver
	for _, w := range list {
		if slices.Contains(w.rules, rule) {
			out = append(out, w)
		}
	}
	return out
}

// holding returns those of a list that hold for a call.
func holding(list []*waiver, c *hop.Call) []*waiver {
	var out []*waiver
	for _, w := range list {
		if w.agrees(c.To.Service) && w.passes(c) {
			out = append(out, w)
		}
	}
	return out
}

const directive = "hoplint:"

// verbs are what may follow the directive.
var verbs = []string{"allow"}

func readWaiver(c hop.Waiver, services []string) *waiver {
	w := &waiver{Waiver: c, services: make(map[string]bool), used: make(map[string]bool)}
	var line string
	w.file, line, _ = cutPos(c.Pos)
	w.first, _ = strconv.Atoi(line)
	r := &waiverReader{waiver: w, services: services}
	r.read()
	return w
}

// A waiverReader reads one comment. It keeps the first thing that is wrong.
type waiverReader struct {
	*waiver
	services []string
}

// A word is a word of a comment.
type word struct {
	at   int
	text string
}

func (r *waiverReader) fail(at int, format string, args ...any) {
	if r.fault == nil {
		r.fault = &fault{at, fmt.Sprintf(format, args...)}
	}
}

func (r *waiverReader) read() {
	start := strings.Index(r.Text, directive)
	if start < 0 {
		r.fail(0, "no waiver: write //hoplint:allow")
		return
	}
	if start != len("//") {
		r.fail(len("//"), "no space may stand between // and %s", directive)
	}
	terms := words(r.Text, start)
	verb := strings.TrimPrefix(terms[0].text, directive)
	if !slices.Contains(verbs, verb) {
		r.fail(terms[0].at+len(directive), "unknown word %q%s", verb, strict.Hint(verb, verbs))
	}
	terms = r.cutReason(terms[1:])
	for _, t := range terms {
		if key, value, ok := strings.Cut(t.text, "="); ok {
			r.setting(t.at, key, value)
		} else {
			r.rule(t)
		}
	}
	r.check()
}

// words cuts a text, from an index on, at spaces.
func words(text string, from int) []word {
	var out []word
	for i := from; i < len(text); {
		n := strings.IndexAny(text[i:], " \t")
		if n < 0 {
			n = len(text) - i
		}
		if n > 0 {
			out = append(out, word{i, text[i : i+n]})
		}
		i += n + 1
	}
	return out
}

// cutReason cuts off what follows the dashes. Words in place of them are no rules.
func (r *waiverReader) cutReason(all []word) []word {
	for i, w := range all {
		if w.text == "--" {
			r.reason = strings.TrimSpace(r.Text[w.at+len(w.text):])
			return all[:i]
		}
	}
	r.noReason()
	return all
}

func (r *waiverReader) noReason() {
	r.fail(len(r.Text), "no reason: end the waiver with -- and why")
}

// rule reads the names of rules, with commas between them.
func (r *waiverReader) rule(t word) {
	at := t.at
	for name := range strings.SplitSeq(t.text, ",") {
		switch {
		case name == "":
		case name == unusedWaiverName:
			r.fail(at, "%s cannot be waived: turn it off under rules in the manifest", name)
		case !slices.Contains(Names(), name):
			r.fail(at, "unknown rule %q%s", name, strict.Hint(name, waivable()))
		case !slices.Contains(r.rules, name):
			r.rules = append(r.rules, name)
		}
		at += len(name) + 1
	}
}

// waivable lists the rules that a waiver may name.
func waivable() []string {
	return slices.DeleteFunc(Names(), func(name string) bool { return name == unusedWaiverName })
}

// keys are the names of what a waiver may set.
var keys = []string{"to", "until"}

func (r *waiverReader) setting(at int, key, value string) {
	valueAt := at + len(key) + 1
	field := &r.to
	switch key {
	case "to":
		if len(r.services) > 0 && value != "" && !slices.Contains(r.services, value) {
			r.fail(valueAt, "unknown service %q%s", value, strict.Hint(value, r.services))
		}
	case "until":
		field = &r.until
		if _, err := time.Parse(time.DateOnly, value); err != nil && value != "" {
			r.fail(valueAt, "bad date %q (want YYYY-MM-DD)", value)
		}
	default:
		r.fail(at, "unknown key %q%s", key, strict.Hint(key, keys))
		return
	}
	switch {
	case value == "":
		r.fail(valueAt, "no value for %s", key)
	case *field != "":
		r.fail(at, "%s stands here twice", key)
	}
	*field = value
}

// check tells what is missing.
func (r *waiverReader) check() {
	switch {
	case r.reason == "":
		r.noReason()
	case len(r.rules) == 0:
		r.fail(strings.Index(r.Text, directive), "no rule%s", " (want "+strings.Join(waivable(), ", ")+")")
	}
}
