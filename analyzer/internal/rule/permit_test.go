package rule

import (
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

func TestAllow(t *testing.T) {
	allow := func(entries string) string { return "services:\n  A:\n    allow:\n" + entries }
	testRule(t, "sync-call", []ruleTest{
		{"service", "A /x -> B GET /y", allow("      - {to: B, reason: agreed}"), []string{"allowed warning A /x > B GET /y"}},
		{"endpoint", "A /x -> B GET /y/{id}\nA /x -> B GET /z", allow(`      - {to: B, endpoint: "GET /y/{x}", reason: agreed}`),
			[]string{"allowed warning A /x > B GET /y/{id}", "warning A /x > B GET /z"}},
		{"other service", "A /x -> C GET /y", allow("      - {to: B, reason: agreed}"), []string{"warning A /x > C GET /y"}},
		{"other caller", "C /x -> B GET /y", allow("      - {to: B, reason: agreed}"), []string{"warning C /x > B GET /y"}},
		{"last day", "A /x -> B GET /y", allow("      - {to: B, reason: agreed, until: 2027-01-01}"), []string{"allowed warning A /x > B GET /y"}},
		{"over", "A /x -> B GET /y", allow("      - {to: B, reason: agreed, until: 2026-12-31}"), []string{"warning A /x > B GET /y"}},
		{"over, but for another", "A /x -> B GET /y",
			allow("      - {to: B, reason: agreed, until: 2026-12-31}\n      - {to: B, reason: again, until: 2028-01-01}"), []string{"allowed warning A /x > B GET /y"}},
	})
	testRule(t, "chain-depth", []ruleTest{
		{"cut by a hop", "A /x -> B /x\nB /x -> C /x", allow("      - {to: B, reason: agreed}"), []string{"allowed warning A /x = A/x B/x C/x"}},
		{"the rest", "A /x -> B /x\nB /x -> C /x\nC /x -> D /x", allow("      - {to: B, reason: agreed}"),
			[]string{"allowed error A /x = A/x B/x C/x D/x", "warning B /x = B/x C/x D/x"}},
		{"another way", "A /x -> B /x\nA /x -> C /x\nB /x -> D /x\nC /x -> D /x", allow("      - {to: B, reason: agreed}"),
			[]string{"warning A /x = A/x C/x D/x"}},
	})
}

func TestAllowSaysWhy(t *testing.T) {
	const entry = "services:\n  A:\n    allow:\n      - {to: B, reason: tokens are introspected, owner: team-a, until: 2027-03-31}"
	m := read(t, entry)
	tests := []struct {
		today  string
		status hop.Status
		advice string
	}{
		{"2027-03-31", hop.StatusAllowed, "allowed in hoplint.yaml: tokens are introspected (team-a, until 2027-03-31)"},
		{"", hop.StatusAllowed, "allowed in hoplint.yaml: tokens are introspected (team-a, until 2027-03-31)"},
		{"2027-04-01", hop.StatusNew, "the exception in hoplint.yaml is over: tokens are introspected (team-a, until 2027-03-31); publish"},
	}
	for _, test := range tests {
		f := Judge(system(t, "A /x -> B /y"), m, Terms{Today: test.today})[0]
		if f.Status != test.status || !strings.HasPrefix(f.Advice, test.advice) {
			t.Errorf("on %q: %s, %q", test.today, f.Status, f.Advice)
		}
	}
}

// A rule that is off finds nothing, allowed or not.
func TestOff(t *testing.T) {
	m := read(t, "rules:\n  sync-call: off\nservices:\n  A:\n    allow:\n      - {to: B, reason: agreed}")
	if got := Judge(system(t, "A /x -> B /y\nA /x -> C /y"), m, Terms{}); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}

func TestMatches(t *testing.T) {
	tests := []struct {
		pattern, endpoint string
		want              bool
	}{
		{"GET /users", "GET /users", true},
		{"GET /users", "GET /users/", true},
		{"GET /users", "GET /users/{$}", true},
		{"GET /users", "POST /users", false},
		{"GET /users", "ANY /users", true},
		{"ANY /users", "POST /users", true},
		{"GET /users", "GET /users/{id}", false},
		{"GET /users/{id}", "GET /users/{name}", true},
		{"GET /users/{id}", "GET /users/me", true},
		{"GET /users/{id}", "GET /users", false},
		{"GET /users/{id}", "GET /users/{rest...}", false},
		{"GET /users/*", "GET /users/{rest...}", true},
		{"GET /users/{rest...}", "GET /users/{id}/orders", true},
		{"GET /users/*", "GET /users", true},
		{"GET /users/*", "GET /orders", false},
		{"GET /v{n}/users", "GET /v2/users", true},
		{"GET /v{n}/users", "GET /x2/users", false},
		{"GET /a{x}a", "GET /a", false},
		{"GET /", "GET /", true},
		{"GET /", "GET /users", false},
		{"shop.Users/Get", "shop.Users/Get", true},
		{"shop.Users/Get", "shop.Users/List", false},
		{"shop.Users/*", "shop.Users/List", true},
		{"shop.Users/*", "shop.UsersAdmin/List", false},
		{"shop.Users/Get", "GET /users", false},
		{"GET /users", "shop.Users/Get", false},
		{"GET /users", "", false},
	}
	for _, test := range tests {
		e := manifest.Endpoint{Text: test.pattern}
		if err := e.Check(); err != nil {
			t.Fatal(err)
		}
		if got := matches(e, test.endpoint); got != test.want {
			t.Errorf("matches(%q, %q) = %t", test.pattern, test.endpoint, got)
		}
	}
	if !matches(manifest.Endpoint{}, "GET /users") {
		t.Error("the zero pattern does not match")
	}
}

func TestComparePos(t *testing.T) {
	sorted := []string{"", "a.go", "a.go:2:1", "a.go:10:2", "a.go:10:10", "b.go:1:1"}
	got := slices.Clone(sorted)
	slices.Reverse(got)
	slices.SortFunc(got, comparePos)
	if !slices.Equal(got, sorted) {
		t.Errorf("got %q, want %q", got, sorted)
	}
}
