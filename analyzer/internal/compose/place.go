package compose

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// sites says for each line of code what all calls that pass it reach; "" where they
// do not reach the same.
type sites map[string]string

func (s sites) add(src *source) {
	for _, f := range src.frames {
		if isHidden(f) {
			continue
		}
		if have, ok := s[f.Pos]; !ok {
			s[f.Pos] = src.targets
		} else if have != src.targets {
			s[f.Pos] = ""
		}
	}
}

// find returns the hand-written line of a path nearest the wire that tells the target
// apart: a helper's line that several targets share is no place to point at.
func (s sites) find(src *source) string {
	for _, f := range slices.Backward(src.frames) {
		if !isHidden(f) && s[f.Pos] != "" {
			return f.Pos
		}
	}
	return ""
}

// isHidden reports whether no finding stands at a frame.
func isHidden(f hop.PathFrame) bool { return f.Generated || f.Transport }

// place gives every call its position: the line that tells its target apart in the
// whole system, else in its own service (two deployments of one program differ
// everywhere), else the innermost hand-written line. A path through generated code
// alone has none; it begins where the endpoint is registered.
func place(services [][]reach) {
	n := 0
	for _, rs := range services {
		n += len(rs)
	}
	all := make(sites, 2*n)
	for _, rs := range services {
		all.addAll(rs)
	}
	for _, rs := range services {
		var own sites
		for i := range rs {
			r := &rs[i]
			pos := all.find(r.source)
			if pos == "" {
				if own == nil {
					own = sites{}
					own.addAll(rs)
				}
				pos = own.find(r.source)
			}
			if pos == "" {
				pos = innermost(r.source)
			}
			r.call.Pos = pos
			r.call.Path = handWritten(r.source.frames)
		}
	}
}

// addAll adds the sources of the calls; those of one source stand side by side.
func (s sites) addAll(rs []reach) {
	var last *source
	for _, r := range rs {
		if r.source != last {
			s.add(r.source)
			last = r.source
		}
	}
}

func innermost(src *source) string {
	for _, f := range slices.Backward(src.frames) {
		if !isHidden(f) {
			return f.Pos
		}
	}
	if src.entry == "" && len(src.frames) > 0 {
		return src.frames[len(src.frames)-1].Pos
	}
	return src.entry
}

// handWritten returns the frames of a path without those in generated files, unless
// all of them are: stubs and wrappers say nothing that the lines around them do not.
func handWritten(frames []hop.PathFrame) []hop.Frame {
	out := make([]hop.Frame, 0, len(frames))
	for _, f := range frames {
		if !f.Generated {
			out = append(out, hop.Frame{Func: f.Func, Pos: f.Pos})
		}
	}
	if len(out) == 0 {
		for _, f := range frames {
			out = append(out, hop.Frame{Func: f.Func, Pos: f.Pos})
		}
	}
	return out
}
