package compose

import "github.com/hoplint/hoplint/analyzer/hop"

// keys returns the parts of the address that are keys, those of the host first.
func (a address) keys() []hop.Part {
	var out []hop.Part
	for _, parts := range [][]hop.Part{a.host, a.port} {
		for _, p := range parts {
			if _, ok := keyKinds[p.Kind]; ok {
				out = append(out, p)
			}
		}
	}
	return out
}

// keysOf returns the keys that give the value of a part. A configuration key as it is
// written where the configuration stands comes before that of the program's fields.
func keysOf(p hop.Part) []hop.Key {
	if p.Kind != hop.PartConfig {
		return p.Keys()
	}
	var written, rest []hop.Key
	for _, k := range p.Keys() {
		if k.Kind == hop.PartConfig && k.Text != p.Text {
			written = append(written, k)
		} else {
			rest = append(rest, k)
		}
	}
	return append(written, rest...)
}
