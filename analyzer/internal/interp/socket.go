package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// openSocket opens a network connection, which knows whom it leads to.
func (c *libraryCall) openSocket(row *model.Row) []setID {
	o := c.make("socket", "")
	target := c.arg(row, model.RoleTarget)
	if network := c.literals(c.arg(row, model.RoleNetwork)); slices.Contains(network, "unix") {
		target = c.concat(c.textSet("unix:"), target)
	}
	c.write(o, c.below(0, targetField), target)
	return c.shaped(c.ref(o, 0))
}

// dialled returns the addresses that requests really go to: the dialler of a transport
// may lead them elsewhere than where their URLs point.
func (c *libraryCall) dialled(transport setID, urls []hop.Template) []hop.Template {
	hosts := c.dialTargets(transport)
	if len(hosts) == 0 {
		return urls
	}
	var out []hop.Template
	for _, t := range urls {
		for _, host := range hosts {
			out = append(out, viaSocket(t, host))
		}
	}
	return sortedTemplates(out)
}

// viaSocket writes a URL with another host. That of a Unix socket is written as
// proxies do: http://unix:/run/orders.sock:/orders/1.
func viaSocket(t, host hop.Template) hop.Template {
	u := splitURL(t)
	u.host = host
	if startsWith(host, "unix:") {
		u.scheme = nil
		if len(u.path) > 0 {
			u.host = append(slices.Clip(host), hop.Part{Kind: hop.PartText, Text: ":"})
		}
	}
	return u.template()
}

// diallerFields are the fields of transports that hold what opens their connections.
var diallerFields = []string{"DialContext", "Dial", "DialTLSContext"}

// dialTargets returns what the diallers of transports, and of options, connect to whatever address
// they are asked for.
func (c *libraryCall) dialTargets(transport setID) []hop.Template {
	var out []hop.Template
	for _, x := range c.opened(transport) {
		if x.kind != refValue && x.kind != structValue {
			continue
		}
		for _, field := range diallerFields {
			dialler := c.setAt(c.object(x.n), c.below(x.path, field))
			for _, fn := range c.callables(dialler) {
				out = append(out, c.targetsOfDialler(fn)...)
			}
		}
	}
	return sortedTemplates(out)
}

func (c *libraryCall) targetsOfDialler(fn value) []hop.Template {
	f := c.functionOf(fn)
	if f == nil {
		return nil
	}
	args := make([]setID, len(f.Params))
	for i, p := range f.Params {
		args[i] = unknown
		if p.Class == ir.String {
			args[i] = c.unknownText()
		}
	}
	results := c.apply(fn, args, callEdge)
	if len(results) == 0 {
		return nil
	}
	var out []hop.Template
	for _, t := range c.templatesOf(c.fieldsOf(results[0], targetField)) {
		if !slices.ContainsFunc(t, func(p hop.Part) bool { return p.Kind == hop.PartUnknown }) {
			out = append(out, t)
		}
	}
	return out
}
