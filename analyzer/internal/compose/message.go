package compose

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// topics says which services receive the messages of a topic.
type topics struct {
	exact    map[topic][]string
	patterns []topicPattern     // of subscriptions
	globs    []topicPattern     // of the manifest, with holes
	brokers  map[string]bool    // protocols in which there are topics
	served   map[string][]topic // by service: topics that its code answers
}

type topic struct{ protocol, name string }

type topicPattern struct {
	topic
	service string
}

// add notes that the service receives the messages of the topic t.
func (ts *topics) add(service, protocol string, t hop.Template) {
	ts.brokers[protocol] = true
	for _, name := range topicNames(t) {
		key := topic{protocol, name}
		switch {
		case isTopicPattern(name):
			ts.patterns = append(ts.patterns, topicPattern{key, service})
		case !slices.Contains(ts.exact[key], service):
			ts.exact[key] = append(ts.exact[key], service)
		}
	}
}

// receivers returns the services that receive messages of the topic t, sorted.
func (ts *topics) receivers(protocol string, t hop.Template) []string {
	var out []string
	for _, name := range topicNames(t) {
		out = append(out, ts.exact[topic{protocol, name}]...)
		for _, p := range ts.patterns {
			if p.protocol == protocol && matchTopic(strings.Split(p.name, "."), strings.Split(name, ".")) {
				out = append(out, p.service)
			}
		}
		for _, g := range ts.globs {
			if g.protocol == protocol && overlap(g.name, name) {
				out = append(out, g.service)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// answering returns those of the receivers of a message that may answer it, if there
// are any: services whose code does, and those of which no code was read.
func (c *composer) answering(receivers []string, protocol string, t hop.Template) []string {
	var out []string
	for _, name := range receivers {
		if s := c.services[name]; s == nil || !s.analysed || c.topics.answeredAs(name, protocol, t) != "" {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		return receivers
	}
	return out
}

// answeredAs returns the endpoint by which a service answers messages of the topic t,
// "" if it does not.
func (ts *topics) answeredAs(service, protocol string, t hop.Template) string {
	for _, name := range topicNames(t) {
		for _, s := range ts.served[service] {
			if s.protocol == protocol && matchTopic(strings.Split(s.name, "."), strings.Split(name, ".")) {
				return s.name
			}
		}
	}
	return ""
}

// topicNames returns the names by which topics are compared: with their keys, and
// with the defaults of these. A topic that is not wholly known is compared with none.
func topicNames(t hop.Template) []string {
	if len(t) == 0 || slices.ContainsFunc(t, isOpen) {
		return nil
	}
	names := []string{t.String()}
	if assumed := withDefaults(t).String(); assumed != names[0] {
		names = append(names, assumed)
	}
	return names
}

// isOpen reports whether a part may be anything.
func isOpen(p hop.Part) bool {
	return p.Kind == hop.PartUnknown || p.Kind == hop.PartRequest || p.Kind == hop.PartAnswer
}

// isTopicPattern reports whether a subscription names many topics, as those of NATS
// ("orders.*", "orders.>") and AMQP ("orders.#") can.
func isTopicPattern(name string) bool {
	for token := range strings.SplitSeq(name, ".") {
		if token == "*" || token == ">" || token == "#" {
			return true
		}
	}
	return false
}

// matchTopic reports whether a topic fits a pattern: "*" is one word, ">" one or
// more at the end, "#" any number.
func matchTopic(pattern, name []string) bool {
	if len(pattern) == 0 {
		return len(name) == 0
	}
	switch token, rest := pattern[0], pattern[1:]; {
	case token == "#":
		return matchTopic(rest, name) || len(name) > 0 && matchTopic(pattern, name[1:])
	case len(name) == 0:
		return false
	case token == ">" && len(rest) == 0:
		return true
	case token == "*" || token == name[0]:
		return matchTopic(rest, name[1:])
	}
	return false
}

// isMessage reports whether a call is a message to whoever listens, not a request to
// a service that it addresses. The sender may wait for the answer all the same.
func (ts *topics) isMessage(call *hop.ProgramCall) bool {
	switch call.Protocol {
	case hop.HTTP, hop.GRPC:
		return false
	}
	return call.Procedure == "" && (call.Kind == hop.Async || ts.brokers[call.Protocol])
}

// topicEvidence says how the topic of a message is known.
func topicEvidence(t hop.Template) hop.Evidence {
	for _, p := range t {
		if kind, ok := keyKinds[p.Kind]; ok {
			return kind.evidence
		}
	}
	return hop.ByLiteral
}
