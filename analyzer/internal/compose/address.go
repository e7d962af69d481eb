package compose

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// An address is what a call is addressed to, taken apart: a URL, or the target of a
// connection as https://github.com/grpc/grpc/blob/master/doc/naming.md describes it.
type address struct {
	scheme string     // lower case; "" if there is none or it is not known
	host   []hop.Part // also the path of a unix socket, and the name that a resolver looks up
	port   []hop.Part
	path   path
}

// urlSchemes are the schemes whose authority is the far end. Any other scheme of a
// connection names a resolver, and what it looks up is the path: "dns:///orders:80".
var urlSchemes = map[string]bool{
	"": true, "http": true, "https": true, "ws": true, "wss": true, "h2c": true, "tcp": true, "grpc": true, "grpcs": true,
}

// resolvers are the schemes that may stand without slashes: "dns:orders:80".
var resolvers = []string{"dns:", "passthrough:", "xds:", "ipv4:", "ipv6:"}

// anyScheme is that of a connection whose resolver is not known, though it has one.
const anyScheme = "*"

func startsPath(parts []hop.Part) bool {
	return len(parts) > 0 && parts[0].Kind == hop.PartText && strings.HasPrefix(parts[0].Text, "/")
}

// parseAddress takes the address of a call apart. Addresses of HTTP calls are URLs;
// those of other protocols are targets of connections, which may name a resolver.
func parseAddress(protocol string, t hop.Template) address {
	parts := clean(t)
	var a address
	a.scheme, parts = cutScheme(parts)
	if a.scheme == "unix" {
		a.host = parts
		if host, rest, ok := cutText(parts, ":/"); ok && protocol == hop.HTTP {
			// As proxies write it: "unix:/run/orders.sock:/orders/1".
			a.host, a.path = host, callPath("/"+pathText(rest))
		}
		return a
	}
	if a.scheme == "" && protocol != hop.HTTP && startsPath(parts) {
		a.scheme = anyScheme // "{env:SCHEME}:///orders"
	}
	if protocol != hop.HTTP && !urlSchemes[a.scheme] {
		parts = resolved(parts)
	}
	authority, rest, _ := cut(parts, "/?#")
	if _, after, ok := cut(authority, "@"); ok {
		authority = trimLeft(after, "@") // without the user's name and password
	}
	authority, loose := looseEnd(authority)
	if loose == nil && len(authority) == 1 && authority[0].Kind != hop.PartText && (a.scheme == "" || len(rest) > 0) {
		// The one value may hold more than the host: "{env:BASE_URL}/orders".
		loose = []hop.Part{{Kind: hop.PartUnknown}}
	}
	a.host, a.port = cutPort(authority)
	a.path = callPath(pathText(append(loose, rest...)))
	return a
}

// clean drops the bytes that stand for holes from the text of a template, joins
// adjacent texts and drops empty ones.
func clean(t hop.Template) []hop.Part {
	out := make([]hop.Part, 0, len(t))
	for _, p := range t {
		if p.Kind == hop.PartText {
			p.Text = strings.ReplaceAll(p.Text, hole, "")
			if p.Text == "" {
				continue
			}
			if n := len(out); n > 0 && out[n-1].Kind == hop.PartText {
				out[n-1].Text += p.Text
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// withDefaults puts the default of each key that has one in the key's place.
func withDefaults(t hop.Template) hop.Template {
	out := make(hop.Template, len(t))
	for i, p := range t {
		if hasDefault(p) {
			p = hop.Part{Kind: hop.PartText, Text: p.Default}
		}
		out[i] = p
	}
	return out
}

func hasDefault(p hop.Part) bool { return p.Kind != hop.PartText && p.Default != "" }

// cutScheme cuts a scheme off. A scheme that stands twice, as when a key's default
// has one too, counts once.
func cutScheme(parts []hop.Part) (string, []hop.Part) {
	scheme := ""
	for {
		before, after, ok := cutText(parts, "://")
		if !ok || mentions(before, "/") {
			break
		}
		scheme = strings.ToLower(textOf(before))
		parts = after
	}
	if scheme != "" || len(parts) == 0 || parts[0].Kind != hop.PartText {
		return scheme, parts
	}
	text := parts[0].Text
	if after, ok := strings.CutPrefix(text, "unix:"); ok {
		return "unix", replaceFirst(parts, after)
	}
	for _, r := range resolvers {
		after, ok := strings.CutPrefix(text, r)
		if ok && (after == "" || after[0] < '0' || after[0] > '9') {
			return strings.TrimSuffix(r, ":"), replaceFirst(parts, "/"+after)
		}
	}
	return "", parts
}

// resolved returns the name that a resolver looks up: the last element of the path
// if there is one, else the authority.
func resolved(parts []hop.Part) []hop.Part {
	parts, _, _ = cut(parts, "?#")
	authority, rest, ok := cut(parts, "/")
	for ok {
		rest = trimLeft(rest, "/")
		if len(rest) == 0 {
			break
		}
		authority, rest, ok = cut(rest, "/")
	}
	return authority
}

// looseEnd cuts off the part of an authority that belongs to the path: what follows
// the host without a slash, as in "http://orders{}" or "{env:BASE_URL}orders/1".
func looseEnd(authority []hop.Part) (host, loose []hop.Part) {
	n := len(authority)
	switch {
	case n < 2:
	case n == 2 && authority[0].Kind != hop.PartText && startsWord(authority[1]):
		return authority[:1], []hop.Part{{Kind: hop.PartUnknown}, authority[1]}
	case authority[n-1].Kind != hop.PartText && endsWord(authority[n-2]):
		return authority[:n-1], authority[n-1:]
	}
	return authority, nil
}

// startsWord and endsWord tell text that goes on a host or port ("orders", "80")
// from the separators of an authority; a hole ends what a word ends.
func startsWord(p hop.Part) bool { return p.Kind == hop.PartText && isWord(p.Text[0]) }
func endsWord(p hop.Part) bool   { return p.Kind != hop.PartText || isWord(p.Text[len(p.Text)-1]) }

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
}

// cutPort cuts an authority at the colon before its port. The colons of an IPv6
// address are in brackets.
func cutPort(authority []hop.Part) (host, port []hop.Part) {
	for i := len(authority) - 1; i >= 0; i-- {
		p := authority[i]
		if p.Kind != hop.PartText {
			continue
		}
		colon := strings.LastIndexByte(p.Text, ':')
		if colon < 0 || strings.IndexByte(p.Text[colon:], ']') >= 0 {
			continue
		}
		host = append(host, authority[:i]...)
		if colon > 0 {
			host = append(host, text(p.Text[:colon]))
		}
		if after := p.Text[colon+1:]; after != "" {
			port = append(port, text(after))
		}
		return host, append(port, authority[i+1:]...)
	}
	return authority, nil
}

// hostText returns the host and port in the form in which hosts are compared, and
// whether the host is literal: lower case, without brackets, "localhost" for every
// loopback address. A port that is not literal is "".
func (a address) hostText() (host, port string, literal bool) {
	host, literal = allText(a.host)
	if !literal {
		return "", "", false
	}
	port, _ = allText(a.port)
	return manifest.NormalHost(host), port, true
}

// beginsLiteral reports whether the host is literal text with a hole in it or behind
// it, so that a host with a wildcard can stand for it: "orders.{env:NAMESPACE}.svc".
func (a address) beginsLiteral() bool {
	_, literal := allText(a.host)
	return !literal && a.host[0].Kind == hop.PartText
}

// partlyKnown returns a host that is not literal in the form in which hosts with
// wildcards are looked up: what is not known fits nothing but a wildcard.
func (a address) partlyKnown(caller string) hostGlob {
	host := strings.ToLower(strings.ReplaceAll(pathText(a.host), hole, "\x01"))
	port, _ := allText(a.port)
	return hostGlob{host: host, port: port, in: caller}
}

// pathText writes the parts of a path with holes for what is not known.
func pathText(parts []hop.Part) string {
	var b strings.Builder
	for _, p := range parts {
		switch {
		case p.Kind == hop.PartText:
			b.WriteString(p.Text)
		case !strings.HasSuffix(b.String(), hole):
			b.WriteString(hole)
		}
	}
	return b.String()
}

func text(s string) hop.Part { return hop.Part{Kind: hop.PartText, Text: s} }

// textOf returns the text of the parts that are text.
func textOf(parts []hop.Part) string {
	s, ok := allText(parts)
	if !ok {
		return ""
	}
	return s
}

// allText returns the text of the parts, and whether all of them are text.
func allText(parts []hop.Part) (string, bool) {
	var b strings.Builder
	for _, p := range parts {
		if p.Kind != hop.PartText {
			return "", false
		}
		b.WriteString(p.Text)
	}
	return b.String(), true
}

// mentions reports whether some text of the parts has one of the characters.
func mentions(parts []hop.Part, chars string) bool {
	for _, p := range parts {
		if p.Kind == hop.PartText && strings.ContainsAny(p.Text, chars) {
			return true
		}
	}
	return false
}

// cut cuts the parts before the first of the characters.
func cut(parts []hop.Part, chars string) (before, after []hop.Part, ok bool) {
	for i, p := range parts {
		if p.Kind != hop.PartText {
			continue
		}
		if at := strings.IndexAny(p.Text, chars); at >= 0 {
			return split(parts, i, at, at)
		}
	}
	return parts, nil, false
}

// cutText cuts the parts around the first occurrence of sep.
func cutText(parts []hop.Part, sep string) (before, after []hop.Part, ok bool) {
	for i, p := range parts {
		if p.Kind != hop.PartText {
			continue
		}
		if at := strings.Index(p.Text, sep); at >= 0 {
			return split(parts, i, at, at+len(sep))
		}
	}
	return parts, nil, false
}

// split cuts the text of part i: up to from, and beginning with to.
func split(parts []hop.Part, i, from, to int) (before, after []hop.Part, ok bool) {
	t := parts[i].Text
	before = parts[:i:i]
	if from > 0 {
		before = append(before, text(t[:from]))
	}
	after = make([]hop.Part, 0, len(parts)-i)
	if to < len(t) {
		after = append(after, text(t[to:]))
	}
	return before, append(after, parts[i+1:]...), true
}

// trimLeft drops the characters from the start of the parts.
func trimLeft(parts []hop.Part, chars string) []hop.Part {
	if len(parts) == 0 || parts[0].Kind != hop.PartText {
		return parts
	}
	return replaceFirst(parts, strings.TrimLeft(parts[0].Text, chars))
}

// replaceFirst returns the parts with another text in the place of the first one.
func replaceFirst(parts []hop.Part, s string) []hop.Part {
	if s == "" {
		return parts[1:]
	}
	return append([]hop.Part{text(s)}, parts[1:]...)
}
