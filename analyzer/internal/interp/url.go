package interp

import (
	"net/url"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// textField holds the string that a URL object was parsed from.
const textField = "$text"

// render returns the strings that a URL object may be written as: what it was
// parsed from, with the fields in its place that the program set itself.
func (f *frame) render(u value) []hop.Template {
	switch u.kind {
	case refValue, structValue:
	case nilValue:
		return nil
	default:
		return []hop.Template{f.templateOf(u)}
	}
	o := f.object(u.n)
	if !f.isURL(o, u.path) {
		return f.templatesOf(f.loadFrom(o, u.path, ir.String))
	}
	texts := f.templatesOf(f.setAt(o, f.below(u.path, textField)))
	if len(texts) == 0 {
		texts = []hop.Template{nil}
	}
	var out []hop.Template
	for _, text := range texts {
		parts := splitURL(text)
		out = append(out, f.overridden(o, u.path, parts)...)
	}
	return out
}

func (f *frame) isURL(o *object, p pathID) bool {
	return o.lib == "url" || o.typ == "net/url.URL" || f.setAt(o, f.below(p, textField)) != bottom ||
		f.setAt(o, f.below(p, "Host")) != bottom
}

// overridden writes URLs with the fields that the program set.
func (f *frame) overridden(o *object, p pathID, parts urlParts) []hop.Template {
	out := []urlParts{parts}
	out = f.replace(out, f.known(f.setAt(o, f.below(p, "Scheme"))), func(u *urlParts, t hop.Template) { u.scheme = t })
	out = f.replace(out, f.known(f.setAt(o, f.below(p, "Host"))), func(u *urlParts, t hop.Template) { u.host = t })
	out = f.replace(out, f.known(f.setAt(o, f.below(p, "Path"))), func(u *urlParts, t hop.Template) { u.path = t })
	var ts []hop.Template
	for _, u := range out {
		ts = append(ts, u.template())
	}
	return ts
}

// known drops what came from a request where something else is known too.
func (f *frame) known(s setID) []hop.Template {
	var all, sure []hop.Template
	for _, t := range f.templatesOf(s) {
		all = append(all, t)
		if len(t) != 1 || t[0].Kind != hop.PartRequest && t[0].Kind != hop.PartAnswer {
			sure = append(sure, t)
		}
	}
	if len(sure) > 0 {
		return sure
	}
	return all
}

// maxURLs bounds the combinations of the parts of a URL.
const maxURLs = 16

func (f *frame) replace(us []urlParts, ts []hop.Template, set func(*urlParts, hop.Template)) []urlParts {
	if len(ts) == 0 || len(us)*len(ts) > maxURLs {
		return us
	}
	var out []urlParts
	for _, u := range us {
		for _, t := range ts {
			set(&u, t)
			out = append(out, u)
		}
	}
	return out
}

// urlParts are the parts of a URL template: nil where there is none.
type urlParts struct{ scheme, host, path, query hop.Template }

func (u urlParts) template() hop.Template {
	if templateKey(u.host) == templateKey(inboundParts.host) && templateKey(u.path) == templateKey(inboundParts.path) {
		return hop.Template{{Kind: hop.PartRequest, Text: wholeURL}}
	}
	var t hop.Template
	if len(u.scheme) > 0 {
		t = append(append(t, u.scheme...), hop.Part{Kind: hop.PartText, Text: "://"})
	}
	t = append(t, u.host...)
	if len(u.path) > 0 && u.path[0].Kind == hop.PartText && !strings.HasPrefix(u.path[0].Text, "/") && len(u.host) > 0 {
		t = append(t, hop.Part{Kind: hop.PartText, Text: "/"})
	}
	return normalTemplate(append(append(t, u.path...), u.query...))
}

// splitURL splits a URL template. What comes before the first slash after the
// scheme is the host.
func splitURL(t hop.Template) urlParts {
	if isInboundURL(t) {
		return inboundParts
	}
	var u urlParts
	if scheme, rest := cutBefore(t, "://"); isScheme(scheme) {
		u.scheme, t = scheme, dropText(rest, len("://"))
	}
	rest, query := cutFirst(t, "?#")
	u.query = query
	if len(rest) > 0 && isPath(rest[0]) {
		u.path = rest
		return u
	}
	u.host, u.path = cutFirst(rest, "/")
	return u
}

// isScheme reports whether a template may be a scheme: it is something, and no path.
func isScheme(t hop.Template) bool {
	for _, p := range t {
		if p.Kind == hop.PartText && strings.ContainsAny(p.Text, "/?#") {
			return false
		}
	}
	return len(t) > 0
}

// cutBefore splits before the first literal sep; head is nil if there is none.
func cutBefore(t hop.Template, sep string) (head, rest hop.Template) {
	for i, p := range t {
		if p.Kind != hop.PartText {
			continue
		}
		if j := strings.Index(p.Text, sep); j >= 0 {
			return splitAt(t, i, j)
		}
	}
	return nil, t
}

// cutFirst splits before the first literal byte that is in chars.
func cutFirst(t hop.Template, chars string) (head, rest hop.Template) {
	for i, p := range t {
		if p.Kind != hop.PartText {
			continue
		}
		if j := strings.IndexAny(p.Text, chars); j >= 0 {
			return splitAt(t, i, j)
		}
	}
	return t, nil
}

func splitAt(t hop.Template, i, j int) (head, rest hop.Template) {
	head = append(hop.Template{}, t[:i]...)
	if j > 0 {
		head = append(head, hop.Part{Kind: hop.PartText, Text: t[i].Text[:j]})
	}
	rest = append(hop.Template{{Kind: hop.PartText, Text: t[i].Text[j:]}}, t[i+1:]...)
	return head, normalTemplate(rest)
}

func dropText(t hop.Template, n int) hop.Template {
	_, rest := splitAt(t, 0, n)
	return rest
}

// urlOp works on URLs.
func (c *libraryCall) urlOp(row *model.Row) []setID {
	switch row.Op {
	case "parse":
		return c.shaped(c.urlOf(c.argument(0), ""))
	case "clone":
		return c.shaped(c.cloneURL(c.argument(0)))
	case "append":
		c.appendPath(c.argument(0), c.list(c.argument(1)))
		return nil
	case "string":
		return []setID{c.rendered(c.receiver())}
	case "join":
		return []setID{c.urlOf(c.joined(c.rendered(c.receiver()), c.list(c.argument(0))), "")}
	case "joinpath":
		return c.shaped(c.joined(c.argument(0), c.list(c.argument(1))))
	case "resolve":
		return []setID{c.urlOf(c.resolved(c.rendered(c.receiver()), c.rendered(c.argument(0))), "")}
	case "parseref":
		return c.shaped(c.urlOf(c.resolved(c.rendered(c.receiver()), c.argument(0)), ""))
	case "setURL":
		c.pointTo(c.fieldsOf(c.fieldsOf(c.receiver(), "Out"), "URL"), c.argument(0), c.pathBefore())
		return nil
	case "path":
		return []setID{c.eachURL(c.receiver(), func(u urlParts) hop.Template { return u.path })}
	case "host":
		return []setID{c.eachURL(c.receiver(), hostname)}
	}
	return c.resultsOf(unknown, bottom)
}

// rendered returns the strings that URL objects are written as.
func (c *libraryCall) rendered(s setID) setID {
	var out []value
	for _, x := range c.opened(s) {
		for _, t := range c.render(x) {
			out = append(out, c.str(t))
		}
	}
	return c.of(out)
}

func (c *libraryCall) eachURL(s setID, part func(urlParts) hop.Template) setID {
	var out []value
	for _, t := range c.templatesOf(c.rendered(s)) {
		out = append(out, c.str(part(splitURL(t))))
	}
	return c.of(out)
}

func hostname(u urlParts) hop.Template {
	host, _ := cutFirst(u.host, ":")
	return host
}

// joined appends path elements to a URL, one slash between each.
func (c *libraryCall) joined(base setID, elems []setID) setID {
	for _, e := range elems {
		base = c.product(base, e, func(a, b hop.Template) hop.Template {
			return joinSlash(a, b)
		})
	}
	return base
}

func joinSlash(a, b hop.Template) hop.Template {
	if len(b) == 0 {
		if path, _ := literal(splitURL(a).path); path == "/" {
			return a
		}
		return trimText(a, "", "/")
	}
	a, b = trimText(a, "", "/"), trimText(b, "/", "")
	return append(append(append(hop.Template{}, a...), hop.Part{Kind: hop.PartText, Text: "/"}), b...)
}

// resolved resolves references against base URLs as RFC 3986, section 5.2, does.
func (c *libraryCall) resolved(base, ref setID) setID {
	return c.product(base, ref, resolve)
}

func resolve(base, ref hop.Template) hop.Template {
	b, okB := literal(base)
	r, okR := literal(ref)
	if okB && okR {
		if u, err := url.Parse(b); err == nil {
			if v, err := u.Parse(r); err == nil {
				return hop.Template{{Kind: hop.PartText, Text: v.String()}}
			}
		}
	}
	bp, rp := splitURL(base), splitURL(ref)
	switch {
	case len(rp.scheme) > 0:
		return ref
	case isInboundURL(ref), len(ref) > 0 && isPath(ref[0]):
		bp.path, bp.query = rp.path, nil
	case startsWith(ref, "//"):
		rp = splitURL(dropText(ref, len("//")))
		bp.host, bp.path, bp.query = rp.host, rp.path, rp.query
	case startsWith(ref, "/"):
		bp.path, bp.query = cutFirst(ref, "?#")
	case len(ref) == 0:
	case startsWith(ref, "?"):
		bp.query = ref
	default:
		if startsWith(ref, "./") {
			ref = dropText(ref, len("./"))
		}
		path, query := cutFirst(ref, "?#")
		bp.path, bp.query = append(directory(bp.path), path...), query
	}
	return bp.template()
}

// directory cuts off what stands after the last slash of a path.
func directory(p hop.Template) hop.Template {
	for i := len(p) - 1; i >= 0; i-- {
		if p[i].Kind != hop.PartText {
			continue
		}
		if j := strings.LastIndexByte(p[i].Text, '/'); j >= 0 {
			head, _ := splitAt(p, i, j+1)
			return head
		}
	}
	return hop.Template{{Kind: hop.PartText, Text: "/"}}
}

func startsWith(t hop.Template, prefix string) bool {
	return len(t) > 0 && t[0].Kind == hop.PartText && strings.HasPrefix(t[0].Text, prefix)
}
