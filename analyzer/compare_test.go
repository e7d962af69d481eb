package analyzer

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// findings makes findings of words such as "new:a,b": a status and fingerprints.
func findings(words string) []hop.Finding {
	all := []hop.Finding{}
	for word := range strings.FieldsSeq(words) {
		status, prints, _ := strings.Cut(word, ":")
		all = append(all, hop.Finding{Rule: "r", Status: hop.Status(status), Fingerprints: strings.Split(prints, ",")})
	}
	return all
}

func words(findings []hop.Finding) string {
	var all []string
	for _, f := range findings {
		all = append(all, string(f.Status)+":"+strings.Join(f.Fingerprints, ","))
	}
	return strings.Join(all, " ")
}

func TestCompareFindings(t *testing.T) {
	tests := []struct{ name, base, head, want, fixed string }{
		{"nothing", "", "", "", ""},
		{"added", "", "new:a", "new:a", ""},
		{"known", "new:a", "new:a", "known:a", ""},
		{"fixed", "new:a new:b", "new:b", "known:b", "new:a"},
		{"one endpoint more", "new:a", "new:a,b", "new:a,b", ""},
		{"one endpoint less", "new:a,b", "new:a", "known:a", ""},
		{"two become one", "new:a new:b", "new:a,b", "known:a,b", ""},
		{"the exception is gone", "allowed:a", "new:a", "new:a", ""},
		{"the exception is there", "new:a", "allowed:a", "allowed:a", ""},
		{"what was allowed is no fault that was fixed", "allowed:a", "", "", ""},
		{"accepted before", "baseline:a", "new:a", "known:a", ""},
		{"accepted now", "new:a", "baseline:a", "baseline:a", ""},
		{"accepted and fixed", "baseline:a", "", "", "baseline:a"},
		{"compared before with something else", "new:b known:c", "known:a known:b new:c", "new:a known:b known:c", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			base, head := &hop.Report{Findings: findings(test.base)}, &hop.Report{Findings: findings(test.head)}
			r := Compare(base, head, "main")
			if got := words(r.Findings); got != test.want {
				t.Errorf("findings %q, want %q", got, test.want)
			}
			if got := words(r.Changes.Fixed); got != test.fixed {
				t.Errorf("fixed %q, want %q", got, test.fixed)
			}
			if words(head.Findings) != test.head || head.Changes != nil || r.Changes.Base != "main" {
				t.Errorf("head was changed, or the base %q is not main", r.Changes.Base)
			}
		})
	}
}

// A finding without fingerprints cannot be found again.
func TestCompareNameless(t *testing.T) {
	r := &hop.Report{Findings: []hop.Finding{{Rule: "r", Status: hop.StatusNew}}}
	got := Compare(r, r, "main")
	if got.Findings[0].Status != hop.StatusNew || len(got.Changes.Fixed) > 0 {
		t.Errorf("%+v", got)
	}
}

// shopOf makes a system of business services of hops such as "a>b": each endpoint is GET /.
func shopOf(hops string) hop.System {
	var sys hop.System
	for _, name := range strings.Split("abcd", "") {
		sys.Services = append(sys.Services, hop.Service{Name: name, Role: hop.RoleService})
	}
	for word := range strings.FieldsSeq(hops) {
		from, to, _ := strings.Cut(word, ">")
		sys.Calls = append(sys.Calls, hop.Call{
			From: hop.From{Service: from, Endpoint: "GET /"}, To: hop.To{Service: to, Endpoint: "GET /"},
			Kind: hop.Sync, Context: hop.Request, Awaited: hop.Direct, Pos: word + ".go:1:1",
		})
	}
	return sys
}

func TestCompareChains(t *testing.T) {
	base := &hop.Report{System: shopOf("a>b c>d")}
	head := &hop.Report{System: shopOf("a>b b>c")}
	link := func(service, pos string) hop.ChainHop {
		return hop.ChainHop{Service: service, Endpoint: "GET /", Pos: pos}
	}
	longer := []hop.ChainChange{
		{Service: "a", Endpoint: "GET /", Before: 1, After: 2, Chain: []hop.ChainHop{link("a", "a>b.go:1:1"), link("b", "b>c.go:1:1"), link("c", "")}},
		{Service: "b", Endpoint: "GET /", Before: 0, After: 1, Chain: []hop.ChainHop{link("b", "b>c.go:1:1"), link("c", "")}},
	}
	shorter := hop.ChainChange{Service: "c", Endpoint: "GET /", Before: 1, After: 0, Chain: []hop.ChainHop{link("c", "c>d.go:1:1"), link("d", "")}}
	if got := Compare(base, head, "main").Changes.Chains; !reflect.DeepEqual(got, append(longer, shorter)) {
		t.Errorf("got %+v", got)
	}
	head.Coverage.Skipped = []hop.Skipped{{Package: "c", Incomplete: true}}
	if got := Compare(base, head, "main").Changes.Chains; !reflect.DeepEqual(got, longer) {
		t.Errorf("head is incomplete, yet: %+v", got)
	}
}

// What a run that missed something did not find may still be there.
func TestCompareIncomplete(t *testing.T) {
	lost := []hop.Skipped{{Package: "shop/a", Reason: "broken", Incomplete: true}, {Package: "shop/b", Reason: "excluded"}}
	head := &hop.Report{Coverage: hop.Coverage{Skipped: lost}}
	if got := Compare(&hop.Report{Findings: findings("new:a")}, head, "main"); len(got.Changes.Fixed) > 0 {
		t.Errorf("head is incomplete, yet fixed: %+v", got.Changes.Fixed)
	}
	if got := Compare(head, &hop.Report{}, "main").Changes.Incomplete; !reflect.DeepEqual(got, lost[:1]) {
		t.Errorf("the base's gaps are %+v", got)
	}
}

// A comparison is the same whether reports come from a run or from their JSON.
func TestCompareJSON(t *testing.T) {
	base := &hop.Report{System: shopOf("a>b c>d"), Findings: findings("new:a new:b")}
	head := &hop.Report{System: shopOf("a>b b>c"), Findings: findings("new:b new:c")}
	read := func(r *hop.Report) *hop.Report {
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		again := new(hop.Report)
		if err := json.Unmarshal(data, again); err != nil {
			t.Fatal(err)
		}
		return again
	}
	got, want := Compare(read(base), read(head), "main"), Compare(base, head, "main")
	if !reflect.DeepEqual(got.Changes, want.Changes) || words(got.Findings) != words(want.Findings) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
