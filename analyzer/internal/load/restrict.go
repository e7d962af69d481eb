package load

import "slices"

// Restrict leaves only the given packages in the listing, and what they import. It
// must come before [NewTypes].
func (l *Listing) Restrict(roots []*Package) {
	needed := make(map[*Package]bool)
	for work := slices.Clone(roots); len(work) > 0; {
		p := work[len(work)-1]
		work = work[:len(work)-1]
		if needed[p] {
			continue
		}
		needed[p] = true
		work = append(work, p.below()...)
	}
	var kept []*Package
	for _, p := range l.Packages {
		if needed[p] {
			p.index = len(kept)
			kept = append(kept, p)
		}
	}
	l.Packages = kept
}
