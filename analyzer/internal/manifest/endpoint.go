package manifest

import (
	"errors"
	"fmt"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// AnyMethod stands for all HTTP methods.
const AnyMethod = "ANY"

// methods are those of RFC 9110 and 5789, and QUERY.
var methods = []string{
	"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "QUERY", AnyMethod,
}

// rest is the last segment of a path that stands for any number of segments.
const rest = "{rest...}"

// Name returns the endpoint as [hop.Endpoint] names it.
func (e Endpoint) Name() string {
	if e.Protocol == hop.HTTP {
		return e.Method + " " + e.Path
	}
	return e.Path
}

// Check reads the pattern: "METHOD /path", or "package.Service/Method" for RPC.
func (e *Endpoint) Check() error {
	words := strings.Fields(e.Text)
	switch {
	case len(words) == 2 && strings.HasPrefix(words[1], "/"):
		return e.http(words[0], words[1])
	case len(words) == 1 && procedure.MatchString(words[0]):
		e.Protocol, e.Path = hop.GRPC, words[0]
		return nil
	case len(words) == 1 && procedure.MatchString(strings.TrimPrefix(words[0], "/")):
		return fmt.Errorf("endpoint %q: write %q for RPC, %q for HTTP", e.Text, words[0][1:], AnyMethod+" "+words[0])
	case len(words) == 1 && words[0][0] == '/':
		return fmt.Errorf("endpoint %q has no method (did you mean %q?)", e.Text, AnyMethod+" "+words[0])
	}
	return fmt.Errorf("bad endpoint %q (want METHOD /path or package.Service/Method)", e.Text)
}

// procedure is the full name of an RPC's method; * is all of the service's.
var procedure = regexp.MustCompile(`^[\pL_][\pL\d_]*(\.[\pL_][\pL\d_]*)*/([\pL_][\pL\d_]*|\*)$`)

func (e *Endpoint) http(method, path string) error {
	if !slices.Contains(methods, method) && !ownMethod(method) {
		return fmt.Errorf("endpoint %q: unknown method %q%s", e.Text, method, strict.Hint(method, methods))
	}
	segments := strings.Split(path, "/")[1:]
	for i, s := range segments {
		if err := checkSegment(s, i == len(segments)-1); err != nil {
			return fmt.Errorf("endpoint %q: %v", e.Text, err)
		}
	}
	if last := len(segments) - 1; segments[last] == "*" {
		segments[last] = rest
	}
	e.Protocol, e.Method, e.Path = hop.HTTP, method, "/"+strings.Join(segments, "/")
	return nil
}

// ownMethod reports whether the method may be one of a protocol over HTTP, as PURGE.
func ownMethod(method string) bool {
	return upperCase.MatchString(method) && strict.Nearest(method, methods) == ""
}

var upperCase = regexp.MustCompile(`^[A-Z][A-Z-]*$`)

// checkSegment checks a segment of a path: text with parameters {x}.
func checkSegment(s string, last bool) error {
	switch {
	case s == "*" || s == "{$}" || strings.HasPrefix(s, "{") && strings.HasSuffix(s, "...}"):
		if !last {
			return fmt.Errorf("%s can only be the end of a path", s)
		}
		return checkParameter(strings.TrimSuffix(strings.Trim(s, "{$*}"), "..."))
	case strings.HasPrefix(s, ":") && token.IsIdentifier(s[1:]):
		return fmt.Errorf("write the parameter %s as {%s}", s, s[1:])
	case strings.ContainsAny(s, "?#"):
		return errors.New("a pattern has no query and no fragment")
	case strings.Contains(s, "*"):
		return errors.New("* stands for all the rest of a path and must be a segment of its own; one segment is {x}")
	}
	for s != "" {
		text, after, open := strings.Cut(s, "{")
		name, next, closed := strings.Cut(after, "}")
		if strings.Contains(text, "}") || open != closed {
			return errors.New("braces do not match")
		}
		if err := checkParameter(name); err != nil {
			return err
		}
		s = next
	}
	return nil
}

func checkParameter(name string) error {
	if name == "" || token.IsIdentifier(name) || token.IsKeyword(name) || plainName.MatchString(name) {
		return nil
	}
	if short, _, ok := strings.Cut(name, ":"); ok {
		return fmt.Errorf("write the parameter {%s} as {%s}", name, short)
	}
	return fmt.Errorf("bad parameter {%s}", name)
}

var plainName = regexp.MustCompile(`^[\pL\d_.-]*[\pL\d_]$`)

// Check cuts the source at #.
func (s *Source) Check() error {
	s.File, s.Name, _ = strings.Cut(s.Text, "#")
	switch extension(s.File) {
	case ".yaml", ".yml", ".json":
		if s.Name != "" {
			return fmt.Errorf("source %q: only a protobuf file has services to choose from with #", s.Text)
		}
	case ".proto":
	default:
		return fmt.Errorf("bad source %q (want an OpenAPI file, .yaml, .yml or .json, or a protobuf file, .proto)", s.Text)
	}
	return nil
}

func extension(file string) string {
	if i := strings.LastIndexByte(file, '.'); i >= 0 {
		return strings.ToLower(file[i:])
	}
	return ""
}
