package rule

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// topics are the messages that services exchange already, "kafka:orders", by service.
type topics struct {
	published map[string][]string
	consumed  map[string][]string
}

func newTopics(sys *hop.System) *topics {
	t := &topics{published: map[string][]string{}, consumed: map[string][]string{}}
	for i := range sys.Calls {
		c := &sys.Calls[i]
		if c.Kind != hop.Async || c.To.Endpoint == "" {
			continue
		}
		t.published[c.From.Service] = append(t.published[c.From.Service], c.To.Address)
		if c.To.Service != "" {
			t.consumed[c.To.Service] = append(t.consumed[c.To.Service], c.To.Address)
		}
	}
	for _, byService := range []map[string][]string{t.published, t.consumed} {
		for service, names := range byService {
			slices.Sort(names)
			byService[service] = slices.Compact(names)
		}
	}
	return t
}

// maxTopics is how many topics advice names.
const maxTopics = 3

func nameTopics(names []string) string {
	s := strings.Join(names[:min(len(names), maxTopics)], ", ")
	if len(names) > maxTopics {
		s += ", …"
	}
	return s
}

// advice says what to do instead of a call: what the guide says for queries and for commands.
func (v *view) advice(c *hop.Call) string {
	other := c.To.Service
	if v.roles[other] == hop.RoleGateway {
		other = "the services behind " + other
	}
	if c.Verb == hop.Query {
		return v.replicate(c.To.Service, other)
	}
	return v.publish(c.To.Service, other)
}

func (v *view) replicate(service, other string) string {
	s := fmt.Sprintf("keep the few attributes of %s that the request needs in the own database and update them from integration events", other)
	if names := v.topics.published[service]; len(names) > 0 {
		s += "; " + service + " publishes " + nameTopics(names) + " already"
	}
	return s
}

func (v *view) publish(service, other string) string {
	s := fmt.Sprintf("publish an integration event or queue a message for %s and answer at once, with 202 where the outcome is open", other)
	if names := v.topics.consumed[service]; len(names) > 0 {
		s += "; " + service + " consumes " + nameTopics(names) + " already"
	}
	return s
}
