package baseline

import (
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

func finding(rule string, prints ...string) hop.Finding {
	return hop.Finding{Rule: rule, Message: "POST /orders of ordering waits: \"\x1b[31m\"\n", Fingerprints: prints, Status: hop.StatusNew}
}

const (
	one   = "0000000000000001"
	two   = "00000000000000e2" // what YAML takes for a number where it is not quoted
	three = "abcdef0000000003"
)

func TestMark(t *testing.T) {
	b := Of([]hop.Finding{finding("sync-call", one, two), finding("chain-depth", two, three)})
	allowed := finding("sync-call", one)
	allowed.Status = hop.StatusAllowed
	findings := []hop.Finding{finding("sync-call", one), finding("sync-call", two, "ffffffffffffffff"), finding("unprinted"), allowed}
	stale := b.Mark(findings)
	var got []hop.Status
	for _, f := range findings {
		got = append(got, f.Status)
	}
	if want := []hop.Status{hop.StatusBaseline, hop.StatusNew, hop.StatusNew, hop.StatusAllowed}; !slices.Equal(got, want) {
		t.Errorf("the findings are %v, want %v", got, want)
	}
	if len(stale) != 1 || stale[0].Rule != "chain-depth" {
		t.Errorf("stale are %v, want the chain alone", stale)
	}
}

// TestEncode checks that what is written is read again as it was.
func TestEncode(t *testing.T) {
	for _, findings := range [][]hop.Finding{nil, {finding("sync-call", two, one), finding("chain-depth", three)}} {
		b := Of(findings)
		data, err := b.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read("b.yaml", data)
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		if len(again.Findings) != len(findings) {
			t.Fatalf("%d findings are read of %d in\n%s", len(again.Findings), len(findings), data)
		}
		for i, e := range again.Findings {
			if want := b.Findings[i]; e.Rule != want.Rule || e.Message != want.Message || !slices.Equal(e.Fingerprints, want.Fingerprints) {
				t.Errorf("%+v is read as %+v", want, e)
			}
		}
	}
}

// TestPrune checks that a baseline loses what is fixed and gains nothing.
func TestPrune(t *testing.T) {
	b := Of([]hop.Finding{finding("sync-call", one, two), finding("chain-depth", three)})
	pruned, gone := b.Prune([]hop.Finding{finding("sync-call", two), finding("new", "ffffffffffffffff")})
	if gone != 2 || len(pruned.Findings) != 1 || !slices.Equal(pruned.Findings[0].Fingerprints, []string{two}) {
		t.Errorf("%d are gone, and left is %+v", gone, pruned.Findings)
	}
	if len(b.Findings) != 2 || len(b.Findings[0].Fingerprints) != 2 {
		t.Errorf("pruning changed the baseline itself: %+v", b.Findings)
	}
}

func TestReadErrors(t *testing.T) {
	for text, want := range map[string]string{
		"version: 2\nfindings: []": "b.yaml:1:10: ",
		"findings: []":             "version",
		"version: 1\nfindings:\n  - {rule: sync-call, fingerprints: [xyz]}":                                                       `b.yaml:3:5: "xyz" is no fingerprint`,
		"version: 1\nfindings:\n  - {rule: a, fingerprints: [abcdef0000000003]}\n  - {rule: a, fingerprints: [abcdef0000000003]}": "b.yaml:4:5: fingerprint abcdef0000000003 stands in line 3 already",
		"version: 1\nfindings:\n  - {rule: a, print: [abcdef0000000003]}":                                                         `unknown key "print"`,
		"version: 1\nfindings:\n  - {rule: a":                                                                                     "b.yaml:3:",
	} {
		if _, err := Read("b.yaml", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}

// FuzzRead checks that reading does not panic, and that what is read is written the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte("version: 1\nfindings:\n  - {rule: a, message: b, fingerprints: [abcdef0000000003]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Read("fuzz.yaml", data)
		if err != nil {
			return
		}
		out, err := b.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read("again.yaml", out)
		if err != nil || len(again.Findings) != len(b.Findings) {
			t.Fatalf("%v, %d of %d findings in\n%s", err, len(again.Findings), len(b.Findings), out)
		}
	})
}
