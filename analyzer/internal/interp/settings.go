package interp

import "github.com/hoplint/hoplint/analyzer/hop"

// settled returns t with the values of the keys that the manifest's settings set.
// Comparisons and map keys look at these: they decide what a deployment of a program
// does. Addresses keep their keys, since those say whom a call reaches.
func (m *machine) settled(t hop.Template) hop.Template {
	out := make(hop.Template, len(t))
	for i, p := range t {
		out[i] = p
		if val, ok := m.setting(p); ok {
			out[i] = hop.Part{Kind: hop.PartText, Text: val}
		}
	}
	return normalTemplate(out)
}

// setting returns the value that the manifest gives a key.
func (m *machine) setting(p hop.Part) (string, bool) {
	for _, k := range p.Keys() {
		val, ok := "", false
		switch k.Kind {
		case hop.PartEnv:
			val, ok = m.cfg.Env[k.Text]
		case hop.PartFlag:
			val, ok = m.flagSetting(k.Text)
		}
		if ok {
			return val, true
		}
	}
	return "", false
}
