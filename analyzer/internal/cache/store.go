// Package cache keeps results on disk, by the content that they were made from.
//
// An entry has a kind, which says what it is, and a key, which is a digest of all
// that it depends on. So an entry is never out of date: what depends on something
// else has another key. Whatever goes wrong with an entry, it is as if it were not
// there: a cache may cost time but never changes a result.
//
// Several processes may use one directory at the same time: an entry is written to
// a temporary file that takes its name when it is complete.
package cache

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// A Store is a directory of entries. Its methods may be called from several
// goroutines. A nil *Store is a cache that has nothing and keeps nothing.
type Store struct {
	dir string
	now func() time.Time // of the file times; nothing that is stored depends on it
}

// touchAfter is how long a file's time may lag behind its last use. Bumping it
// at each use would write to disk for each read.
const touchAfter = time.Hour

// tempPattern is the name of files that are being written.
const tempPattern = "tmp-*"

// Open opens the cache in dir, and makes the directory if there is none.
func Open(dir string) (*Store, error) {
	s := &Store{dir: dir, now: time.Now}
	if err := s.prepare(); err != nil {
		return nil, fmt.Errorf("cannot use the cache directory %s: %v; name another one with -cache", dir, err)
	}
	return s, nil
}

// prepare makes the directory and finds out whether files can be made in it.
func (s *Store) prepare() error {
	if s.dir == "" {
		return errors.New("it has no name")
	}
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		return err
	}
	if _, err := os.ReadDir(s.dir); err != nil {
		return err
	}
	f, err := os.CreateTemp(s.dir, tempPattern)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	return f.Close()
}

// Get returns the data that was put under kind and key. An entry that is damaged,
// cut short or of another version is removed.
func (s *Store) Get(kind string, key Key) ([]byte, bool) {
	if s == nil {
		return nil, false
	}
	name := s.file(kind, key)
	entry, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	data, err := decode(kind, key, entry)
	if err != nil {
		os.Remove(name)
		return nil, false
	}
	s.touch(name)
	return data, true
}

// Has reports whether there is an entry under kind and key, without reading it:
// Get may still find it damaged.
func (s *Store) Has(kind string, key Key) bool {
	if s == nil {
		return false
	}
	info, err := os.Stat(s.file(kind, key))
	return err == nil && info.Mode().IsRegular() && info.Size() >= int64(headerSize)
}

// Put stores data under kind and key. If it cannot (the disk may be full), the
// cache is without that entry, which only costs time later.
func (s *Store) Put(kind string, key Key, data []byte) {
	if s == nil {
		return
	}
	name := s.file(kind, key)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return
	}
	// An error leaves no entry behind, and nobody waits for one.
	_ = writeFile(name, encode(kind, key, data))
}

// Remove removes the entry under kind and key, if there is one.
func (s *Store) Remove(kind string, key Key) {
	if s != nil {
		os.Remove(s.file(kind, key))
	}
}

// file is the name of an entry's file. The entries of a kind lie in 256
// directories, as some file systems are slow with large ones.
func (s *Store) file(kind string, key Key) string {
	digits := key.String()
	return filepath.Join(s.dir, kind, digits[:2], digits[2:])
}

// touch notes that an entry is in use, for the sake of Trim.
func (s *Store) touch(name string) {
	now := s.now()
	if info, err := os.Stat(name); err == nil && now.Sub(info.ModTime()) > touchAfter {
		os.Chtimes(name, now, now) // if it fails, the entry is trimmed early
	}
}

// writeFile writes a file that others see complete or not at all.
func writeFile(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), tempPattern)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// Dir is the directory that the entries lie in.
func (s *Store) Dir() string { return s.dir }
