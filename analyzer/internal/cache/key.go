package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
)

// A Key names an entry: a digest of everything that its content depends on.
type Key [sha256.Size]byte

// KeyOf makes a key of parts. Each part goes in with its length, so that
// ("ab", "c") and ("a", "bc") have different keys.
func KeyOf(parts ...string) Key {
	h := sha256.New()
	var size [8]byte
	for _, p := range parts {
		binary.LittleEndian.PutUint64(size[:], uint64(len(p)))
		h.Write(size[:]) // a hash never fails to write
		h.Write([]byte(p))
	}
	return Key(h.Sum(nil))
}

// Part is k as a part of another key.
func (k Key) Part() string { return string(k[:]) }

// String is k in hexadecimal digits.
func (k Key) String() string { return hex.EncodeToString(k[:]) }
