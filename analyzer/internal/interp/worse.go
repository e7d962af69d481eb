package interp

import "github.com/hoplint/hoplint/analyzer/hop"

// found is a way to an effect: the state that it is in, as it is there.
type found struct {
	key   stateKey
	state int
}

// worse returns the way with the stronger tie, in the worse of the two loops; but of
// ways that nobody waits for, the loop says nothing of those that somebody does. Where
// there was no way before it is the other.
func (a found) worse(b found, known bool) found {
	if !known {
		return b
	}
	loop := worse(a.key.loop, b.key.loop)
	tied := (a.key.awaited == hop.Detached) == (b.key.awaited == hop.Detached)
	if stronger(b.key, a.key) {
		a = b
	}
	if tied {
		a.key.loop = loop
	}
	return a
}

func stronger(a, b stateKey) bool {
	if awaitedRank[a.awaited] != awaitedRank[b.awaited] {
		return awaitedRank[a.awaited] > awaitedRank[b.awaited]
	}
	return loopRank[a.loop] > loopRank[b.loop]
}
