package ir

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The stored form of a package is
//
//	magic, version  "hir" and a byte
//	method          a byte: stored or deflated
//	size            uvarint: bytes of the body
//	body            the string table, then the package
//
// The body's numbers are varints, its strings indexes into the table, its slices a
// count and their elements. Equal packages have equal bytes. A reader knows one
// version only: what is stored is a cache, and made anew if it is of another.
const (
	magic   = "hir"
	version = 1

	stored   = 0
	deflated = 1
)

// maxRatio is how much smaller than the body a deflated body may be. The body is
// stored as it is beyond that, so that few bytes never ask a reader for much memory.
const maxRatio = 64

// Encode writes p down.
func Encode(p *Package) []byte {
	e := newEncoder()
	e.pkg(p)
	body := e.body()
	method, packed := byte(deflated), deflate(body)
	if len(packed) >= len(body) || len(packed)*maxRatio < len(body) {
		method, packed = stored, body
	}
	out := append([]byte(magic), version, method)
	out = binary.AppendUvarint(out, uint64(len(body)))
	return append(out, packed...)
}

func deflate(body []byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is valid
	}
	w.Write(body) // a bytes.Buffer takes everything
	w.Close()
	return b.Bytes()
}

var errNoPackage = errors.New("not an ir package")

// Decode reads what Encode wrote. Bytes that Encode has not written give an error
// or a package; whether that one makes sense [Check] tells.
func Decode(data []byte) (*Package, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok || len(rest) < 2 {
		return nil, errNoPackage
	}
	if rest[0] != version {
		return nil, fmt.Errorf("ir package of version %d, not %d", rest[0], version)
	}
	body, err := unpack(rest[1], rest[2:])
	if err != nil {
		return nil, err
	}
	d := &decoder{data: body}
	p := d.pkg()
	if d.err == nil && len(d.data) > 0 {
		d.fail("%d bytes left over", len(d.data))
	}
	if d.err != nil {
		return nil, d.err
	}
	return p, nil
}

// unpack returns the body.
func unpack(method byte, rest []byte) ([]byte, error) {
	size, n := binary.Uvarint(rest)
	if n <= 0 {
		return nil, errNoPackage
	}
	packed := rest[n:]
	switch {
	case method == stored && size == uint64(len(packed)):
		return packed, nil
	case method != deflated || size > uint64(len(packed))*maxRatio:
		return nil, errors.New("ir package has a wrong size")
	}
	body := make([]byte, size)
	r := flate.NewReader(bytes.NewReader(packed))
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, fmt.Errorf("ir package: %v", err)
	}
	if n, _ := r.Read(make([]byte, 1)); n > 0 {
		return nil, errors.New("ir package has a wrong size")
	}
	return body, nil
}
