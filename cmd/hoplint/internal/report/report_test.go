package report

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

var update = flag.Bool("update", false, "write the golden files anew")

// shop is a report in which everything occurs that a format shows.
func shop() *hop.Report {
	return &hop.Report{
		Version: hop.ReportVersion,
		System: hop.System{
			Services: []hop.Service{
				{Name: "basket", Role: hop.RoleService, Root: "./basket", Owner: "team-basket", Endpoints: 1, Analysed: true},
				{Name: "payment", Role: hop.RoleExternal},
			},
			Endpoints: []hop.Endpoint{
				{Service: "basket", Protocol: hop.HTTP, Name: "POST /checkout", Func: "shop.example/basket.checkout", Pos: "basket/main.go:10:2"},
			},
			Calls: []hop.Call{{
				From: hop.From{Service: "basket", Endpoint: "POST /checkout"},
				To:   hop.To{Service: "ordering", Protocol: hop.HTTP, Endpoint: "POST /orders", Address: "http://{env:ORDERS}/orders?a=1&b=<2>"},
				Kind: hop.Sync, Context: hop.Request, Awaited: hop.Direct, Loop: hop.LoopRange, Evidence: hop.ByEnv, Verb: hop.Command,
				Pos:  "basket/main.go:30:9",
				Path: []hop.Frame{{Func: "shop.example/basket.checkout", Pos: "basket/main.go:30:9"}},
			}},
			Unresolved: []hop.Unresolved{
				{From: hop.From{Service: "basket"}, Pos: "basket/start.go:4:2", Expression: "{config:license.url}", Reason: "no service has this key"},
				{From: hop.From{Service: "basket", Endpoint: "POST /checkout"}, Pos: "basket/main.go:40:9", Expression: "{request}",
					Reason: "from request data", Hint: "calls: - {from: POST /checkout, to: …}"},
				{From: hop.From{Service: "basket", Endpoint: "GET /checkout"}, Pos: "basket/main.go:40:9", Expression: "{request}",
					Reason: "from request data", Hint: "calls: - {from: GET /checkout, to: …}"},
			},
		},
		Findings: []hop.Finding{
			{
				Rule: "chain-depth", Severity: hop.Error, Service: "basket", Endpoints: []string{"POST /checkout"},
				Message: "POST /checkout of basket starts a chain of 2 hops",
				Pos:     "basket/main.go:100:9",
				Chain: []hop.ChainHop{
					{Service: "basket", Endpoint: "POST /checkout", Pos: "basket/main.go:30:9"},
					{Service: "ordering", Endpoint: "POST /orders", Pos: "ordering/http.go:42:9"},
					{Service: "payment"},
				},
				Fingerprints: []string{"f1"}, Status: hop.StatusNew,
			},
			{
				Rule: "sync-call", Severity: hop.Warning, Service: "basket", Endpoints: []string{"POST /checkout", "GET /checkout"},
				To:      hop.FindingTo{Service: "ordering", Endpoint: "POST /orders"},
				Message: "POST /checkout of basket waits for ordering POST /orders",
				Advice:  "publish an event and answer 202",
				Pos:     "basket/main.go:30:9",
				Path: []hop.Frame{
					{Func: "(*shop.example/basket.Server).checkout", Pos: "basket/main.go:20:3"},
					{Func: "shop.example/clients/orders.Send[shop.example/basket.Order]", Pos: "basket/main.go:30:9"},
				},
				Fingerprints: []string{"f2", "f3"}, Status: hop.StatusNew,
			},
			{Rule: "sync-call", Severity: hop.Warning, Message: "allowed", Pos: "basket/a.go:1:1", Status: hop.StatusAllowed},
			{Rule: "sync-call", Severity: hop.Warning, Message: "known", Pos: "basket/a.go:2:1", Status: hop.StatusBaseline},
			{Rule: "cycle", Severity: hop.Info, Message: "basket and ordering wait for each other", Status: hop.StatusNew},
		},
		Coverage: hop.Coverage{Packages: 1, Endpoints: 3, Calls: 7, Resolved: 6, Skipped: []hop.Skipped{
			{Package: "shop.example/tools/seed", Reason: "not in the manifest"},
			{Package: "shop.example/broken", Reason: "broken/x.go:3:1: syntax error", Incomplete: true},
		}},
	}
}

// changed is the shop after a change, compared with what it was: with all that the formats
// for code hosts tell beyond the others.
func changed() *hop.Report {
	r := shop()
	r.System.Endpoints = append(r.System.Endpoints, hop.Endpoint{
		Service: "payment", Protocol: hop.GRPC, Name: "pay.Payments/Charge", Func: "shop.example/payment.charge", Pos: "payment/grpc.go:7:4",
	})
	r.System.Services = append(r.System.Services, hop.Service{Name: "ordering", Role: hop.RoleService, Root: "./ordering", Analysed: true})
	r.System.Calls = append(r.System.Calls, hop.Call{
		From: hop.From{Service: "ordering", Endpoint: "POST /orders"},
		To:   hop.To{Service: "payment", Protocol: hop.GRPC, Endpoint: "pay.Payments/Charge"},
		Kind: hop.Sync, Context: hop.Request, Evidence: hop.ByGRPC, Verb: hop.Command, Pos: "ordering/http.go:42:9",
	})
	r.Findings[0].Chain[2].Endpoint = "pay.Payments/Charge"
	r.Findings = append(r.Findings, hop.Finding{
		Rule: "fan-out", Severity: hop.Warning, Service: "ordering", Endpoints: []string{"POST /orders"},
		Message: "POST /orders of ordering waits for 9 services", Pos: "ordering/http.go:12:1",
		Fingerprints: []string{"f9"}, Status: hop.StatusKnown,
	})
	r.Changes = &hop.Changes{
		Base: "origin/main",
		Fixed: []hop.Finding{{
			Rule: "call-in-loop", Severity: hop.Warning, Service: "basket", Message: "GET /items/{id} of basket calls *catalog* in a loop",
			Pos: "basket/gone.go:3:3", Fingerprints: []string{"f8"},
		}},
		Chains: []hop.ChainChange{
			{Service: "basket", Endpoint: "POST /checkout", Before: 1, After: 2, Chain: slices.Clone(r.Findings[0].Chain)},
			{Service: "basket", Endpoint: "GET /items/{id}", Before: 2, After: 1, Chain: []hop.ChainHop{
				{Service: "basket", Endpoint: "GET /items/{id}", Pos: "basket/gone.go:3:3"},
				{Service: "ordering", Endpoint: "POST /orders", Pos: "ordering/http.go:42:9"},
				{Service: "payment", Endpoint: "pay.Payments/Charge"},
			}},
		},
		Incomplete: []hop.Skipped{{Package: "shop.example/older", Reason: "older/x.go:1:1: syntax error", Incomplete: true}},
	}
	return r
}

// readShop reads the files of the shop that there are. Line 30 of one begins with
// characters of several bytes, which formats count in their own ways.
func readShop(name string) ([]byte, error) {
	if name != "basket/main.go" {
		return nil, os.ErrNotExist
	}
	return []byte(strings.Repeat("\n", 29) + "\t\"é😀\"+send(order)\n\treturn\n"), nil
}

// clean is the report of a run that found nothing.
func clean() *hop.Report {
	r := &hop.Report{Version: hop.ReportVersion}
	r.Coverage = hop.Coverage{Packages: 2, Endpoints: 1}
	return r
}

func TestFormats(t *testing.T) {
	incomplete := clean()
	incomplete.Coverage.Skipped = shop().Coverage.Skipped
	incomplete.System.Unresolved = shop().System.Unresolved
	tests := []struct {
		golden string
		format string
		report *hop.Report
		color  bool
	}{
		{"changed.sarif", "sarif", changed(), false},
		{"changed.github", "github", changed(), false},
		{"changed.gitlab.json", "gitlab", changed(), false},
		{"changed.rdjsonl", "rdjsonl", changed(), false},
		{"changed.checkstyle.xml", "checkstyle", changed(), false},
		{"changed.junit.xml", "junit", changed(), false},
		{"changed.md", "markdown", changed(), false},
		{"shop.md", "markdown", shop(), false},
		{"clean.sarif", "sarif", clean(), false},
		{"clean.github", "github", clean(), false},
		{"clean.gitlab.json", "gitlab", clean(), false},
		{"clean.rdjsonl", "rdjsonl", clean(), false},
		{"clean.checkstyle.xml", "checkstyle", clean(), false},
		{"clean.junit.xml", "junit", clean(), false},
		{"clean.md", "markdown", clean(), false},
		{"silent.sarif", "sarif", &hop.Report{}, false},
		{"shop.txt", "text", shop(), false},
		{"changed.txt", "text", changed(), false},
		{"shop.color.txt", "text", shop(), true},
		{"shop.json", "json", shop(), true},
		{"clean.txt", "text", clean(), false},
		{"clean.json", "json", clean(), false},
		{"incomplete.txt", "text", incomplete, false},
	}
	for _, test := range tests {
		t.Run(test.golden, func(t *testing.T) {
			var b bytes.Buffer
			o := Options{Color: test.color, Version: "v1.2.3", Prefix: "go/shop", ReadFile: readShop}
			if err := Formats[test.format](&b, test.report, o); err != nil {
				t.Fatal(err)
			}
			compareGolden(t, filepath.Join("testdata", test.golden), b.Bytes())
		})
	}
}

func compareGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with -update after checking\ngot:\n%s\nwant:\n%s", file, got, want)
	}
}

// Formats must not change what they are given: one report may be written several times.
func TestFormatsLeaveReport(t *testing.T) {
	for _, name := range Names() {
		r := shop()
		var first, second bytes.Buffer
		if err := errors.Join(Formats[name](&first, r, Options{}), Formats[name](&second, r, Options{})); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: the second writing differs from the first", name)
		}
		if r.Findings[2].Path != nil || r.Findings[0].Rule != "chain-depth" {
			t.Errorf("%s: the report was changed", name)
		}
	}
}

// Readers of the JSON count on lists being lists.
func TestJSONWithoutNull(t *testing.T) {
	for _, r := range []*hop.Report{shop(), clean(), {}, changed(), {Changes: &hop.Changes{}}} {
		if got := render(t, "json", r); strings.Contains(got, "null") {
			t.Errorf("null in %s", got)
		}
	}
}

// A writer that fails must not go unnoticed: a gate that reads half a report would pass.
func TestWriteErrors(t *testing.T) {
	for _, name := range Names() {
		if err := Formats[name](brokenWriter{}, shop(), Options{}); !errors.Is(err, errBroken) {
			t.Errorf("%s: got %v, want %v", name, err, errBroken)
		}
	}
}

var errBroken = errors.New("broken pipe")

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestDefault(t *testing.T) {
	if !slices.Contains(Names(), Default) || !slices.IsSorted(Names()) {
		t.Errorf("Names() = %v, want a sorted list with %q", Names(), Default)
	}
}

func TestLongLists(t *testing.T) {
	r := shop()
	r.Findings = r.Findings[1:2]
	r.Findings[0].Endpoints = strings.Fields("a b c d e f g h i j")
	r.System.Unresolved = nil
	for i := range 12 {
		pos := "basket/u.go:" + strings.Repeat("1", i+1) + ":1"
		r.System.Unresolved = append(r.System.Unresolved, hop.Unresolved{From: hop.From{Service: "basket", Endpoint: "GET /"}, Pos: pos})
	}
	var b bytes.Buffer
	if err := writeText(&b, r, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"endpoints: a, b, c, d, e, f, g, h and 2 more\n",
		"note: 2 calls more unresolved; -format json lists all\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	if n := strings.Count(b.String(), "calls an unknown target"); n != maxUnresolved {
		t.Errorf("%d unresolved calls are shown, want %d", n, maxUnresolved)
	}
}

// A call to an unknown target that a finding is about is not told again.
func TestUnresolvedOnce(t *testing.T) {
	r := shop()
	r.Findings = append(r.Findings, hop.Finding{
		Rule: "unknown-target", Severity: hop.Info, Service: "basket", Endpoints: []string{"POST /checkout", "GET /checkout"},
		Message: "POST /checkout of basket waits for {request}, whose service is not known", Pos: "basket/main.go:40:9",
		Status: hop.StatusNew,
	})
	got := render(t, "text", r)
	if n := strings.Count(got, "basket/main.go:40:9: "); n != 1 {
		t.Errorf("the call is told %d times in\n%s", n, got)
	}
	if want := "basket/start.go:4:2: note: basket calls an unknown target: {config:license.url}: "; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

// Roles decide what is a finding; where nobody has given them, that is said.
func TestGuessedRoles(t *testing.T) {
	r := clean()
	r.System.Services = []hop.Service{
		{Name: "basket", Role: hop.RoleService, Guessed: true},
		{Name: "ordering", Role: hop.RoleService, Guessed: true},
		{Name: "payment", Role: hop.RoleExternal},
		{Name: "web", Role: hop.RoleGateway, Guessed: true},
	}
	const want = "note: roles are guessed (gateway: web; service: basket, ordering); the manifest, hoplint.yaml, sets them\n"
	if got := render(t, "text", r); !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want %q first", got, want)
	}
}

func TestShortFunc(t *testing.T) {
	tests := []struct{ name, want string }{
		{"main", "main"},
		{"net/http.Get", "http.Get"},
		{"(*net/http.Client).Do", "(*http.Client).Do"},
		{"a.example/b-c/d.F$1", "d.F$1"},
		{"a.example/b.F[a.example/c.T,*a.example/d.U[int]]", "b.F[c.T,*d.U[int]]"},
		{"(a.example/b.T[map[string]a.example/c.V]).M", "(b.T[map[string]c.V]).M"},
		{"", ""},
	}
	for _, test := range tests {
		if got := shortFunc(test.name); got != test.want {
			t.Errorf("shortFunc(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

func TestComparePos(t *testing.T) {
	// Ascending, with a position without numbers and one whose file name has a colon.
	sorted := []string{"", "a.go:2:1", "a.go:2:10", "a.go:10:2", "b.go", "b.go:1:1", "c:1.go:1:1"}
	for i, a := range sorted {
		for j, b := range sorted {
			if got, want := comparePos(a, b), min(max(i-j, -1), 1); got != want {
				t.Errorf("comparePos(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}
