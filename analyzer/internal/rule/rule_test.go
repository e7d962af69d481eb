package rule

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// system makes a system of lines such as
//
//	A /x -> B /y: query range
//
// The first letter of a service's name tells its role: g is a gateway, c a client, w
// a worker, t a tool, i infrastructure, e external; all others are services. A
// service "B?" is not known. Words after the colon change the call; pos=… is where it
// stands, otherwise each line has a place of its own.
func system(t testing.TB, text string) *hop.System {
	t.Helper()
	sys := &hop.System{}
	names := map[string]bool{}
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		head, words, _ := strings.Cut(line, ": ")
		from, to, ok := strings.Cut(head, " -> ")
		if !ok {
			t.Fatalf("bad line %q", line)
		}
		c := hop.Call{
			Kind: hop.Sync, Context: hop.Request, Awaited: hop.Direct, Verb: hop.Command, Evidence: hop.ByEnv,
			Pos: fmt.Sprintf("main.go:%d:2", i+1),
		}
		c.From.Service, c.From.Endpoint, _ = strings.Cut(from, " ")
		c.To.Service, c.To.Endpoint, _ = strings.Cut(to, " ")
		for word := range strings.FieldsSeq(words) {
			change(t, &c, word)
		}
		if c.Path == nil {
			c.Path = []hop.Frame{{Func: "main.handle", Pos: c.Pos}}
		}
		names[c.From.Service], names[c.To.Service] = true, c.To.Service != ""
		sys.Calls = append(sys.Calls, c)
	}
	for name := range names {
		if name != "" {
			sys.Services = append(sys.Services, hop.Service{Name: name, Role: roleOf(name)})
		}
	}
	slices.SortFunc(sys.Services, func(a, b hop.Service) int { return cmp.Compare(a.Name, b.Name) })
	return sys
}

func roleOf(name string) hop.Role {
	roles := map[byte]hop.Role{
		'g': hop.RoleGateway, 'c': hop.RoleClient, 'w': hop.RoleWorker, 't': hop.RoleTool,
		'i': hop.RoleInfrastructure, 'e': hop.RoleExternal,
	}
	return cmp.Or(roles[name[0]], hop.RoleService)
}

func change(t testing.TB, c *hop.Call, word string) {
	key, value, _ := strings.Cut(word, "=")
	switch key {
	case "async":
		c.Kind = hop.Async
	case "poll":
		c.Kind = hop.Poll
	case "startup", "background", "consumer", "health":
		c.Context = hop.Context(key)
	case "joined", "detached":
		c.Awaited = hop.Awaited(key)
	case "range", "for", "retry", "pages":
		c.Loop = hop.Loop(key)
	case "query":
		c.Verb = hop.Query
	case "declared":
		c.Evidence = hop.ByDeclared
	case "pos":
		c.Pos = value
	case "address":
		c.To.Address = value
	case "frames":
		for i := range len(value) {
			c.Path = append(c.Path, hop.Frame{Func: string(value[i]), Pos: c.Pos})
		}
	default:
		t.Fatalf("unknown word %q", word)
	}
}

// read makes a manifest of what follows its version.
func read(t testing.TB, text string) *manifest.Manifest {
	t.Helper()
	m, err := manifest.Read("hoplint.yaml", []byte("version: 1\nfragments: [all.json]\n"+text))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// show writes a finding as the tests expect it: severity, endpoints, target and, of
// findings with a chain, the chain.
func show(f hop.Finding) string {
	s := fmt.Sprintf("%s %s %s", f.Severity, f.Service, strings.Join(f.Endpoints, ","))
	if f.Status == hop.StatusAllowed {
		s = "allowed " + s
	}
	if len(f.Chain) == 0 {
		return strings.TrimSpace(s + " > " + f.To.Service + " " + f.To.Endpoint)
	}
	for i, h := range f.Chain {
		sep := " "
		if i == 0 {
			sep = " = "
		}
		s += sep + strings.TrimSpace(h.Service+h.Endpoint)
	}
	return s
}

// judge returns what one rule finds.
func judge(t testing.TB, rule, calls, manifest string) []hop.Finding {
	t.Helper()
	var found []hop.Finding
	for _, f := range Judge(system(t, calls), read(t, manifest), Terms{Today: "2027-01-01"}) {
		if f.Rule == rule {
			found = append(found, f)
		}
	}
	return found
}

type ruleTest struct {
	name     string
	calls    string
	manifest string
	want     []string
}

func testRule(t *testing.T, rule string, tests []ruleTest) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range judge(t, rule, test.calls, test.manifest) {
				got = append(got, show(f))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

// silent is what only looks like a hop, or like more than one.
const silent = `
	g /x -> A /x
	g2 /x -> g /x
	c /x -> A /x
	t /x -> A /x
	A /x -> B /y: detached range
	A /x -> B /y: poll range
	A /x -> B /y: async range
	A -> B /y: startup range
	A -> B /y: background range
	A topic -> B /y: consumer range
	A /health -> B /health: health range
	A /x -> i GET: range
	A /x -> e GET: range
	A /x -> t /x
	A /x -> c /x
	A /x -> A /y
	A /x -> : range`

func TestSilence(t *testing.T) {
	for _, f := range Judge(system(t, silent), manifest.Default(), Terms{}) {
		t.Errorf("%s: %s", f.Rule, show(f))
	}
}

func TestUnknownRolesAreNotJudged(t *testing.T) {
	sys := system(t, "A /x -> B /y: range")
	sys.Services = nil
	if got := Judge(sys, manifest.Default(), Terms{}); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}

func TestSeverity(t *testing.T) {
	const calls = `
		A /x -> B /x
		B /x -> C /x
		C /x -> D /x`
	tests := []struct {
		rules string
		want  hop.Severity
	}{
		{"", hop.Error},
		{"chain-depth: {max: 2}", hop.Warning},
		{"chain-depth: info", hop.Info},
		{"chain-depth: {severity: warning, max: 0}", hop.Warning},
		{"chain-depth: {max: 3}", ""},
		{"chain-depth: off", ""},
	}
	for _, test := range tests {
		m := ""
		if test.rules != "" {
			m = "rules:\n  " + test.rules
		}
		var got hop.Severity
		for _, f := range judge(t, "chain-depth", calls, m) {
			got = f.Severity
		}
		if got != test.want {
			t.Errorf("%q: severity %q, want %q", test.rules, got, test.want)
		}
	}
}

// busy is a system in which every rule finds something.
const busy = `
	g /home -> A /a
	A /a -> B /b: query range
	A /c -> B /b: query range pos=main.go:3:2 frames=xyz
	A /a -> C /c: pos=main.go:9:9
	A /a -> D /d
	A /a -> E /e
	A /a -> F /f
	B /b -> C /c: pages
	C /c -> B /b: joined
	C /d -> A /z
	F /f -> g /home
	A /a -> : pos=main.go:70:1`

const busyManifest = `
services:
  A:
    calls:
      - {to: B}
    allow:
      - {to: A, reason: agreed}`

func busyReport(t testing.TB) (*hop.System, *manifest.Manifest) {
	sys := system(t, busy)
	sys.Unresolved = []hop.Unresolved{{
		From: hop.From{Service: "A", Endpoint: "/a"}, Pos: "main.go:70:1",
		Expression: "http://{request}/x", Reason: "from request data", Hint: "services.<name>.address.hosts: [x]",
	}}
	return sys, read(t, busyManifest)
}

func TestEachRuleFinds(t *testing.T) {
	sys, m := busyReport(t)
	found := map[string]bool{}
	prints := map[string]string{}
	for _, f := range Judge(sys, m, Terms{}) {
		found[f.Rule] = true
		checkFinding(t, f)
		for _, p := range f.Fingerprints {
			if other := prints[p]; other != "" && other != f.Rule {
				t.Errorf("%s and %s share the fingerprint %s", other, f.Rule, p)
			}
			prints[p] = f.Rule
		}
	}
	for _, name := range Names() {
		if !found[name] {
			t.Errorf("%s found nothing", name)
		}
	}
}

// checkFinding checks what holds for the findings of all rules.
func checkFinding(t *testing.T, f hop.Finding) {
	t.Helper()
	if strings.ContainsAny(f.Message, "\n%!") && !strings.Contains(f.Message, "99.9 %") || strings.HasSuffix(f.Message, ".") || f.Message == "" {
		t.Errorf("%s: bad message %q", f.Rule, f.Message)
	}
	if !strings.Contains(f.Message, f.Service) {
		t.Errorf("%s: message %q does not name %s", f.Rule, f.Message, f.Service)
	}
	if f.Advice == "" || f.Pos == "" || f.Status != hop.StatusNew || f.Severity == "" {
		t.Errorf("%s: incomplete: %+v", f.Rule, f)
	}
	if len(f.Fingerprints) == 0 || slices.Contains(f.Fingerprints, "") {
		t.Errorf("%s: fingerprints %q", f.Rule, f.Fingerprints)
	}
	if f.Endpoints == nil || f.Path == nil || f.Chain == nil {
		t.Errorf("%s: a list is nil: %+v", f.Rule, f)
	}
}

// The order of what is judged must not show in what is found.
func TestDeterminism(t *testing.T) {
	sys, m := busyReport(t)
	want := encode(t, Judge(sys, m, Terms{}))
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		shuffled := *sys
		shuffled.Calls = slices.Clone(sys.Calls)
		shuffled.Services = slices.Clone(sys.Services)
		random.Shuffle(len(shuffled.Calls), func(i, j int) {
			shuffled.Calls[i], shuffled.Calls[j] = shuffled.Calls[j], shuffled.Calls[i]
		})
		random.Shuffle(len(shuffled.Services), func(i, j int) {
			shuffled.Services[i], shuffled.Services[j] = shuffled.Services[j], shuffled.Services[i]
		})
		if got := encode(t, Judge(&shuffled, m, Terms{})); got != want {
			t.Fatalf("got:\n%s\nwant:\n%s", got, want)
		}
	}
}

func encode(t *testing.T, findings []hop.Finding) string {
	t.Helper()
	b, err := json.MarshalIndent(findings, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Lines move with every edit; a baseline must not.
func TestFingerprintsWithoutLines(t *testing.T) {
	sys, m := busyReport(t)
	prints := func() (all []string) {
		for _, f := range Judge(sys, m, Terms{}) {
			all = append(all, f.Fingerprints...)
		}
		slices.Sort(all)
		return all
	}
	before := prints()
	for i := range sys.Calls {
		c := &sys.Calls[i]
		c.Pos = "moved/" + c.Pos
		c.Path = []hop.Frame{{Func: "other", Pos: c.Pos}}
	}
	sys.Unresolved[0].Pos = "moved/" + sys.Unresolved[0].Pos
	if after := prints(); !slices.Equal(before, after) {
		t.Errorf("fingerprints changed:\n%v\n%v", before, after)
	}
}
