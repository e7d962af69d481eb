package compose

import (
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// TestPosition checks at which line of its path a call stands.
func TestPosition(t *testing.T) {
	tests := []struct {
		name  string
		calls []hop.ProgramCall
		want  []string // positions, in the order of the calls' targets
	}{
		{"one target: nearest the wire", []hop.ProgramCall{
			get("GET /a", "http://s1/x", "h@a.go:1 do@c.go:1"),
			get("GET /b", "http://s1/x", "h@b.go:1 do@c.go:1"),
		}, []string{"c.go:1", "c.go:1"}},
		{"shared helper: the line before", []hop.ProgramCall{
			get("GET /a", "http://s1/x", "h@a.go:1 one@c.go:1 do@d.go:1"),
			get("GET /b", "http://s1/y", "h@b.go:1 two@c.go:2 do@d.go:1"),
		}, []string{"c.go:1", "c.go:2"}},
		{"generated is passed over", []hop.ProgramCall{
			get("GET /a", "http://s1/x", "h@a.go:1 one@c.go:1 !gen@g.go:1"),
		}, []string{"c.go:1"}},
		{"all generated: the registration", []hop.ProgramCall{
			get("GET /a", "http://s1/x", "!h@g.go:1 !do@g.go:2"),
		}, []string{"main.go:1:2"}},
		{"no line tells apart: nearest the wire", []hop.ProgramCall{
			get("GET /a", "http://s1/x", "h@a.go:1 do@c.go:1"),
			get("GET /b", "http://s1/y", "h@a.go:1 do@c.go:1"),
		}, []string{"c.go:1", "c.go:1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := System(bare("s1", "s2"), []Deployment{deployed("s2", hop.Program{Endpoints: httpEndpoints("GET /a", "GET /b"), Calls: tt.calls})})
			var got []string
			for _, c := range r.System.Calls {
				got = append(got, c.Pos)
			}
			expect(t, "positions", got, tt.want)
		})
	}
}

// TestPositionOfDeployments has one program deployed twice, with other settings.
func TestPositionOfDeployments(t *testing.T) {
	program := func(host string) hop.Program {
		return hop.Program{Calls: []hop.ProgramCall{
			get("GET /a", "http://"+host+"/x", "h@a.go:1 one@c.go:1 do@d.go:1"),
			get("GET /a", "http://s1/z", "h@a.go:2 two@c.go:2 do@d.go:1"),
		}}
	}
	r := System(bare("s1", "s2"), []Deployment{deployed("a", program("s1")), deployed("b", program("s2"))})
	expect(t, "calls", calls(r.System), []string{
		"a GET /a → s1 GET /x (sync request name) c.go:1",
		"a GET /a → s1 GET /z (sync request name) c.go:2",
		"b GET /a → s1 GET /z (sync request name) c.go:2",
		"b GET /a → s2 GET /x (sync request name) c.go:1",
	})
}

func TestPathLeavesOutGenerated(t *testing.T) {
	got := handWritten(frames("!a@g.go:1 b@b.go:1 !c@g.go:2"))
	equal(t, "path", got, []hop.Frame{{Func: "b", Pos: "b.go:1"}})
	got = handWritten(frames("!a@g.go:1"))
	equal(t, "generated path", got, []hop.Frame{{Func: "a", Pos: "g.go:1"}})
}

// TestPositionOutsideTransport checks that no finding stands in a client's transport: the
// line that hands it the request is where the call is made.
func TestPositionOutsideTransport(t *testing.T) {
	call := get("GET /a", "http://s1/x", "h@a.go:1 client@c.go:1 roundTrip@t.go:1")
	call.Path[2].Transport = true
	token := get("GET /a", "http://s2/token", "h@a.go:1 client@c.go:1 roundTrip@t.go:2")
	r := System(bare("s1", "s2"), []Deployment{deployed("s3", hop.Program{Calls: []hop.ProgramCall{call, token}})})
	expect(t, "calls", calls(r.System), []string{
		"s3 GET /a → s1 GET /x (sync request name) c.go:1",
		"s3 GET /a → s2 GET /token (sync request name) t.go:2",
	})
}
