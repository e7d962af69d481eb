package report

import (
	"fmt"
	"unicode/utf16"
)

// hashedUnits is how many code units from the start of a line on make its hash.
const hashedUnits = 100

// lineHashes returns a hash for each line of a file, as GitHub's code scanning computes
// primaryLocationLineHash where a tool leaves it out; GitHub warns if a tool's differ. It
// is a rolling hash over the UTF-16 code units that are no blanks, in 64 bits, followed by
// how many equal ones there have been. The algorithm is that of src/fingerprints.ts in
// github.com/github/codeql-action; lines end with \n, \r or \r\n there.
func lineHashes(text string) []string {
	h := lineHasher{seen: map[uint64]int{}, power: 1}
	for range hashedUnits {
		h.power *= hashBase
	}
	h.text(text)
	for range hashedUnits {
		h.finish()
		h.push(0)
	}
	return h.hashes
}

const (
	hashBase = 37
	endMark  = 0xffff // stands at the end of the file
)

// A lineHasher holds a window of code units that is as long as what is hashed.
type lineHasher struct {
	window [hashedUnits]uint64
	starts [hashedUnits]bool // a line starts at the unit
	next   int               // index in the window
	sum    uint64
	power  uint64 // of the base, by which what leaves the window has grown
	seen   map[uint64]int
	hashes []string
}

// text puts all of a file through the window.
func (h *lineHasher) text(text string) {
	atStart, afterCR := true, false
	for _, c := range append(utf16.Encode([]rune(text)), endMark) {
		skip := c == ' ' || c == '\t' || c == '\n' && afterCR
		afterCR = c == '\r'
		if skip {
			continue
		}
		if c == '\r' {
			c = '\n'
		}
		h.finish()
		h.starts[h.next] = atStart
		atStart = c == '\n'
		h.push(uint64(c))
	}
}

// push replaces the oldest unit of the window by another one.
func (h *lineHasher) push(c uint64) {
	h.sum = h.sum*hashBase + c - h.power*h.window[h.next]
	h.window[h.next] = c
	h.next = (h.next + 1) % hashedUnits
}

// finish notes the hash of the line that starts at the oldest unit, if one does.
func (h *lineHasher) finish() {
	if !h.starts[h.next] {
		return
	}
	h.starts[h.next] = false
	h.seen[h.sum]++
	h.hashes = append(h.hashes, fmt.Sprintf("%x:%d", h.sum, h.seen[h.sum]))
}
