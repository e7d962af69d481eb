package manifest

import (
	"encoding/json"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// What is shared of a manifest is what other repositories need to know of its services:
// all but how they are built and started. It is written as JSON in the manifest's own
// notation, which is YAML too, so that what is read back is checked like any manifest.

type shared struct {
	Version  Format                   `json:"version"`
	Services map[string]sharedService `json:"services"`
}

type sharedService struct {
	Role    hop.Role      `json:"role,omitempty"`
	Owner   string        `json:"owner,omitempty"`
	Listen  []int         `json:"listen,omitempty"`
	Address sharedAddress `json:"address,omitzero"`
	Routes  []sharedRoute `json:"routes,omitempty"`
	Serves  []string      `json:"serves,omitempty"`
	Calls   []sharedCall  `json:"calls,omitempty"`
	Budget  sharedBudget  `json:"budget,omitzero"`
	Allow   []sharedAllow `json:"allow,omitempty"`
}

type sharedAddress struct {
	Hosts     []sharedKey `json:"hosts,omitempty"`
	Env       []sharedKey `json:"env,omitempty"`
	Flags     []sharedKey `json:"flags,omitempty"`
	Config    []sharedKey `json:"config,omitempty"`
	Discovery []sharedKey `json:"discovery,omitempty"`
	GRPC      []string    `json:"grpc,omitempty"`
	Clients   []string    `json:"clients,omitempty"`
	Fields    []string    `json:"fields,omitempty"`
	Topics    []string    `json:"topics,omitempty"`
}

// IsZero reports whether there are no addresses.
func (a sharedAddress) IsZero() bool {
	n := len(a.Hosts) + len(a.Env) + len(a.Flags) + len(a.Config) + len(a.Discovery)
	return n+len(a.GRPC)+len(a.Clients)+len(a.Fields)+len(a.Topics) == 0
}

type sharedKey struct {
	Key string   `json:"key"`
	In  []string `json:"in,omitempty"`
}

type sharedRoute struct {
	Via    string `json:"via"`
	Prefix string `json:"prefix,omitempty"`
	Strip  bool   `json:"strip,omitempty"`
}

type sharedCall struct {
	From     string `json:"from,omitempty"`
	To       string `json:"to"`
	Endpoint string `json:"endpoint,omitempty"`
}

type sharedBudget struct {
	Hops     *int `json:"hops,omitempty"`
	Services *int `json:"services,omitempty"`
}

type sharedAllow struct {
	To       string `json:"to"`
	Endpoint string `json:"endpoint,omitempty"`
	Reason   string `json:"reason"`
	Owner    string `json:"owner,omitempty"`
	Until    Date   `json:"until,omitempty"`
}

// MarshalJSON writes what is shared of the manifest, for [ReadShared].
func (m *Manifest) MarshalJSON() ([]byte, error) {
	out := shared{Version: Version, Services: make(map[string]sharedService, len(m.Services))}
	for i := range m.Services {
		s := &m.Services[i]
		out.Services[s.Name] = sharedService{
			Role:    s.Role,
			Owner:   s.Owner,
			Listen:  s.Listen,
			Address: shareAddress(&s.Address),
			Routes:  each(s.Routes, func(r Route) sharedRoute { return sharedRoute{r.Via.Name, r.Prefix, r.Strip} }),
			Serves:  each(s.Serves, func(e Endpoint) string { return e.Text }),
			Calls:   each(s.Calls, func(c Call) sharedCall { return sharedCall{c.From.Text, c.To.Name, c.Endpoint.Text} }),
			Budget:  sharedBudget{s.Budget.Hops, s.Budget.Services},
			Allow: each(s.Allow, func(a Allow) sharedAllow {
				return sharedAllow{a.To.Name, a.Endpoint.Text, a.Reason, a.Owner, a.Until}
			}),
		}
	}
	return json.Marshal(out)
}

func shareAddress(a *Address) sharedAddress {
	keys := func(list []Key) []sharedKey {
		return each(list, func(k Key) sharedKey { return sharedKey{k.Key, Names(k.In)} })
	}
	return sharedAddress{
		Hosts:     each(a.Hosts, func(h Host) sharedKey { return sharedKey{h.Text, Names(h.In)} }),
		Env:       keys(a.Env),
		Flags:     keys(a.Flags),
		Config:    keys(a.Config),
		Discovery: keys(a.Discovery),
		GRPC:      Names(a.GRPC),
		Clients:   Names(a.Clients),
		Fields:    Names(a.Fields),
		Topics:    each(a.Topics, func(t Topic) string { return t.Text }),
	}
}

func each[A, B any](list []A, convert func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = convert(a)
	}
	return out
}

// ReadShared reads what [Manifest.MarshalJSON] writes. Errors are those of [Read], but
// services may speak of others that are not there, and nothing may be there that is not shared.
func ReadShared(name string, data []byte) (*Manifest, error) {
	m := &Manifest{File: name}
	if err := strict.Decode(name, data, m); err != nil {
		return nil, err
	}
	errs := strict.Errors{File: name}
	m.checkNames(&errs)
	m.checkAddresses(&errs)
	if len(m.FirstParty)+len(m.Libraries)+len(m.Exclude)+len(m.Rules)+len(m.Fragments)+len(m.Models) > 0 {
		errs.Add(strict.Pos{}, "a fragment tells of services alone")
	}
	for i := range m.Services {
		s := &m.Services[i]
		own := len(s.Build.Tags) + len(s.Settings.Args) + len(s.Settings.Env) + len(s.Settings.Files) + len(s.ServesFrom)
		if own > 0 || s.Root.Text != "" {
			errs.Add(s.Pos, "service %q: how it is built and started is no part of a fragment", s.Name)
		}
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return m, nil
}
