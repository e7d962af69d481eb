// Package hop is the vocabulary of hoplint's results: what a system of services
// is made of, which calls its services make, and what the rules say of it.
//
// Everything here is plain data. The JSON form of [Report] is the contract that
// other programs rely on; it carries a version that changes with its shape.
package hop

// ReportVersion is the version of the JSON form of [Report].
const ReportVersion = 1

// A Report is everything that one run says.
type Report struct {
	Version  int       `json:"version"`
	System   System    `json:"system"`
	Findings []Finding `json:"findings"`
	Coverage Coverage  `json:"coverage"`
	// Changes says how the system differs from an earlier state, where the run compared
	// it with one.
	Changes *Changes `json:"changes,omitempty"`
}

// A System is all programs, joined by the manifest. Its slices are sorted.
type System struct {
	Services   []Service    `json:"services"`
	Endpoints  []Endpoint   `json:"endpoints"`
	Calls      []Call       `json:"calls"`
	Unresolved []Unresolved `json:"unresolved"`
}

// A Role says what a service is in its system. The first hop of a gateway or a
// client is no finding; infrastructure and external services are not judged.
type Role string

const (
	RoleClient         Role = "client"
	RoleGateway        Role = "gateway"
	RoleService        Role = "service"
	RoleWorker         Role = "worker"
	RoleTool           Role = "tool"
	RoleInfrastructure Role = "infrastructure"
	RoleExternal       Role = "external"
)

// Roles lists the roles in the order in which help shows them.
var Roles = []Role{RoleClient, RoleGateway, RoleService, RoleWorker, RoleTool, RoleInfrastructure, RoleExternal}

// A Service is a deployable of the system.
type Service struct {
	Name  string `json:"name"`
	Role  Role   `json:"role"`
	Root  string `json:"root"`  // as the manifest writes it: "./services/ordering", "./cmd/all#runOrdering"
	Owner string `json:"owner"` // "" if the manifest names none
	// Endpoints is how many endpoints the service serves.
	Endpoints int `json:"endpoints"`
	// Analysed is false where the service is only declared: no Go source was read for it.
	Analysed bool `json:"analysed"`
	// Guessed is true where no manifest says the role.
	Guessed bool `json:"guessed,omitempty"`
	// Repository is the repository whose fragment tells of the service; "" for the
	// services of the repository under analysis.
	Repository string `json:"repository,omitempty"`
}

// Protocols.
const (
	HTTP = "http"
	GRPC = "grpc"
)

// An Endpoint is what a service serves: "POST /orders/{id}" over HTTP,
// "shop.Ordering/Create" over gRPC.
type Endpoint struct {
	Service  string `json:"service"`
	Protocol string `json:"protocol"`
	Name     string `json:"name"`
	Func     string `json:"func"` // the handler, as types.Func.FullName prints it; "" if only declared
	Pos      string `json:"pos"`  // where it is registered
}

// A Kind says what the caller does about the answer.
type Kind string

const (
	Sync  Kind = "sync"  // waits for it
	Async Kind = "async" // there is none: a message
	Poll  Kind = "poll"  // a background activity asks again and again
)

// A Context is the activity in which a call happens.
type Context string

const (
	Request    Context = "request"    // an inbound request is being served
	Startup    Context = "startup"    // the service starts
	Background Context = "background" // a goroutine, ticker or worker of the service's own
	Consumer   Context = "consumer"   // a message is being handled
	Health     Context = "health"     // a health endpoint asks other health endpoints
)

// Awaited says how a call's goroutine is tied to its activity.
type Awaited string

const (
	Direct   Awaited = "direct"   // the call runs on the activity's own goroutine
	Joined   Awaited = "joined"   // on another goroutine, whose end the activity waits for
	Detached Awaited = "detached" // on another goroutine that the activity does not wait for
)

// A Loop is the kind of loop that a call lies in; "" for none.
type Loop string

const (
	NoLoop    Loop = ""
	LoopRange Loop = "range" // over data
	LoopFor   Loop = "for"   // with a condition or a bound
	LoopRetry Loop = "retry" // until one attempt succeeds
	LoopPages Loop = "pages" // until the last page
)

// Evidence says how the target of a call is known.
type Evidence string

const (
	ByLiteral   Evidence = "literal"    // a host in the source
	ByEnv       Evidence = "env"        // an environment variable
	ByFlag      Evidence = "flag"       // a command-line flag
	ByConfig    Evidence = "config"     // a key of a configuration file
	ByDiscovery Evidence = "discovery"  // a name of service discovery
	ByGRPC      Evidence = "grpc"       // the gRPC service name
	ByClient    Evidence = "client"     // the client's package or type
	ByName      Evidence = "name"       // a host that is a service's name
	ByDeclared  Evidence = "declared"   // the manifest's calls
	Unknown     Evidence = "unresolved" // it is not known
)

// A Verb tells a command, which changes something, from a query.
type Verb string

const (
	Command Verb = "command"
	Query   Verb = "query"
)

// From is the near end of a call. Endpoint is "" outside the contexts request
// and health, and the topic in the context consumer.
type From struct {
	Service  string `json:"service"`
	Endpoint string `json:"endpoint"`
}

// To is the far end of a call. Service is "" where it is not known; Endpoint is
// what was called, as the far end's code names it if that was read.
type To struct {
	Service  string `json:"service"`
	Protocol string `json:"protocol"`
	Endpoint string `json:"endpoint"`
	Address  string `json:"address"` // as evaluated: "http://{env:ORDERS_ADDR}/orders/{}"
}

// A Call is one endpoint, or one other activity, reaching another service.
type Call struct {
	From     From     `json:"from"`
	To       To       `json:"to"`
	Kind     Kind     `json:"kind"`
	Context  Context  `json:"context"`
	Awaited  Awaited  `json:"awaited"`
	Loop     Loop     `json:"loop"`
	Evidence Evidence `json:"evidence"`
	Verb     Verb     `json:"verb"`
	Pos      string   `json:"pos"`
	Path     []Frame  `json:"path"` // from the activity's entry to the line nearest the wire
}

// A Frame is a line of the path to a call: Func contains the line at Pos.
type Frame struct {
	Func string `json:"func"`
	Pos  string `json:"pos"`
}

// An Unresolved is an outbound call whose target is not known.
type Unresolved struct {
	From       From   `json:"from"`
	Pos        string `json:"pos"`
	Expression string `json:"expression"` // what it is addressed to, as far as known
	Reason     string `json:"reason"`     // why it is not known: "from request data", "two services serve …"
	Hint       string `json:"hint"`       // the manifest line that would resolve it
}

// Severities, in ascending order.
const (
	Off     Severity = "off"
	Info    Severity = "info"
	Warning Severity = "warning"
	Error   Severity = "error"
)

// A Severity says how much a finding matters.
type Severity string

// Severities lists the severities in ascending order.
var Severities = []Severity{Off, Info, Warning, Error}

// A Finding is one instance of a rule.
type Finding struct {
	Rule         string     `json:"rule"`
	Severity     Severity   `json:"severity"`
	Service      string     `json:"service"`
	Endpoints    []string   `json:"endpoints"`
	To           FindingTo  `json:"to"`
	Message      string     `json:"message"`
	Advice       string     `json:"advice"`
	Pos          string     `json:"pos"`
	Path         []Frame    `json:"path"`
	Chain        []ChainHop `json:"chain"`
	Fingerprints []string   `json:"fingerprints"` // one an endpoint; made of names, never of lines
	Status       Status     `json:"status"`
	// AllowedIn says where what allows the finding stands; "" for others.
	AllowedIn Source `json:"allowed_in,omitempty"`
}

// FindingTo is the far end that a finding is about; empty where it is about several.
type FindingTo struct {
	Service  string `json:"service"`
	Endpoint string `json:"endpoint"`
}

// A ChainHop is an endpoint of a chain, with the line of the call that leaves it
// ("" for the last one).
type ChainHop struct {
	Service  string `json:"service"`
	Endpoint string `json:"endpoint"`
	Pos      string `json:"pos"`
}

// A Status says whether a finding counts.
type Status string

const (
	StatusNew      Status = "new"
	StatusBaseline Status = "baseline"
	StatusAllowed  Status = "allowed"
	StatusKnown    Status = "known" // the state that the system is compared with has it, too
)

// A Source says where something is written down.
type Source string

const (
	InManifest Source = "manifest"
	InCode     Source = "code"
)

// Coverage says what was looked at, so that silence is not mistaken for cleanliness.
type Coverage struct {
	Packages  int       `json:"packages"`  // first-party packages analysed
	Endpoints int       `json:"endpoints"` // endpoints found in code
	Calls     int       `json:"calls"`     // outbound calls found
	Resolved  int       `json:"resolved"`  // of those, with a known target
	Skipped   []Skipped `json:"skipped"`
	// UnusedModels are functions that the manifest's models speak of and no analysed
	// program does: their names may be misspelt.
	UnusedModels []string `json:"unused_models,omitempty"`
	// Stale are entries of the baseline that no finding has any more.
	Stale []Stale `json:"stale,omitempty"`
}

// A Stale is an entry of the baseline that is of no use any more: its finding is fixed.
type Stale struct {
	Pos     string `json:"pos"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
}

// A Skipped is something that could not be looked at, or not to the end.
type Skipped struct {
	Package string `json:"package"` // import path, service or root
	Reason  string `json:"reason"`
	// Incomplete is true where what was left out may hide a call, so that the run is no success.
	Incomplete bool `json:"incomplete,omitempty"`
}
