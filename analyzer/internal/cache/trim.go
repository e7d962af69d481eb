package cache

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	trimAfter = 14 * 24 * time.Hour // how long an entry stays without being used
	trimEvery = 24 * time.Hour
	tempAfter = time.Hour // a temporary file this old has lost its writer
	trimFile  = "trim.txt"
)

// Trim removes the entries that were not used for two weeks. It looks through the
// directory at most once a day, so it may be called at the end of each run.
func (s *Store) Trim() {
	if s == nil || !s.trimDue() {
		return
	}
	now := s.now()
	// What cannot be removed is tried again tomorrow.
	_ = filepath.WalkDir(s.dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && s.expired(name, d, now) {
			os.Remove(name)
		}
		return nil
	})
	_ = writeFile(filepath.Join(s.dir, trimFile), strconv.AppendInt(nil, now.Unix(), 10))
}

// trimDue reports whether the last look through the directory was over a day ago.
func (s *Store) trimDue() bool {
	data, err := os.ReadFile(filepath.Join(s.dir, trimFile))
	if err != nil {
		return true
	}
	last, err := strconv.ParseInt(strings.TrimSpace(string(data)), 10, 64)
	if err != nil {
		return true
	}
	age := s.now().Sub(time.Unix(last, 0))
	return age < 0 || age > trimEvery // in the future: the clock was wrong then
}

// expired reports whether a file is one of ours and was not used for long.
// Other files are left alone: somebody may have named a wrong directory.
func (s *Store) expired(name string, d fs.DirEntry, now time.Time) bool {
	if !d.Type().IsRegular() {
		return false
	}
	info, err := d.Info()
	if err != nil {
		return false
	}
	age := now.Sub(info.ModTime())
	if temp, _ := filepath.Match(tempPattern, d.Name()); temp {
		return age > tempAfter
	}
	return age > trimAfter && s.isEntry(name)
}

// isEntry reports whether a file is named as [Store.file] names entries.
func (s *Store) isEntry(name string) bool {
	rel, err := filepath.Rel(s.dir, name)
	if err != nil {
		return false
	}
	parts := strings.Split(filepath.ToSlash(rel), "/")
	return len(parts) == 3 && len(parts[1]) == 2 && len(parts[1]+parts[2]) == 2*len(Key{}) && isHex(parts[1]+parts[2])
}

func isHex(s string) bool {
	return strings.Trim(s, "0123456789abcdef") == ""
}
