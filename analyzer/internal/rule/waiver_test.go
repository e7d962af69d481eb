package rule

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// comment is a waiver in main.go, on a line above the next.
func comment(line int, text string) hop.Waiver {
	return hop.Waiver{Package: "acme/p", Pos: fmt.Sprintf("main.go:%d:1", line), Last: line + 1, Text: text}
}

// held has services share a package with a waiver.
func held(w hop.Waiver) map[string][]hop.Waiver {
	return map[string][]hop.Waiver{"E": {w}, "B": {w}, "A": {w}, "C": {w}}
}

// judgeWith returns what one rule finds, as show writes it.
func judgeWith(t *testing.T, rule, calls string, terms Terms) []string {
	t.Helper()
	var out []string
	for _, f := range Judge(system(t, calls), manifest.Default(), terms) {
		if f.Rule == rule {
			out = append(out, show(f))
		}
	}
	return out
}

func TestWaiversHold(t *testing.T) {
	const calls = "A /x -> B /y: pos=main.go:11:2 range\nA /x -> C /y: pos=main.go:11:2"
	const chain = "A /x -> B /x: pos=main.go:1:2\nB /x -> C /x: pos=main.go:11:2\nC /x -> D /x: pos=main.go:21:2"
	tests := []struct {
		name, rule, calls string
		waiver            hop.Waiver
		want              []string
	}{
		{"line below", "sync-call", calls, comment(10, "//hoplint:allow sync-call -- why"),
			[]string{"allowed warning A /x > B /y", "allowed warning A /x > C /y"}},
		{"own line", "sync-call", calls, comment(11, "//hoplint:allow sync-call -- why"),
			[]string{"allowed warning A /x > B /y", "allowed warning A /x > C /y"}},
		{"another line", "sync-call", calls, comment(12, "//hoplint:allow sync-call -- why"),
			[]string{"warning A /x > B /y", "warning A /x > C /y"}},
		{"target", "sync-call", calls, comment(10, "//hoplint:allow sync-call to=C -- why"),
			[]string{"warning A /x > B /y", "allowed warning A /x > C /y"}},
		{"another rule", "call-in-loop", calls, comment(10, "//hoplint:allow sync-call -- why"), []string{"warning A /x > B /y"}},
		{"several rules", "call-in-loop", calls, comment(10, "//hoplint:allow sync-call,call-in-loop -- why"), []string{"allowed warning A /x > B /y"}},
		{"last day", "sync-call", "A /x -> B /y: pos=main.go:11:2", comment(10, "//hoplint:allow sync-call until=2027-01-01 -- why"),
			[]string{"allowed warning A /x > B /y"}},
		{"over", "sync-call", "A /x -> B /y: pos=main.go:11:2", comment(10, "//hoplint:allow sync-call until=2026-12-31 -- why"),
			[]string{"warning A /x > B /y"}},
		{"no reason", "sync-call", "A /x -> B /y: pos=main.go:11:2", comment(10, "//hoplint:allow sync-call"), []string{"warning A /x > B /y"}},
		{"hop of a chain", "chain-depth", chain, comment(10, "//hoplint:allow chain-depth -- why"), []string{"allowed error A /x = A/x B/x C/x D/x"}},
		{"rest of a chain", "chain-depth", chain, comment(20, "//hoplint:allow chain-depth -- why"), []string{"warning A /x = A/x B/x C/x"}},
		{"cycle", "endpoint-cycle", "A /x -> B /x: pos=main.go:11:2\nB /x -> A /x", comment(10, "//hoplint:allow endpoint-cycle -- why"),
			[]string{"allowed error A /x = A/x B/x A/x"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := judgeWith(t, test.rule, test.calls, Terms{Today: "2027-01-01", Waivers: held(test.waiver)})
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A waiver on the way to a call accepts it for the endpoints that come that way.
func TestWaiverOnPath(t *testing.T) {
	sys := system(t, "A /one -> B /y: pos=client.go:5:2\nA /two -> B /y: pos=client.go:5:2")
	sys.Calls[0].Path = []hop.Frame{{Func: "one", Pos: "main.go:11:2"}, {Func: "do", Pos: "client.go:5:2"}}
	sys.Calls[1].Path = []hop.Frame{{Func: "two", Pos: "main.go:21:2"}, {Func: "do", Pos: "client.go:5:2"}}
	one := comment(10, "//hoplint:allow sync-call -- why")
	both := one
	both.Last = 30
	for _, test := range []struct {
		waiver hop.Waiver
		want   string
	}{{one, "warning A /two > B /y"}, {both, "allowed warning A /one,/two > B /y"}} {
		got := Judge(sys, manifest.Default(), Terms{Waivers: held(test.waiver)})
		if len(got) != 1 || show(got[0]) != test.want {
			t.Errorf("got %v, want %s", got, test.want)
		}
	}
}

func TestWaiverOfUnknownTarget(t *testing.T) {
	sys, m := busyReport(t)
	for line, want := range map[int]hop.Status{69: hop.StatusAllowed, 68: hop.StatusNew} {
		for _, f := range Judge(sys, m, Terms{Waivers: held(comment(line, "//hoplint:allow unknown-target -- why"))}) {
			if f.Rule == unknownTarget.Name && f.Status != want {
				t.Errorf("a waiver on line %d: %s, want %s", line, f.Status, want)
			}
		}
	}
}

// Fan-out is found where an endpoint is registered: a waiver may stand there, or at calls.
func TestWaiverOfFanOut(t *testing.T) {
	const calls = "A /x -> B /x\nA /x -> C /x\nA /x -> D /x\nA /x -> E /x\nA /x -> F /x\nA /x -> F /y"
	sys := system(t, calls)
	sys.Endpoints = []hop.Endpoint{{Service: "A", Name: "/x", Pos: "main.go:101:2"}}
	for _, line := range []int{100, 1, 6} {
		var got []string
		for _, f := range Judge(sys, manifest.Default(), Terms{Waivers: held(comment(line, "//hoplint:allow fan-out -- why"))}) {
			if f.Rule == "fan-out" || f.Rule == unusedWaiverName {
				got = append(got, show(f))
			}
		}
		want := "allowed warning A /x >"
		if line == 6 { // F is called by another line, too
			want = "warning A /x >"
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("waiver above line %d: got %q", line, got)
		}
	}
}

func TestWaiverSaysWhy(t *testing.T) {
	const text = "//hoplint:allow sync-call until=2027-03-31 -- tokens are introspected"
	for today, want := range map[string]string{
		"2027-03-31": "allowed at main.go:1: tokens are introspected (until 2027-03-31)",
		"2027-04-01": "the exception at main.go:1 is over: tokens are introspected (until 2027-03-31); publish",
	} {
		f := Judge(system(t, "A /x -> B /y"), manifest.Default(), Terms{Today: today, Waivers: held(comment(1, text))})[0]
		if !strings.HasPrefix(f.Advice, want) {
			t.Errorf("on %s: %q", today, f.Advice)
		}
		if (f.AllowedIn == hop.InCode) != (f.Status == hop.StatusAllowed) {
			t.Errorf("on %s: %s, allowed in %q", today, f.Status, f.AllowedIn)
		}
	}
	m := read(t, "services:\n  A:\n    allow:\n      - {to: B, reason: agreed}\n  B: {}")
	f := Judge(system(t, "A /x -> B /y"), m, Terms{Waivers: held(comment(1, text))})[0]
	want := "allowed in hoplint.yaml: agreed; at main.go:1: tokens are introspected (until 2027-03-31)"
	if f.Advice != want || f.AllowedIn != hop.InManifest {
		t.Errorf("in both: %q, allowed in %q", f.Advice, f.AllowedIn)
	}
}

func TestReadWaiver(t *testing.T) {
	const rules = "(want sync-call, chain-depth, endpoint-cycle, service-cycle, call-in-loop, fan-out, undeclared-call, unknown-target)"
	tests := []struct{ text, want string }{
		{"//hoplint:allow sync-call -- why", ""},
		{"//hoplint:allow  sync-call,  fan-out to=payment until=2027-03-31 --  why -- and what for", ""},
		{"//hoplint:allow", "16: no reason: end the waiver with -- and why"},
		{"//hoplint:allow sync-call", "26: no reason: end the waiver with -- and why"},
		{"//hoplint:allow sync-call --", "29: no reason: end the waiver with -- and why"},
		{"//hoplint:allow sync-call tokens are introspected", "50: no reason: end the waiver with -- and why"},
		{"//hoplint:allow -- why", "3: no rule " + rules},
		{"//hoplint:allow sync-cal -- why", `17: unknown rule "sync-cal" (did you mean "sync-call"?)`},
		{"//hoplint:allow fan-out,tea -- why", `25: unknown rule "tea" ` + rules},
		{"//hoplint:allow unused-waiver -- why", "17: unused-waiver cannot be waived: turn it off under rules in the manifest"},
		{"//hoplint:alow sync-call -- why", `11: unknown word "alow" (did you mean "allow"?)`},
		{"//hoplint:", `11: unknown word "" (want allow)`},
		{"// hoplint:allow sync-call -- why", "3: no space may stand between // and hoplint:"},
		{"//hoplint:allow sync-call to=paymnt -- why", `30: unknown service "paymnt" (did you mean "payment"?)`},
		{"//hoplint:allow sync-call to= -- why", "30: no value for to"},
		{"//hoplint:allow sync-call unti=2027-03-31 -- why", `27: unknown key "unti" (did you mean "until"?)`},
		{"//hoplint:allow sync-call until=2027-02-30 -- why", `33: bad date "2027-02-30" (want YYYY-MM-DD)`},
		{"//hoplint:allow sync-call until=2027-03-31 until=2027-03-31 -- why", "44: until stands here twice"},
	}
	m := read(t, "services:\n  ordering: {}\n  payment: {}")
	for _, test := range tests {
		findings := Judge(&hop.System{}, m, Terms{Waivers: held(hop.Waiver{Package: "acme/p", Pos: "a.go:7:1", Last: 8, Text: test.text})})
		if len(findings) != 1 {
			t.Fatalf("%s: %v", test.text, findings)
		}
		got := strings.TrimPrefix(findings[0].Pos, "a.go:7:") + ": " + strings.TrimPrefix(findings[0].Message, "this waiver holds for nothing: ")
		want := test.want
		if want == "" {
			want = "1: " + findings[0].Message
		}
		if got != want || (test.want == "") != strings.HasSuffix(findings[0].Message, "holds for no finding: it would hide the next one") {
			t.Errorf("%s\ngot  %s\nwant %s", test.text, got, want)
		}
	}
}

// What is said of waivers themselves.
func TestUnusedWaivers(t *testing.T) {
	part := func(hop.Waiver) Knowledge { return Part }
	elsewhere := func(hop.Waiver) Knowledge { return Elsewhere }
	const calls = "A /x -> B /x\nB /x -> C /x\nD /x -> E /x"
	tests := []struct {
		name   string
		terms  Terms
		waiver hop.Waiver
		want   string
	}{
		{"used", Terms{}, comment(1, "//hoplint:allow sync-call,chain-depth -- why"), ""},
		{"not used by one rule", Terms{}, comment(1, "//hoplint:allow sync-call,fan-out -- why"), "fan-out holds for no finding"},
		{"not used", Terms{}, comment(7, "//hoplint:allow sync-call -- why"), "sync-call holds for no finding"},
		{"of another service", Terms{}, comment(1, "//hoplint:allow sync-call to=E -- why"), "sync-call holds for no finding"},
		{"chain that is none", Terms{}, comment(3, "//hoplint:allow chain-depth -- why"), "chain-depth holds for no finding"},
		{"chain elsewhere", Terms{Alone: true}, comment(3, "//hoplint:allow chain-depth -- why"), ""},
		{"where little is known", Terms{Waiver: part}, comment(7, "//hoplint:allow sync-call -- why"), ""},
		{"over", Terms{Waiver: part}, comment(1, "//hoplint:allow sync-call until=2026-12-31 -- why"), "sync-call has ended on 2026-12-31"},
		{"over elsewhere", Terms{Waiver: elsewhere}, comment(1, "//hoplint:allow sync-call until=2026-12-31 -- why"), ""},
		{"wrong elsewhere", Terms{Waiver: elsewhere}, comment(1, "//hoplint:allow"), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.terms.Today = "2027-01-01"
			test.terms.Waivers = held(test.waiver)
			var got []string
			for _, f := range Judge(system(t, calls), manifest.Default(), test.terms) {
				if f.Rule == unusedWaiverName {
					got = append(got, f.Message)
				}
			}
			if test.want == "" && len(got) > 0 || test.want != "" && (len(got) != 1 || !strings.Contains(got[0], test.want)) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A waiver holds for services that are made of its package, and not for files of the same
// name in other repositories.
func TestWaiverOfOtherCode(t *testing.T) {
	w := comment(1, "//hoplint:allow sync-call -- why")
	for service, want := range map[string]string{"A": "allowed warning A /x > B /y", "B": "warning A /x > B /y"} {
		got := judgeWith(t, "sync-call", "A /x -> B /y", Terms{Waivers: map[string][]hop.Waiver{service: {w}}})
		if !slices.Equal(got, []string{want}) {
			t.Errorf("a waiver of %s: %q", service, got)
		}
	}
}

// A call whose target is not known may be what a waiver was meant for.
func TestWaiverOfLostCall(t *testing.T) {
	for calls, want := range map[string]int{"A /x -> : query": 0, "A /x -> : background": 1} {
		got := judgeWith(t, unusedWaiverName, calls, Terms{Waivers: held(comment(1, "//hoplint:allow sync-call -- why"))})
		if len(got) != want {
			t.Errorf("%s: %q", calls, got)
		}
	}
}

// Waivers of chains that are not shown, since others are longer, are of use.
func TestWaiverOfHiddenChain(t *testing.T) {
	const calls = "A /x -> B /x\nB /x -> C /x\nC /x -> D /x\nA /x -> E /x\nE /x -> F /x\nA /x -> G /x"
	for line, want := range map[int]int{1: 0, 5: 0, 6: 1} {
		w := comment(line, "//hoplint:allow chain-depth -- why")
		w.Last = line
		if got := judgeWith(t, unusedWaiverName, calls, Terms{Waivers: held(w)}); len(got) != want {
			t.Errorf("line %d: %q", line, got)
		}
	}
}

func TestUnusedEntries(t *testing.T) {
	const head = "services:\n  B: {root: ./b}\n  A:\n    allow:\n"
	only := func(names ...string) func(string) Knowledge {
		return func(name string) Knowledge {
			if slices.Contains(names, name) {
				return Everything
			}
			return Part
		}
	}
	tests := []struct {
		name, calls, entry string
		terms              Terms
		want               string
	}{
		{"used", "A /x -> B GET /y", "{to: B, reason: agreed}", Terms{}, ""},
		{"no such call", "A /x -> C GET /y", "{to: B, reason: agreed}", Terms{}, "A for B holds for no call"},
		{"another endpoint", "A /x -> B GET /y", "{to: B, endpoint: GET /z, reason: agreed}", Terms{}, "A for B GET /z holds for no call"},
		{"another endpoint of a service that was not read", "A /x -> B GET /y", "{to: B, endpoint: GET /z, reason: agreed}", Terms{Service: only("A")}, ""},
		{"of a service that was not read", "C /x -> B GET /y", "{to: B, reason: agreed}", Terms{Service: only("B")}, ""},
		{"over", "C /x -> B GET /y", "{to: B, reason: agreed, until: 2026-12-31}", Terms{Service: only("B")}, "A for B has ended on 2026-12-31"},
		{"read elsewhere", "C /x -> B GET /y", "{to: B, reason: agreed, until: 2026-12-31}", Terms{Service: func(string) Knowledge { return Elsewhere }}, ""},
		{"a call is lost", "A /x -> : query", "{to: B, reason: agreed}", Terms{Alone: true}, ""},
		{"nothing is lost", "A /x -> C /x", "{to: B, reason: agreed}", Terms{Alone: true}, "A for B holds for no call"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.terms.Today = "2027-01-01"
			m := read(t, head+"      - "+test.entry)
			var got []string
			for _, f := range Judge(system(t, test.calls), m, test.terms) {
				if f.Rule != unusedWaiverName {
					continue
				}
				got = append(got, f.Message)
				if f.Pos != "hoplint.yaml:7:9" {
					t.Errorf("it stands at %s", f.Pos)
				}
			}
			if test.want == "" && len(got) > 0 || test.want != "" && (len(got) != 1 || !strings.Contains(got[0], test.want)) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A rule that is off needs no waiver, and none is told to be of no use.
func TestWaiverOfRuleThatIsOff(t *testing.T) {
	for rules, want := range map[string]int{"sync-call: off": 0, "unused-waiver: off": 0, "fan-out: off": 1} {
		m := read(t, "rules: {"+rules+"}")
		got := 0
		for _, f := range Judge(&hop.System{}, m, Terms{Waivers: held(comment(1, "//hoplint:allow sync-call -- why"))}) {
			if f.Rule == unusedWaiverName {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: %d findings", rules, got)
		}
	}
}

func FuzzReadWaiver(f *testing.F) {
	f.Add("//hoplint:allow sync-call, fan-out to=payment until=2027-03-31 -- why")
	f.Add("// hoplint:alow sync-cal\tto= --")
	f.Fuzz(func(t *testing.T, text string) {
		w := readWaiver(hop.Waiver{Pos: "a.go:1:1", Last: 2, Text: text}, []string{"payment"})
		switch {
		case w.fault == nil && (w.reason == "" || len(w.rules) == 0 || w.to != "" && w.to != "payment"):
			t.Errorf("%q holds: %+v", text, w)
		case w.fault != nil && (w.fault.at < 0 || w.fault.at > len(text) || w.fault.text == ""):
			t.Errorf("%q: bad fault %+v", text, w.fault)
		}
	})
}
