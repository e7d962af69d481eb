package rule

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// abroad puts services in another repository.
func abroad(sys *hop.System, names ...string) *hop.System {
	for i := range sys.Services {
		if slices.Contains(names, sys.Services[i].Name) {
			sys.Services[i].Repository = "other"
		}
	}
	for i := range sys.Calls {
		if c := &sys.Calls[i]; slices.Contains(names, c.From.Service) {
			c.Pos = hop.Elsewhere("other", c.Pos)
			c.Path = []hop.Frame{{Func: "main.handle", Pos: c.Pos}}
		}
	}
	return sys
}

// judged lists the findings of a rule and where they stand.
func judged(t *testing.T, rule string, sys *hop.System, manifest string) []string {
	t.Helper()
	var out []string
	for _, f := range Judge(sys, read(t, manifest), Terms{}) {
		if f.Rule == rule {
			out = append(out, show(f)+" @ "+f.Pos)
		}
	}
	return out
}

func TestElsewhere(t *testing.T) {
	for _, test := range []struct {
		name, rule, system string
		abroad             string
		manifest           string
		want               []string
	}{
		{"a hop made elsewhere is not told", "sync-call", "A /a -> B /b\nB /b -> C /c", "B C", "", []string{"warning A /a > B /b @ main.go:1:2"}},
		{"nor is one to here", "sync-call", "B /b -> A /a", "B", "", nil},
		{"a chain from here on", "chain-depth", "A /a -> B /b\nB /b -> C /c", "B C", "", []string{"warning A /a = A/a B/b C/c @ main.go:1:2"}},
		{"a chain through here stands here", "chain-depth", "B /b -> A /a\nA /a -> C /c", "B C", "", []string{"warning B /b = B/b A/a C/c @ main.go:2:2"}},
		{"a chain that only ends here", "chain-depth", "B /b -> C /c\nC /c -> A /a", "B C", "", nil},
		{"a chain elsewhere", "chain-depth", "B /b -> C /c\nC /c -> D /d\nA /a -> E /e", "B C D E", "", nil},
		{"a longer chain elsewhere hides none through here", "chain-depth",
			"B /b -> A /a\nA /a -> C /c\nB /b -> D /d\nD /d -> E /e\nE /e -> F /f", "B C D E F", "",
			[]string{"warning B /b = B/b A/a C/c @ main.go:2:2"}},
		{"nor does one on which another way from here goes on", "chain-depth",
			"D /d -> B /b\nB /b -> A /a\nA /a -> C /c\nA /x -> B /b\nB /b -> X /x\nX /x -> Y /y\nY /y -> Z /z", "B C D X Y Z", "",
			[]string{"error A /x = A/x B/b X/x Y/y Z/z @ main.go:4:2", "error D /d = D/d B/b A/a C/c @ main.go:3:2"}},
		{"what the own gateway takes first is no part", "chain-depth", "gA /a -> B /b\nB /b -> C /c\nC /c -> D /d", "B C D", "", nil},
		{"a cycle is no chain", "chain-depth", "A /a -> B /b\nB /b -> A /a", "B", "", nil},
		{"a chain into a cycle", "chain-depth", "D /d -> A /a\nA /a -> B /b\nB /b -> A /a", "B D", "", []string{"warning D /d = D/d A/a B/b @ main.go:2:2"}},
		{"a chain through a cycle", "chain-depth", "D /d -> A /a\nA /a -> B /b\nB /b -> A /a\nB /b -> C /c", "B C D", "",
			[]string{"error D /d = D/d A/a B/b C/c @ main.go:2:2"}},
		{"a budget elsewhere, of a chain that does not come here", "chain-depth", "A /a -> B /b\nB /b -> C /c", "B C",
			"rules: {chain-depth: {max: 9}}\nservices: {B: {budget: {hops: 0}}}", nil},
		{"a budget elsewhere, of a chain through here", "chain-depth", "B /b -> A /a\nA /a -> C /c", "B C",
			"rules: {chain-depth: {max: 9}}\nservices: {B: {budget: {hops: 1}}}", []string{"warning B /b = B/b A/a C/c @ main.go:2:2"}},
		{"a cycle elsewhere", "endpoint-cycle", "B /b -> C /c\nC /c -> B /b\nA /a -> B /b", "B C", "", nil},
		{"a cycle through here behind a shorter one", "endpoint-cycle", "B /b -> C /c\nC /c -> B /b\nC /c -> A /a\nA /a -> B /b", "B C", "",
			[]string{"error A /a = A/a B/b C/c A/a @ main.go:4:2"}},
		{"a circle of services elsewhere", "service-cycle", "B /b -> C /c\nC /x -> B /y", "B C", "", nil},
		{"a circle of services through here", "service-cycle", "B /b -> A /a\nA /x -> B /y", "B", "", []string{"warning A /x = A/x B/b A/a @ main.go:2:2"}},
		{"an unlisted call elsewhere", "undeclared-call", "B /b -> C /c", "B", "services: {B: {calls: [{to: D}]}, C: {}, D: {}}", nil},
		{"a loop elsewhere", "call-in-loop", "B /b -> A /a: range", "B", "", nil},
		{"many services elsewhere", "fan-out", "B /b -> C /c\nB /b -> D /d", "B C D", "rules: {fan-out: {max: 1}}", nil},
		{"a budget that is spent here, too", "fan-out", "B /b -> A /a\nA /a -> C /c", "B C", "services: {B: {budget: {services: 1}}}", []string{"warning B /b > @ main.go:2:2"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			sys := abroad(system(t, test.system), strings.Fields(test.abroad)...)
			got := judged(t, test.rule, sys, test.manifest)
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

// TestElsewhereUnion checks that nothing falls between the repositories: what is found in
// a system that is checked as a whole is what the runs of all its repositories find.
func TestElsewhereUnion(t *testing.T) {
	for seed := range uint64(300) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		names := strings.Split("A B C D E F", " ")
		cyclic := seed%2 == 0
		var lines []string
		for range 4 + rnd.IntN(14) {
			from, to := rnd.IntN(len(names)), rnd.IntN(len(names))
			if from == to || !cyclic && from > to {
				continue
			}
			lines = append(lines, fmt.Sprintf("%s /%d -> %s /%d", names[from], rnd.IntN(2), names[to], rnd.IntN(2)))
		}
		if len(lines) == 0 {
			continue
		}
		text := strings.Join(lines, "\n")
		want := fingerprints(t, system(t, text), cyclic)
		got := map[string]bool{}
		for _, here := range names {
			others := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == here })
			for f := range fingerprints(t, abroad(system(t, text), others...), cyclic) {
				got[f] = true
			}
		}
		for f := range want {
			if !got[f] {
				t.Errorf("seed %d: no repository finds %s in\n%s", seed, f, text)
			}
		}
		for f := range got {
			if !want[f] {
				t.Errorf("seed %d: a repository finds %s in\n%s", seed, f, text)
			}
		}
	}
}

// fingerprints returns those of all findings. How long a chain through a cycle is depends
// on where the search for it begins.
func fingerprints(t *testing.T, sys *hop.System, cyclic bool) map[string]bool {
	out := map[string]bool{}
	for _, f := range Judge(sys, read(t, "rules: {fan-out: {max: 1}}"), Terms{}) {
		if f.Rule == "chain-depth" && cyclic {
			continue
		}
		for _, print := range f.Fingerprints {
			out[f.Rule+" "+print] = true
		}
	}
	return out
}
