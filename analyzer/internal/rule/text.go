package rule

import (
	"fmt"
	"math"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// callerName names the near end of a call: "POST /orders of ordering".
func callerName(f hop.From) string {
	if f.Endpoint == "" {
		return f.Service
	}
	return f.Endpoint + " of " + f.Service
}

// targetName names the far end of a call: "payment POST /payments".
func targetName(service, endpoint string) string {
	if endpoint == "" {
		return service
	}
	return service + " " + endpoint
}

// subject names who reaches a site: one endpoint, and how many others.
func (s *site) subject() string {
	return withOthers(callerName(s.witness.From), len(s.endpoints)-1)
}

func withOthers(name string, others int) string {
	switch {
	case others <= 0:
		return name
	case others == 1:
		return name + " (like 1 other endpoint)"
	}
	return fmt.Sprintf("%s (like %d other endpoints)", name, others)
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// maxListed is how many names a message lists.
const maxListed = 10

func list(names []string) string {
	s := strings.Join(names[:min(len(names), maxListed)], ", ")
	if rest := len(names) - maxListed; rest > 0 {
		s += fmt.Sprintf(" and %d more", rest)
	}
	return s
}

// availability says how often n services all answer, each of which answers 99.9 % of the time.
func availability(n int) string {
	return fmt.Sprintf("%.2f %%", 100*math.Pow(0.999, float64(n)))
}
