package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// queryWords are what the names of RPC methods that change nothing begin with.
var queryWords = []string{
	"Get", "List", "Find", "Search", "Query", "Fetch", "Read", "Lookup", "Check", "Describe", "Count", "Exists", "Has", "Is",
}

// verbOf tells a query from a command: by the HTTP method, "" if it is not known, or
// by the name of the RPC method.
func verbOf(protocol, method, endpoint string) hop.Verb {
	if protocol == hop.HTTP {
		if method == "" {
			method, _ = splitEndpoint(endpoint)
		}
		switch method {
		case "GET", "HEAD", "OPTIONS":
			return hop.Query
		}
		return hop.Command
	}
	name := endpoint[strings.LastIndexAny(endpoint, "/.")+1:]
	for _, word := range queryWords {
		rest, ok := strings.CutPrefix(name, word)
		next, _ := utf8.DecodeRuneInString(rest)
		if ok && (rest == "" || unicode.IsUpper(next)) {
			return hop.Query
		}
	}
	return hop.Command
}
