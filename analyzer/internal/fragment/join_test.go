package fragment_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/fragment"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// of makes the fragment of a repository whose services each serve GET / and make one
// call, to the address in the variable after their name: "basket URL, stock".
func of(t *testing.T, repository, services, entries string) *fragment.Fragment {
	t.Helper()
	m, err := manifest.Read("hoplint.yaml", []byte("version: 1\nfragments: [x]\nservices: {"+entries+"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	f := &fragment.Fragment{Version: 1, Repository: repository, Manifest: m}
	for s := range strings.SplitSeq(services, ", ") {
		name, key, _ := strings.Cut(s, " ")
		f.Services = append(f.Services, fragment.Service{Name: name, Role: hop.RoleService, Root: ".", Program: program(key)})
	}
	return f
}

func program(key string) *hop.Program {
	p := &hop.Program{Endpoints: []hop.ProgramEndpoint{{Protocol: hop.HTTP, Name: "GET /", Pos: "main.go:1:1"}}}
	if key != "" {
		p.Calls = []hop.ProgramCall{{
			Endpoint: "GET /", Kind: hop.Sync, Context: hop.Request, Awaited: hop.Direct, Protocol: hop.HTTP, Methods: []string{"GET"},
			Addresses: []hop.Template{{{Kind: hop.PartEnv, Text: key}, {Kind: hop.PartText, Text: "/"}}},
			Path:      []hop.PathFrame{{Func: "main.main", Pos: "main.go:2:2"}},
		}}
	}
	return p
}

// TestJoinAddresses checks whom a service of which repository means by an address.
func TestJoinAddresses(t *testing.T) {
	for _, test := range []struct {
		name, manifest string
		fragments      []*fragment.Fragment
		want           string
	}{
		{"what a service says of itself holds for all", "a: {root: .}",
			[]*fragment.Fragment{of(t, "r1", "b", "b: {address: {env: [URL]}}")}, "a>b"},
		{"each repository means its own", "a: {root: .}, b: {address: {env: [URL]}}",
			[]*fragment.Fragment{of(t, "r1", "b URL", "c: {address: {env: [URL]}}"), of(t, "r2", "c", "")}, "a>b b>c"},
		{"what others say of one of this repository holds for them", "a: {root: .}, b: {address: {env: [OTHER]}}",
			[]*fragment.Fragment{of(t, "r1", "b URL", "a: {address: {env: [URL]}}")}, "a>? b>a"},
		{"the manifest comes before what services say of themselves", "a: {root: .}, b: {address: {env: [URL]}}",
			[]*fragment.Fragment{of(t, "r1", "b", ""), of(t, "r2", "c", "c: {address: {env: [URL]}}")}, "a>b"},
		{"two that say the same are not told apart", "a: {root: .}",
			[]*fragment.Fragment{of(t, "r1", "b", "b: {address: {env: [URL]}}"), of(t, "r2", "c", "c: {address: {env: [URL]}}")}, "a>?"},
		{"callers that a fragment names are told apart", "a: {root: .}, b: {address: {env: [URL]}}",
			[]*fragment.Fragment{of(t, "r1", "b URL, c URL, d", "d: {address: {env: [URL]}}, e: {address: {env: [{key: URL, in: c}]}}")}, "a>b b>d c>e"},
		{"a neighbour that only a fragment knows", "a: {root: .}, b: {address: {env: [URL]}}",
			[]*fragment.Fragment{of(t, "r1", "b URL", "bank: {role: external, address: {env: [URL]}}")}, "a>b b>bank"},
	} {
		t.Run(test.name, func(t *testing.T) {
			m, err := manifest.Read("hoplint.yaml", []byte("version: 1\nfragments: [x]\nservices: {"+test.manifest+"}\n"))
			if err != nil {
				t.Fatal(err)
			}
			joined := fragment.Join(m, test.fragments)
			own := compose.Deployment{Service: "a", Role: hop.RoleService, Program: program("URL")}
			result := compose.System(joined.Manifest, append(joined.Deployments, own))
			var got []string
			for _, c := range result.System.Calls {
				to := c.To.Service
				if to == "" {
					to = "?"
				}
				got = append(got, c.From.Service+">"+to)
			}
			if got := strings.Join(got, " "); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if result.Coverage.Calls != 1 || result.Coverage.Endpoints != 1 {
				t.Errorf("the coverage counts %d calls and %d endpoints, want those of this repository", result.Coverage.Calls, result.Coverage.Endpoints)
			}
		})
	}
}

// TestJoinFields checks that each field is what the manifest says, else what the service's
// own repository says, else what another one says.
func TestJoinFields(t *testing.T) {
	m, err := manifest.Read("hoplint.yaml", []byte(`version: 1
fragments: [x]
services:
  a: {root: .}
  b: {owner: us, budget: {hops: 7}, allow: [{to: a, reason: ours}]}
`))
	if err != nil {
		t.Fatal(err)
	}
	other := of(t, "r2", "c", "b: {role: external, owner: others, listen: [1]}, a: {owner: others}")
	owner := of(t, "r1", "b", "b: {role: gateway, owner: them, budget: {hops: 1, services: 2}, calls: [{to: c}], allow: [{to: c, reason: theirs}]}")
	before := fmt.Sprintf("%+v", m)
	joined := fragment.Join(m, []*fragment.Fragment{other, owner})
	if after := fmt.Sprintf("%+v", m); after != before {
		t.Errorf("the manifest has changed:\n%s\n%s", before, after)
	}
	i := slices.IndexFunc(joined.Manifest.Services, func(s manifest.Service) bool { return s.Name == "b" })
	b := joined.Manifest.Services[i]
	if b.Owner != "us" || b.Role != hop.RoleGateway || *b.Budget.Hops != 7 || *b.Budget.Services != 2 || b.Listen[0] != 1 || len(b.Calls) != 1 || len(b.Allow) != 2 || b.Repository != "r1" {
		t.Errorf("b is %+v", b)
	}
	if at := joined.Manifest.At(&b, b.Calls[0].Pos); at != "r1//hoplint.yaml" {
		t.Errorf("the call that b's repository declares stands at %s", at)
	}
	a := joined.Manifest.Services[0]
	if a.Owner != "" || a.Repository != "" {
		t.Errorf("another repository has a say in a: %+v", a)
	}
	for _, d := range joined.Deployments {
		if d.Service == "b" && (d.Role != hop.RoleGateway || d.Program.Endpoints[0].Pos != "r1//main.go:1:1") {
			t.Errorf("b is deployed as %+v with %+v", d, d.Program)
		}
	}
	if pos := owner.Services[0].Program.Endpoints[0].Pos; pos != "main.go:1:1" {
		t.Errorf("the fragment has changed: %s", pos)
	}
}

// TestJoinSkipped checks that what is not known of other repositories is said.
func TestJoinSkipped(t *testing.T) {
	m, err := manifest.Read("hoplint.yaml", []byte("version: 1\nfragments: [x]\nservices: {a: {root: .}, gone: {role: worker}, bank: {role: external}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	f := of(t, "r1", "b, c", "d: {}")
	f.Services[1].Program = nil
	f.Skipped = []hop.Skipped{{Package: "r1/lib", Reason: "lib.go:1:1: broken", Incomplete: true}}
	want := []hop.Skipped{
		{Package: "c", Reason: "not analysed in r1"},
		{Package: "r1", Reason: "calls may be missing from r1/lib: lib.go:1:1: broken"},
		{Package: "gone", Reason: "not analysed: no fragment holds it"},
		{Package: "d", Reason: "not analysed: no fragment holds it"},
	}
	if got := fragment.Join(m, []*fragment.Fragment{f}).Skipped; !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
