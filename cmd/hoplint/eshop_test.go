package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/report"
)

const eshop = "../../testdata/system/eshop"

// An answerKey says what a system does and what is to be found in it. Positions have
// no column.
type answerKey struct {
	System      string
	ModuleDir   string `yaml:"module_dir"`
	Conventions []string
	Services    []struct {
		Name, Main string
		Go         bool
	}
	Inbound      []inboundAnswer
	InboundInfra []inboundAnswer `yaml:"inbound_infra"`
	Consumers    []struct{ Service, Protocol, Topic, Queue, Func, Pos string }
	SyncCalls    []callAnswer `yaml:"sync_calls"`
	Health       []callAnswer
	Async        []callAnswer
	Polls        []callAnswer
	Unresolved   []struct {
		From        answerEnd
		Pos, Reason string
	}
	NotChain     []struct{ Pos, What, Why string } `yaml:"not_chain"`
	ServiceEdges [][2]string                       `yaml:"service_edges"`
	IgnoreEdges  [][2]string                       `yaml:"ignore_edges"`
	LongestChain []string                          `yaml:"longest_chain"`
	Cycles       [][]string
	Findings     []findingAnswer
}

type inboundAnswer struct {
	Service, Protocol, Endpoint, Func, Pos, Registered string
	Library                                            bool
}

type callAnswer struct {
	From, To struct{ Service, Protocol, Endpoint string }
	// Call is the line nearest the wire, Site the one that still tells the target apart.
	Call, Site        string
	Via               []string
	InLoop            bool `yaml:"in_loop"`
	Awaited, Evidence string
	Context           hop.Context
	Optional          bool   // any endpoint of the target will do
	ConsumerPos       string `yaml:"consumer_pos"`
	Every             string
}

type findingAnswer struct {
	Rule, Severity, Service string
	Endpoints               []string
	To                      answerEnd
	Pos                     string
	Message                 []string // words of it
	Chain                   []answerEnd
}

type answerEnd struct{ Service, Endpoint string }

// TestEshop checks the variants of the example system against their answer keys: all
// that a key says is in the report, and nothing else.
func TestEshop(t *testing.T) {
	cache := t.TempDir()
	exitCodes := map[string]int{"chain": exitFindings, "events": exitClean, "polling": exitClean, "polling-trap": exitFindings}
	for _, variant := range slices.Sorted(maps.Keys(exitCodes)) {
		t.Run(variant, func(t *testing.T) {
			dir := filepath.Join(eshop, variant)
			key := readAnswers(t, filepath.Join(dir, "answers.yaml"))
			r, err := analyzer.Check(context.Background(), analyzer.Config{Dir: dir, Cache: cache})
			if err != nil {
				t.Fatal(err)
			}
			checkCoverage(t, key, r)
			sameLines(t, "endpoint", key.endpoints(), endpointLines(key, r))
			sameLines(t, "call", key.calls(), callLines(key, r))
			sameLines(t, "unresolved call", key.unresolved(), unresolvedLines(r))
			sameLines(t, "finding", key.findings(), findingLines(r))
			sameLines(t, "pair of services", key.edges(), edgeLines(r))
			sameLines(t, "subscription", key.subscriptions(), subscriptionLines(r))
			checkMessages(t, key, r)
			checkSilence(t, key, r)
			checkCommand(t, dir, cache, exitCodes[variant], r)
		})
	}
}

func readAnswers(t *testing.T, file string) *answerKey {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	key := new(answerKey)
	if err := d.Decode(key); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return key
}

// sameLines compares what is wanted with what was got, in any order.
func sameLines(t *testing.T, what string, want, got []string) {
	t.Helper()
	missing := slices.Clone(want)
	for _, line := range got {
		if i := slices.Index(missing, line); i >= 0 {
			missing = slices.Delete(missing, i, i+1)
			continue
		}
		t.Errorf("unexpected %s: %s", what, line)
	}
	for _, line := range missing {
		t.Errorf("missing %s: %s", what, line)
	}
}

// checkCoverage checks that all was looked at.
func checkCoverage(t *testing.T, key *answerKey, r *hop.Report) {
	t.Helper()
	analysed := map[string]bool{}
	for _, s := range r.System.Services {
		analysed[s.Name] = s.Analysed
	}
	for _, s := range key.Services {
		if analysed[s.Name] != s.Go {
			t.Errorf("service %s: analysed is %v, want %v", s.Name, analysed[s.Name], s.Go)
		}
	}
	c := r.Coverage
	if want := len(key.Inbound) + len(key.InboundInfra); c.Endpoints != want {
		t.Errorf("coverage counts %d endpoints, want %d", c.Endpoints, want)
	}
	if c.Resolved != c.Calls-len(key.Unresolved) || len(c.Skipped) > 0 {
		t.Errorf("coverage has %d of %d calls resolved and skips %v", c.Resolved, c.Calls, c.Skipped)
	}
}

func (k *answerKey) endpoints() []string {
	var out []string
	for _, e := range slices.Concat(k.Inbound, k.InboundInfra) {
		out = append(out, fmt.Sprintf("%s: %s %s, %q registered at %s", e.Service, e.Protocol, e.Endpoint, e.Func, e.Registered))
	}
	return out
}

// endpointLines lists the endpoints that were found in code.
func endpointLines(key *answerKey, r *hop.Report) []string {
	inGo := map[string]bool{}
	for _, s := range key.Services {
		inGo[s.Name] = s.Go
	}
	var out []string
	for _, e := range r.System.Endpoints {
		if inGo[e.Service] {
			out = append(out, fmt.Sprintf("%s: %s %s, %q registered at %s", e.Service, e.Protocol, e.Name, withoutPaths(e.Func), lineOf(e.Pos)))
		}
	}
	return out
}

// directories are the leading parts of import paths in the name of a function.
var directories = regexp.MustCompile(`[\w.~-]+/`)

func withoutPaths(name string) string { return directories.ReplaceAllString(name, "") }

func (k *answerKey) calls() []string {
	var out []string
	add := func(kind hop.Kind, context hop.Context, all []callAnswer) {
		for _, c := range all {
			out = append(out, c.line(kind, cmp.Or(c.Context, context)))
		}
	}
	add(hop.Sync, hop.Request, k.SyncCalls)
	add(hop.Sync, hop.Health, k.Health)
	add(hop.Poll, hop.Background, k.Polls)
	add(hop.Async, "", k.Async)
	return out
}

func (c *callAnswer) line(kind hop.Kind, context hop.Context) string {
	to := c.To.Endpoint
	if c.Optional {
		to = "any endpoint"
	}
	line := fmt.Sprintf("%s %s: %s %q → %s %s %q by %s at %s, on the wire at %s",
		context, kind, c.From.Service, c.From.Endpoint, c.To.Service, c.To.Protocol, to, c.Evidence, c.Site, c.Call)
	if kind == hop.Sync {
		line += fmt.Sprintf(", %s, in a loop: %v", c.Awaited, c.InLoop)
	}
	return line
}

// callLines lists the calls whose target is known.
func callLines(key *answerKey, r *hop.Report) []string {
	var out []string
	for _, call := range r.System.Calls {
		if call.Evidence == hop.Unknown {
			continue
		}
		c := callAnswer{Site: lineOf(call.Pos), InLoop: call.Loop != hop.NoLoop, Awaited: string(call.Awaited), Evidence: string(call.Evidence)}
		c.From.Service, c.From.Endpoint = call.From.Service, call.From.Endpoint
		c.To.Service, c.To.Protocol, c.To.Endpoint = call.To.Service, call.To.Protocol, call.To.Endpoint
		if n := len(call.Path); n > 0 {
			c.Call = lineOf(call.Path[n-1].Pos)
		}
		c.Optional = slices.ContainsFunc(key.SyncCalls, func(want callAnswer) bool {
			return want.Optional && want.From == c.From && want.To.Service == c.To.Service
		})
		out = append(out, c.line(call.Kind, call.Context))
	}
	return out
}

func (k *answerKey) unresolved() []string {
	var out []string
	for _, u := range k.Unresolved {
		out = append(out, fmt.Sprintf("%s %q at %s: %s", u.From.Service, u.From.Endpoint, u.Pos, u.Reason))
	}
	return out
}

func unresolvedLines(r *hop.Report) []string {
	var out []string
	for _, u := range r.System.Unresolved {
		out = append(out, fmt.Sprintf("%s %q at %s: %s", u.From.Service, u.From.Endpoint, lineOf(u.Pos), u.Reason))
	}
	return out
}

func (k *answerKey) findings() []string {
	var out []string
	for _, f := range k.Findings {
		out = append(out, f.line())
	}
	return out
}

func (f *findingAnswer) line() string {
	return fmt.Sprintf("%s %s: %s %q → %v at %s, chain %v", f.Severity, f.Rule, f.Service, f.Endpoints, f.To, f.Pos, f.Chain)
}

func findingLines(r *hop.Report) []string {
	var out []string
	for _, finding := range r.Findings {
		f := findingAnswer{
			Rule: finding.Rule, Severity: string(finding.Severity), Service: finding.Service,
			Endpoints: finding.Endpoints, To: answerEnd(finding.To), Pos: lineOf(finding.Pos),
		}
		for _, h := range finding.Chain {
			f.Chain = append(f.Chain, answerEnd{h.Service, h.Endpoint})
		}
		out = append(out, f.line())
	}
	return out
}

// subscriptions lists the topics that services receive.
func (k *answerKey) subscriptions() []string {
	var out []string
	for _, c := range k.Consumers {
		out = append(out, fmt.Sprintf("%s: %s %s", c.Service, c.Protocol, c.Topic))
	}
	return out
}

// subscriptionLines lists the topics to which messages are published, by receiver.
func subscriptionLines(r *hop.Report) []string {
	topics := map[string]bool{}
	for _, c := range r.System.Calls {
		if c.Kind == hop.Async {
			topics[fmt.Sprintf("%s: %s %s", c.To.Service, c.To.Protocol, c.To.Endpoint)] = true
		}
	}
	return slices.Sorted(maps.Keys(topics))
}

// edges lists which service waits for which while it serves a request.
func (k *answerKey) edges() []string {
	var out []string
	for _, e := range k.ServiceEdges {
		out = append(out, e[0]+" → "+e[1])
	}
	return out
}

func edgeLines(r *hop.Report) []string {
	edges := map[string]bool{}
	for _, c := range r.System.Calls {
		if c.Kind == hop.Sync && c.Context == hop.Request && c.To.Service != "" {
			edges[c.From.Service+" → "+c.To.Service] = true
		}
	}
	return slices.Sorted(maps.Keys(edges))
}

// checkMessages checks that the messages say what the key wants them to.
func checkMessages(t *testing.T, key *answerKey, r *hop.Report) {
	t.Helper()
	for _, want := range key.Findings {
		for _, f := range r.Findings {
			if f.Rule != want.Rule || f.Service != want.Service || !slices.Equal(f.Endpoints, want.Endpoints) {
				continue
			}
			for _, words := range want.Message {
				if !strings.Contains(f.Message, words) {
					t.Errorf("%s: the message does not say %q: %s", f.Rule, words, f.Message)
				}
			}
		}
	}
}

// checkSilence checks that nothing is found where there is no chain.
func checkSilence(t *testing.T, key *answerKey, r *hop.Report) {
	t.Helper()
	for _, n := range key.NotChain {
		for _, f := range r.Findings {
			if lineOf(f.Pos) == n.Pos {
				t.Errorf("%s: %s, though it is only a %s", n.Pos, f.Rule, n.What)
			}
		}
	}
}

// checkCommand checks that the command exits with code, and that it says the same as
// the report: what the cache holds by now makes no difference.
func checkCommand(t *testing.T, dir, cache string, code int, r *hop.Report) {
	t.Helper()
	var want bytes.Buffer
	if err := report.Formats["json"](&want, r, report.Options{}); err != nil {
		t.Fatal(err)
	}
	got, stdout, stderr := call(t, "-C", dir, "-cache", cache, "-format", "json")
	if got != code || stderr != "" {
		t.Errorf("exit %d, stderr %q, want exit %d", got, stderr, code)
	}
	if stdout != want.String() {
		t.Errorf("with a warm cache the report differs:\n%s\nwant:\n%s", stdout, want.String())
	}
}
