package rule

import (
	_ "embed"
	"fmt"

	"github.com/hoplint/hoplint/analyzer/hop"
)

//go:embed doc/call-in-loop.md
var callInLoopDoc string

var callInLoop = Rule{Name: "call-in-loop", Severity: hop.Warning, Doc: callInLoopDoc, check: checkCallsInLoops}

// loopTexts say what a loop repeats a call for, and what comes of it. Attempts of one
// call are one call: retry is not among them.
var loopTexts = map[hop.Loop]struct{ turn, effect string }{
	hop.LoopRange: {"once per element of a loop", "one request makes n calls"},
	hop.LoopFor:   {"once per turn of a loop", "one request makes n calls"},
	hop.LoopPages: {"once per page", "one request makes as many calls as there are pages"},
}

// checkCallsInLoops judges gateways too: that they may call services is no reason to
// make their clients wait for a hundred calls.
func checkCallsInLoops(v *view) []*verdict {
	sites := v.sites(func(c *hop.Call) bool { return loopTexts[c.Loop].turn != "" && c.From.Service != c.To.Service })
	out := make([]*verdict, 0, len(sites))
	for _, s := range sites {
		w := s.witness
		text := loopTexts[w.Loop]
		message := fmt.Sprintf("%s calls %s %s: %s", s.subject(), targetName(w.To.Service, w.To.Endpoint), text.turn, text.effect)
		found := v.verdict(s, message, v.loopAdvice(w))
		if w.Loop == hop.LoopPages {
			found.Severity = hop.Info
		}
		out = append(out, found)
	}
	return out
}

// loopAdvice says how to come down to one call, and for a hop how to do without.
func (v *view) loopAdvice(c *hop.Call) string {
	s := fmt.Sprintf("let %s answer for all elements in one coarser call", c.To.Service)
	switch {
	case c.Loop == hop.LoopPages:
		s = fmt.Sprintf("let %s answer with the sum or selection that the request needs", c.To.Service)
	case c.Verb != hop.Query:
		s = fmt.Sprintf("hand all elements to %s in one coarser call", c.To.Service)
	}
	if v.isHop(c) {
		s += ", or " + v.advice(c)
	}
	return s
}
