package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A view is a system as a rule sees it. Rules do not change it.
type view struct {
	system   *hop.System
	roles    map[string]hop.Role
	services map[string]*manifest.Service
	topics   *topics
	calls    []*hop.Call // all that requests wait for, sorted
	graph    *graph      // of the endpoints, by calls

	elsewhere map[string]bool // services of other repositories

	rule string // the name of the rule that looks
	max  *int   // its limit in the manifest; nil if there is none

	// What the rule about waivers looks at.
	manifest *manifest.Manifest
	permits  *permits
	terms    Terms
	whole    []*hop.Call // those that are allowed, too
}

func newView(sys *hop.System, m *manifest.Manifest) *view {
	v := &view{
		system:   sys,
		roles:    make(map[string]hop.Role, len(sys.Services)),
		services: make(map[string]*manifest.Service, len(m.Services)),
		topics:   newTopics(sys),

		elsewhere: elsewhere(sys),
	}
	for _, s := range sys.Services {
		v.roles[s.Name] = s.Role
	}
	for i := range m.Services {
		v.services[m.Services[i].Name] = &m.Services[i]
	}
	for i := range sys.Calls {
		if v.awaited(&sys.Calls[i]) {
			v.calls = append(v.calls, &sys.Calls[i])
		}
	}
	slices.SortFunc(v.calls, compareCalls)
	v.graph = newEndpointGraph(v.calls, v.roles)
	return v
}

// as returns the view as one rule sees it.
func (v *view) as(r Rule, set manifest.Rule) *view {
	own := *v
	own.rule, own.max = r.Name, set.Max
	return &own
}

// without returns the view without some calls; v itself if there are none of them.
func (v *view) without(drop func(*hop.Call) bool) *view {
	var rest []*hop.Call
	for _, c := range v.calls {
		if !drop(c) {
			rest = append(rest, c)
		}
	}
	if len(rest) == len(v.calls) {
		return v
	}
	counted := *v
	counted.calls = rest
	counted.graph = newEndpointGraph(rest, v.roles)
	return &counted
}

// awaited reports whether a request to a business service or gateway waits for
// another one of these at the call. Infrastructure and external services are not
// judged, clients are users, and tools serve no requests.
func (v *view) awaited(c *hop.Call) bool {
	return waits(c) && serves(v.roles[c.From.Service]) && serves(v.roles[c.To.Service])
}

// waits reports whether a request that is being served waits for the call.
func waits(c *hop.Call) bool {
	return c.Kind == hop.Sync && c.Context == hop.Request && (c.Awaited == hop.Direct || c.Awaited == hop.Joined)
}

// serves reports whether services of the role serve requests of the system's own.
func serves(r hop.Role) bool { return business(r) || r == hop.RoleGateway }

// business reports whether services of the role do the system's work.
func business(r hop.Role) bool { return r == hop.RoleService || r == hop.RoleWorker }

// isHop reports whether a call of v.calls is a hop: it leads from a business service
// to another one, or back to a gateway. What a gateway calls is no hop.
func (v *view) isHop(c *hop.Call) bool {
	return business(v.roles[c.From.Service]) && c.From.Service != c.To.Service
}

// limit returns the rule's limit in the manifest, or its own.
func (v *view) limit(own int) int {
	if v.max != nil {
		return *v.max
	}
	return own
}

// budget returns what the manifest lets a request to the service cost.
func (v *view) budget(service string) manifest.Budget {
	if s := v.services[service]; s != nil {
		return s.Budget
	}
	return manifest.Budget{}
}

// fingerprint tells a finding of the rule from others by names, which stay when lines
// move. It is 16 hexadecimal digits. How the service that is called has named the
// parameters of a path is not in it: drivers that see one program at a time do not know.
func (v *view) fingerprint(names ...string) string {
	text := parameter.ReplaceAllString(strings.Join(names, "\x00"), "{$1}")
	sum := sha256.Sum256([]byte(v.rule + "\x00" + text))
	return hex.EncodeToString(sum[:8])
}

// parameter is one of a path: {id} or {rest...}.
var parameter = regexp.MustCompile(`\{[\pL_][\pL\pN_]*(\.\.\.)?\}`)
