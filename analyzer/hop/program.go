package hop

import (
	"slices"
	"strings"
)

// A Program is what one service does: the endpoints that it serves and the calls
// that it makes, before it is known which services those calls reach.
type Program struct {
	Root      string            `json:"root"` // "pkg/path" or "pkg/path#Func"
	Endpoints []ProgramEndpoint `json:"endpoints"`
	Calls     []ProgramCall     `json:"calls"`
	Consumers []ProgramConsumer `json:"consumers"`
	Notes     []Note            `json:"notes"`
	// Models are the functions that the manifest's models speak of and that occur in the program.
	Models []string `json:"models,omitempty"`
	// Waivers are the comments in the program's packages that speak to hoplint.
	Waivers []Waiver `json:"waivers,omitempty"`
}

// A Waiver is a comment that accepts what is found on some lines of a file:
// "//hoplint:allow sync-call -- reason". What it says may be wrong.
type Waiver struct {
	Package string `json:"package"` // import path
	Pos     string `json:"pos"`     // its line is the first that it holds for
	Last    int    `json:"last"`    // the last one
	Text    string `json:"text"`
}

// A ProgramEndpoint is an endpoint of a program. For HTTP, Name is "METHOD /path"
// in the normal form: parameters as {name}, the rest of a path as {name...},
// "ANY" where the method is not restricted.
type ProgramEndpoint struct {
	Protocol string `json:"protocol"`
	Name     string `json:"name"`
	Func     string `json:"func"`
	Pos      string `json:"pos"`
	// Infrastructure is true for what many services serve beside their own endpoints:
	// gRPC health and reflection, profiling, metrics.
	Infrastructure bool `json:"infrastructure,omitempty"`
}

// AnyRPC is the endpoint of a server that takes whatever RPCs it has no service for.
const AnyRPC = "*/*"

// A ProgramConsumer is a subscription to a topic.
type ProgramConsumer struct {
	Protocol string   `json:"protocol"` // "amqp", "kafka", "nats", …
	Topic    Template `json:"topic"`
	Pos      string   `json:"pos"`
}

// A ProgramCall is an outbound call of a program.
type ProgramCall struct {
	// Endpoint is the Name of the endpoint whose handler makes the call; "" outside
	// the context request; the topic in the context consumer.
	Endpoint string  `json:"endpoint"`
	Kind     Kind    `json:"kind"`
	Context  Context `json:"context"`
	Awaited  Awaited `json:"awaited"`
	Loop     Loop    `json:"loop"`
	Protocol string  `json:"protocol"`
	// Methods are the HTTP methods that the call may use, sorted; empty for other protocols and where unknown.
	Methods []string `json:"methods,omitempty"`
	// Addresses are what the call may be addressed to: URLs of HTTP calls, targets of
	// connections, topics of messages. Several mean that the code chooses between them.
	// Empty means that nothing at all is known.
	Addresses []Template `json:"addresses,omitempty"`
	// Procedure is "pkg.Service/Method" for gRPC and its like.
	Procedure string `json:"procedure,omitempty"`
	// Category is set for calls to infrastructure and third-party libraries: "database", "cloud", …
	Category string `json:"category,omitempty"`
	// Routing is true where the path of the request goes on to the target, as reverse
	// proxies have it.
	Routing bool `json:"routing,omitempty"`
	// Stripped is the prefix that is cut off that path before it goes on.
	Stripped string      `json:"stripped,omitempty"`
	Path     []PathFrame `json:"path"`
	// Passed names the waivers that the path passes. It tells calls apart that differ in
	// nothing else, since what one way accepts may come another way, too.
	Passed string `json:"passed,omitempty"`
}

// A PathFrame is a frame of the path to a call.
type PathFrame struct {
	Func string `json:"func"` // types.Func.FullName; closures end in "$1"
	Pos  string `json:"pos"`  // file:line:col, relative to the checked directory
	// Generated is true in generated files, where no finding stands.
	Generated bool `json:"generated,omitempty"`
	// Transport is true within a client's transport, which sends on what the client was
	// given: no finding stands there either.
	Transport bool `json:"transport,omitempty"`
}

// A Note is a place where the analysis gave up precision or could not go on.
type Note struct {
	Func   string `json:"func"`
	Pos    string `json:"pos"`
	Reason string `json:"reason"`
	// Incomplete is true where calls may be lost; else some are only told less apart.
	Incomplete bool `json:"incomplete,omitempty"`
	// Text is true where only what strings hold is known less well. Where that matters,
	// a call is unresolved, which is said anyway.
	Text bool `json:"text,omitempty"`
}

// A PartKind says what a part of a template is.
type PartKind string

const (
	PartText      PartKind = "text"      // literal text
	PartEnv       PartKind = "env"       // the value of the environment variable Text
	PartFlag      PartKind = "flag"      // the value of the command-line flag Text
	PartConfig    PartKind = "config"    // the value of the configuration key Text (dotted)
	PartDiscovery PartKind = "discovery" // whatever service discovery gives for the name Text
	PartField     PartKind = "field"     // the value of the struct field Text (pkg/path.Type.Field), unknown otherwise
	PartRequest   PartKind = "request"   // data of an inbound request
	PartAnswer    PartKind = "answer"    // data of what another service answered
	PartUnknown   PartKind = "unknown"
)

// A Part is a piece of a string that is known or a hole that is not.
type Part struct {
	Kind PartKind `json:"kind"`
	// Text is the literal text or the key.
	Text string `json:"text,omitempty"`
	// Default is the value that a key has when nothing sets it; "" if there is none.
	Default string `json:"default,omitempty"`
	// Also are further keys that give the same value: the variable that sets a flag, a
	// configuration key as struct tags write it.
	Also []Key `json:"also,omitempty"`
}

// A Key names a value that is set from outside.
type Key struct {
	Kind PartKind `json:"kind"`
	Text string   `json:"text"`
}

// With returns the part with further keys.
func (p Part) With(keys ...Key) Part {
	p.Also = slices.Clone(p.Also)
	for _, k := range keys {
		if !slices.Contains(p.Keys(), k) {
			p.Also = append(p.Also, k)
		}
	}
	return p
}

// Written returns the configuration keys of a part as they are written where the
// configuration stands; its own if nothing tells.
func (p Part) Written() []string {
	var out []string
	for _, k := range p.Also {
		if k.Kind == PartConfig {
			out = append(out, k.Text)
		}
	}
	if len(out) == 0 && p.Kind == PartConfig {
		out = append(out, p.Text)
	}
	return out
}

// Keys returns all the keys that give the value of a part, its own first.
func (p Part) Keys() []Key { return append([]Key{{p.Kind, p.Text}}, p.Also...) }

// A Template is a string of which some parts are not known before the program runs.
type Template []Part

// String writes the template as reports show it: "http://{env:ORDERS_ADDR}/orders/{}".
func (t Template) String() string {
	var b strings.Builder
	for _, p := range t {
		switch p.Kind {
		case PartText:
			b.WriteString(p.Text)
		case PartUnknown:
			b.WriteString("{}")
		case PartRequest, PartAnswer:
			b.WriteString("{" + string(p.Kind) + "}")
		default:
			b.WriteString("{" + string(p.Kind) + ":" + p.Text + "}")
		}
	}
	return b.String()
}
