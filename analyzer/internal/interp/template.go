package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// maxParts and maxText bound a template: what would be longer ends in a hole.
const (
	maxParts = 16
	maxText  = 512
)

// widenedTemplate stands for too many strings to keep apart.
var widenedTemplate = hop.Template{{Kind: hop.PartUnknown, Text: "*"}}

// template interns t after joining adjacent text and cutting what is too long.
func (v *values) template(t hop.Template) int64 {
	t = normalTemplate(t)
	key := templateKey(t)
	if id, ok := v.templateIDs[key]; ok {
		return id
	}
	id := int64(len(v.templates))
	v.templates = append(v.templates, t)
	v.templateIDs[key] = id
	return id
}

func templateKey(t hop.Template) string {
	var b strings.Builder
	for _, p := range t {
		b.WriteString(string(p.Kind))
		b.WriteByte(0)
		b.WriteString(p.Text)
		b.WriteByte(0)
		b.WriteString(p.Default)
		for _, k := range p.Also {
			b.WriteByte(2)
			b.WriteString(string(k.Kind))
			b.WriteByte(0)
			b.WriteString(k.Text)
		}
		b.WriteByte(1)
	}
	return b.String()
}

func normalTemplate(t hop.Template) hop.Template {
	var out hop.Template
	text := 0
	for _, p := range t {
		last := len(out) - 1
		rest := maxText - text
		switch {
		case p.Kind == hop.PartText && p.Text == "":
			continue
		case len(out) == maxParts-1, rest <= 0:
			return withHole(out)
		case p.Kind == hop.PartText && len(p.Text) > rest:
			return withHole(appendText(out, p.Text[:rest]))
		case p.Kind == hop.PartText:
			out = appendText(out, p.Text)
		case last >= 0 && p.Kind == hop.PartUnknown && out[last].Kind == hop.PartUnknown:
			// Two holes side by side are one.
		default:
			out = append(out, p)
		}
		text += len(p.Text)
	}
	return out
}

func appendText(t hop.Template, text string) hop.Template {
	if last := len(t) - 1; last >= 0 && t[last].Kind == hop.PartText {
		t[last].Text += text
		return t
	}
	return append(t, hop.Part{Kind: hop.PartText, Text: text})
}

// withHole ends a template in a hole, for what was cut off.
func withHole(t hop.Template) hop.Template {
	if last := len(t) - 1; last >= 0 && t[last].Kind == hop.PartUnknown {
		return t
	}
	return append(t, hop.Part{Kind: hop.PartUnknown})
}

// text returns the value of a literal string.
func (v *values) text(s string) value {
	return value{kind: stringValue, n: v.template(hop.Template{{Kind: hop.PartText, Text: s}})}
}

// textSet returns the set that holds just the literal string s.
func (v *values) textSet(s string) setID { return v.one(v.text(s)) }

// str returns the value of the string t.
func (v *values) str(t hop.Template) value {
	return value{kind: stringValue, n: v.template(t)}
}

// templateOf returns what is known of x as a string.
func (v *values) templateOf(x value) hop.Template {
	switch x.kind {
	case stringValue:
		return v.templates[x.n]
	case requestValue:
		return hop.Template{{Kind: foreignPart(x)}}
	case configValue:
		return hop.Template{v.keyPart(pathID(x.n))}
	case ifaceValue:
		return v.templateOf(v.all[x.n])
	case intValue:
		return hop.Template{{Kind: hop.PartText, Text: itoa(x.n)}}
	case nilValue:
		return nil // a nil []byte
	}
	return hop.Template{{Kind: hop.PartUnknown}}
}

// foreignPart returns the kind of a hole for data of another program.
func foreignPart(x value) hop.PartKind {
	if x.n == answerData {
		return hop.PartAnswer
	}
	return hop.PartRequest
}

// templatesOf returns the strings of a set; at least one unless the set is bottom.
func (v *values) templatesOf(s setID) []hop.Template {
	var out []hop.Template
	for _, x := range v.members(s) {
		out = append(out, v.templateOf(x))
	}
	return out
}

// literal returns the text of a template without holes.
func literal(t hop.Template) (string, bool) {
	switch {
	case len(t) == 0:
		return "", true
	case len(t) == 1 && t[0].Kind == hop.PartText:
		return t[0].Text, true
	}
	return "", false
}

// literals returns the literal strings of a set.
func (v *values) literals(s setID) []string {
	var out []string
	for _, t := range v.templatesOf(s) {
		if s, ok := literal(t); ok {
			out = append(out, s)
		}
	}
	return out
}

// assumed returns the template with every key replaced by its default: the text
// that it has when nothing is set. A key without default is unset, thus empty.
func assumed(t hop.Template) hop.Template {
	var out hop.Template
	for _, p := range t {
		switch p.Kind {
		case hop.PartEnv, hop.PartFlag, hop.PartConfig:
			p = hop.Part{Kind: hop.PartText, Text: p.Default}
		}
		out = append(out, p)
	}
	return normalTemplate(out)
}

// isKey reports whether t is the value of one key and nothing else.
func isKey(t hop.Template) bool {
	if len(t) != 1 {
		return false
	}
	switch t[0].Kind {
	case hop.PartEnv, hop.PartFlag, hop.PartConfig, hop.PartDiscovery:
		return true
	}
	return false
}

// defaults merges a key with the literal that stands in for it: of a set made of
// one key without default and one literal, "getenv or else", it makes the key with
// that default. Other sets stay as they are.
func (v *values) defaults(s setID) setID {
	if len(v.sets[s]) != 2 {
		return s
	}
	xs := v.members(s)
	if xs[0].kind != stringValue || xs[1].kind != stringValue {
		return s
	}
	key, other := v.templates[xs[0].n], v.templates[xs[1].n]
	if !isKey(key) {
		key, other = other, key
	}
	text, ok := literal(other)
	if !isKey(key) || !ok {
		return s
	}
	p := key[0]
	if p.Default == "" {
		p.Default = text
	}
	return v.one(v.str(hop.Template{p}))
}
