// Package manifest reads hoplint.yaml: which services a system has, how they are
// addressed and what is allowed between them.
//
// Reading is strict. What is wrong with a manifest is said with file, line and
// column, all of it at once; see [Read]. What cannot be told from the file alone is
// checked by [Manifest.CheckRoots], [Manifest.CheckRules] and [Manifest.CheckServices].
package manifest

import (
	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// FileName is the name of a manifest at the root of a repository.
const FileName = "hoplint.yaml"

// A Format is a version of the manifest's format.
type Format int

// Version is the format that [Read] reads.
const Version Format = 1

// A Manifest is what hoplint.yaml says. Paths in it are relative to the checked
// directory, wherever the file lies. A manifest is read-only once made.
//
// The jsonschema tags are the descriptions that editors show.
type Manifest struct {
	Version    Format      `yaml:"version" strict:"required=1" jsonschema:"Version of this format."`
	FirstParty []Name      `yaml:"first_party" jsonschema:"Import path prefixes that are followed from source besides the checked modules and their owner's."`
	Libraries  []Name      `yaml:"libraries" jsonschema:"Import path prefixes that are not followed although first_party or the owner says so. The longest prefix wins."`
	Exclude    []Name      `yaml:"exclude" jsonschema:"Directories that are left out: ./dir or ./dir/... with all below."`
	Services   []Service   `yaml:"services" strict:"keyed=service" jsonschema:"The services of the system by name."`
	Rules      []Rule      `yaml:"rules" strict:"keyed=rule" jsonschema:"Severities and limits of rules by name."`
	Fragments  []Name      `yaml:"fragments" jsonschema:"Fragments of other repositories of the system, as hoplint fragment writes them: files or globs, relative to the checked directory. Their services join the system; what this manifest says of one of them comes first."`
	Models     []yaml.Node `yaml:"models" jsonschema:"What functions of further libraries do."`

	// File is the name that the manifest was read under; "" for [Default].
	File string `yaml:"-"`
}

// A Name is a string that knows where it stands.
type Name struct {
	Name string     `yaml:"-" strict:"scalar"`
	Pos  strict.Pos `yaml:"-"`
}

// A Service is a deployable of the system.
type Service struct {
	Name string `yaml:"-" strict:"key"`
	// Role is "" if the manifest does not say.
	Role       hop.Role   `yaml:"role" strict:"enum=client|gateway|service|worker|tool|infrastructure|external" jsonschema:"What the service is. Gateways and clients may call services; infrastructure and external services are not judged."`
	Root       Root       `yaml:"root" jsonschema:"Where the service starts: ./dir for its main or ./dir#Func or ./dir#(*Type).Method."`
	Build      Build      `yaml:"build" jsonschema:"How the service is built."`
	Settings   Settings   `yaml:"settings" jsonschema:"Values that the service starts with."`
	Owner      string     `yaml:"owner" jsonschema:"Who answers for the service."`
	Listen     []int      `yaml:"listen" strict:"min=1,max=65535" jsonschema:"Ports that the service listens on."`
	Address    Address    `yaml:"address" jsonschema:"How the code of other services names this one."`
	Routes     []Route    `yaml:"routes" jsonschema:"Gateways that stand in front of the service."`
	Serves     []Endpoint `yaml:"serves" jsonschema:"Endpoints of a service that hoplint cannot read: METHOD /path or package.Service/Method. {x} is one segment; {x...} and * are the rest."`
	ServesFrom []Source   `yaml:"serves_from" jsonschema:"Descriptions that list the endpoints: an OpenAPI file or a protobuf file (with #package.Service for one of its services)."`
	Calls      []Call     `yaml:"calls" jsonschema:"Calls that hoplint cannot read."`
	Budget     Budget     `yaml:"budget" jsonschema:"How much one request to this service may cost."`
	Allow      []Allow    `yaml:"allow" jsonschema:"Hops that are accepted."`

	// Repository is the repository whose fragment the service is known from; "" for the
	// manifest's own.
	Repository string `yaml:"-"`

	// Pos is where the service's name stands.
	Pos strict.Pos `yaml:"-"`
}

// Build says how a service is built.
type Build struct {
	Tags []string `yaml:"tags" jsonschema:"Build tags."`
}

// Settings are values that a service starts with. Each keeps its key as evidence.
type Settings struct {
	Args []string          `yaml:"args" strict:"text" jsonschema:"Command-line arguments."`
	Env  map[string]string `yaml:"env" strict:"text" jsonschema:"Environment variables."`
	// Files are slash-separated paths.
	Files []Name `yaml:"files" jsonschema:"Configuration files: YAML or JSON or TOML or .env."`
}

// An Address is how the code of other services names a service.
type Address struct {
	Hosts     []Host  `yaml:"hosts" jsonschema:"Hosts: host (any port) or host:port or unix:/path."`
	Env       []Key   `yaml:"env" jsonschema:"Environment variables that hold the address."`
	Flags     []Key   `yaml:"flags" jsonschema:"Command-line flags that hold the address (without dashes)."`
	Config    []Key   `yaml:"config" jsonschema:"Configuration keys that hold the address: dotted and without regard to case; whole segments that follow each other anywhere in a key."`
	Discovery []Key   `yaml:"discovery" jsonschema:"Names in service discovery."`
	GRPC      []Name  `yaml:"grpc" jsonschema:"gRPC services: package.Service."`
	Clients   []Name  `yaml:"clients" jsonschema:"Go packages or types or functions that are clients of the service."`
	Fields    []Name  `yaml:"fields" jsonschema:"Struct fields that hold the address: import/path.Type.Field."`
	Topics    []Topic `yaml:"topics" jsonschema:"Topics and queues that the service consumes: broker:name where * is any text."`
}

// A Key is a name under which callers find the address of a service. A key that
// names its callers comes before one for all.
type Key struct {
	Key string `yaml:"key" strict:"required,short" jsonschema:"The name."`
	In  []Name `yaml:"in" strict:"single" jsonschema:"The calling services that it holds for. All if absent."`

	Pos strict.Pos `yaml:"-"`
}

// A Host is a host by which callers address a service.
type Host struct {
	Text string `yaml:"key" strict:"required,short" jsonschema:"The host."`
	In   []Name `yaml:"in" strict:"single" jsonschema:"The calling services that it holds for. All if absent."`

	// Host is Text without its port, in lower case and without brackets, "localhost"
	// for every loopback address; of a unix socket the path. It may hold wildcards: *.
	Host string `yaml:"-"`
	// Port is "" where any port fits.
	Port string `yaml:"-"`
	// Unix is true for the path of a unix socket.
	Unix bool `yaml:"-"`

	Pos strict.Pos `yaml:"-"`
}

// A Topic is a topic or queue that a service consumes: "kafka:orders".
type Topic struct {
	Text string `yaml:"-" strict:"scalar"`

	Broker string `yaml:"-"`
	Name   string `yaml:"-"` // may hold wildcards: *

	Pos strict.Pos `yaml:"-"`
}

// A Root is the function at which a service starts. The zero Root is none.
type Root struct {
	Text string `yaml:"-" strict:"scalar"`

	// Dir is a clean, slash-separated path relative to the checked directory: "." or "services/ordering".
	Dir string `yaml:"-"`
	// Func is "" for main, else "F", "(T).M" or "(*T).M".
	Func string `yaml:"-"`

	Pos strict.Pos `yaml:"-"`
}

// A Route is a gateway in front of a service.
type Route struct {
	Via    Name   `yaml:"via" strict:"required" jsonschema:"The gateway."`
	Prefix string `yaml:"prefix" jsonschema:"The path prefix that the gateway routes to the service."`
	Strip  bool   `yaml:"strip" jsonschema:"Whether the gateway cuts the prefix off."`

	Pos strict.Pos `yaml:"-"`
}

// An Endpoint is a pattern of endpoints.
type Endpoint struct {
	Text string `yaml:"-" strict:"scalar"`

	// Protocol is hop.HTTP or hop.GRPC, which stands for every RPC; "" for no endpoint.
	Protocol string `yaml:"-"`
	// Method is the HTTP method, or "ANY"; "" for RPC.
	Method string `yaml:"-"`
	// Path is "/orders/{id}", with {rest...} where the pattern has *, or for RPC "pkg.Service/Method"; the method may be *.
	Path string `yaml:"-"`

	Pos strict.Pos `yaml:"-"`
}

// A Source is a file that describes endpoints: "pb/shop.proto#shop.Ordering".
type Source struct {
	Text string `yaml:"-" strict:"scalar"`

	File string `yaml:"-"` // slash-separated
	Name string `yaml:"-"` // a service in it; "" for all

	Pos strict.Pos `yaml:"-"`
}

// A Call is a call that is declared.
type Call struct {
	From     Endpoint `yaml:"from" jsonschema:"The endpoint that makes the call. Absent for a background activity."`
	To       Name     `yaml:"to" strict:"required" jsonschema:"The called service."`
	Endpoint Endpoint `yaml:"endpoint" jsonschema:"The called endpoint."`

	Pos strict.Pos `yaml:"-"`
}

// A Budget limits what one request may cost. Nil is no limit.
type Budget struct {
	Hops     *int `yaml:"hops" strict:"min=0" jsonschema:"Hops that a request may take one after the other."`
	Services *int `yaml:"services" strict:"min=0" jsonschema:"Other services that a request may wait for."`

	Pos strict.Pos `yaml:"-"`
}

// An Allow accepts hops of its service.
type Allow struct {
	To       Name     `yaml:"to" strict:"required" jsonschema:"The called service."`
	Endpoint Endpoint `yaml:"endpoint" jsonschema:"The called endpoint. Absent for all of the service's."`
	Reason   string   `yaml:"reason" strict:"required" jsonschema:"Why the hop is accepted."`
	Owner    string   `yaml:"owner" jsonschema:"Who answers for the exception."`
	Until    Date     `yaml:"until" jsonschema:"The last day of the exception: YYYY-MM-DD."`

	Pos strict.Pos `yaml:"-"`
}

// A Date is a day, written YYYY-MM-DD, so that dates compare as strings; "" is none.
type Date string

// A Rule sets what a rule does.
type Rule struct {
	Name     string       `yaml:"-" strict:"key"`
	Severity hop.Severity `yaml:"severity" strict:"short,enum=off|info|warning|error" jsonschema:"How serious findings of the rule are. The rule's own if absent."`
	// Max is nil where the rule's own limit holds.
	Max *int `yaml:"max" strict:"min=0" jsonschema:"The limit of a rule that counts."`

	// Pos is where the rule's name stands.
	Pos strict.Pos `yaml:"-"`
}

// Default returns the manifest of a system that has none.
func Default() *Manifest { return &Manifest{Version: Version} }
