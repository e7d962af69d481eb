package cache

import (
	"bytes"
	"crypto/sha256"
	"errors"
)

// The stored form of an entry is
//
//	magic, version  "hopc" and a byte
//	checksum        32 bytes: the digest of kind, key and data
//	data            the rest
//
// Kind and key are part of the checksum, so that a file which was copied to another
// name is as foreign as one that somebody else has written.
const (
	magic      = "hopc\x01"
	headerSize = len(magic) + sha256.Size
)

var errDamaged = errors.New("damaged cache entry")

func encode(kind string, key Key, data []byte) []byte {
	sum := checksum(kind, key, data)
	out := make([]byte, 0, headerSize+len(data))
	out = append(out, magic...)
	out = append(out, sum[:]...)
	return append(out, data...)
}

// decode returns the data of an entry that was stored under kind and key.
func decode(kind string, key Key, entry []byte) ([]byte, error) {
	if len(entry) < headerSize || !bytes.HasPrefix(entry, []byte(magic)) {
		return nil, errDamaged
	}
	data := entry[headerSize:]
	if sum := checksum(kind, key, data); !bytes.Equal(sum[:], entry[len(magic):headerSize]) {
		return nil, errDamaged
	}
	return data, nil
}

func checksum(kind string, key Key, data []byte) [sha256.Size]byte {
	h := sha256.New()
	name := KeyOf(kind, key.Part())
	h.Write(name[:])
	h.Write(data)
	return [sha256.Size]byte(h.Sum(nil))
}
