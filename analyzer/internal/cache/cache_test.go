package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func open(t *testing.T) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "cache"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestKeyOf(t *testing.T) {
	seen := make(map[Key]string)
	for _, parts := range [][]string{nil, {""}, {"", ""}, {"ab", "c"}, {"a", "bc"}, {"abc"}, {"c", "ab"}} {
		k := KeyOf(parts...)
		if other, ok := seen[k]; ok {
			t.Errorf("%q and %s have the same key", parts, other)
		}
		seen[k] = fmt.Sprintf("%q", parts)
		if k != KeyOf(parts...) {
			t.Errorf("%q has two keys", parts)
		}
	}
}

func TestGetPut(t *testing.T) {
	s, k := open(t), KeyOf("x")
	if _, ok := s.Get("ir", k); ok || s.Has("ir", k) {
		t.Error("an empty cache has an entry")
	}
	for _, want := range []string{"one", "", "two"} {
		s.Put("ir", k, []byte(want))
		if got, ok := s.Get("ir", k); !ok || string(got) != want || !s.Has("ir", k) {
			t.Errorf("Get = %q, %v, want %q", got, ok, want)
		}
	}
	if s.Has("decl", k) || s.Has("ir", KeyOf("y")) {
		t.Error("an entry is there under another kind or key")
	}
	s.Remove("ir", k)
	if s.Has("ir", k) {
		t.Error("the entry was not removed")
	}
}

func TestNilStore(t *testing.T) {
	var s *Store
	s.Put("ir", Key{}, []byte("x"))
	s.Remove("ir", Key{})
	s.Trim()
	if _, ok := s.Get("ir", Key{}); ok || s.Has("ir", Key{}) {
		t.Error("a nil store has an entry")
	}
}

func TestDamage(t *testing.T) {
	k := KeyOf("x")
	good := encode("ir", k, []byte("data"))
	flipped := bytes.Clone(good)
	flipped[len(flipped)-1] ^= 1
	version := bytes.Clone(good)
	version[len(magic)-1]++
	tests := map[string][]byte{
		"empty":         {},
		"cut in header": good[:10],
		"cut in data":   good[:len(good)-1],
		"longer":        append(bytes.Clone(good), 0),
		"flipped bit":   flipped,
		"other version": version,
		"text":          []byte(strings.Repeat("not an entry ", 10)),
		"other kind":    encode("decl", k, []byte("data")),
		"other key":     encode("ir", KeyOf("y"), []byte("data")),
	}
	for name, entry := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.Put("ir", k, []byte("data"))
			if err := os.WriteFile(s.file("ir", k), entry, 0o666); err != nil {
				t.Fatal(err)
			}
			if data, ok := s.Get("ir", k); ok {
				t.Errorf("Get = %q", data)
			}
			if s.Has("ir", k) {
				t.Error("the damaged entry is still there")
			}
			s.Put("ir", k, []byte("new"))
			if data, ok := s.Get("ir", k); !ok || string(data) != "new" {
				t.Errorf("after Put: Get = %q, %v", data, ok)
			}
		})
	}
}

func TestOpenError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"", file, filepath.Join(file, "below")} {
		s, err := Open(dir)
		if s != nil || err == nil {
			t.Fatalf("Open(%q) = %v, %v", dir, s, err)
		}
		if text := err.Error(); !strings.Contains(text, dir) || !strings.Contains(text, "-cache") {
			t.Errorf("Open(%q): %v: names not both the directory and the flag", dir, err)
		}
	}
}

func TestOpenReadOnly(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write anywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); err == nil {
		t.Error("opened a directory that cannot be written")
	}
}

// TestConcurrent has several stores on one directory, as several processes have.
func TestConcurrent(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			s, err := Open(dir)
			if err != nil {
				t.Error(err)
				return
			}
			for i := range 100 {
				k := KeyOf(fmt.Sprint(i % 10))
				want := bytes.Repeat([]byte{byte(i % 10)}, 5000)
				s.Put("ir", k, want)
				if got, ok := s.Get("ir", k); !ok || !bytes.Equal(got, want) {
					t.Errorf("entry %d is missing or mixed up", i%10)
				}
			}
		})
	}
	wg.Wait()
	left, err := filepath.Glob(filepath.Join(dir, "*", "*", tempPattern))
	if err != nil || len(left) > 0 {
		t.Errorf("temporary files left: %v, %v", left, err)
	}
}

func TestTrim(t *testing.T) {
	s := open(t)
	start := time.Now()
	at := func(d time.Duration) { s.now = func() time.Time { return start.Add(d) } }
	used, unused := KeyOf("used"), KeyOf("unused")
	s.Put("ir", used, nil)
	s.Put("ir", unused, nil)
	foreign := filepath.Join(s.dir, "notes.md")
	temp := filepath.Join(s.dir, "tmp-123")
	for _, name := range []string{foreign, temp} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}

	at(10 * 24 * time.Hour)
	s.Get("ir", used)
	s.Trim()
	if !s.Has("ir", used) || !s.Has("ir", unused) {
		t.Error("an entry went too early")
	}
	if exists(temp) {
		t.Error("the temporary file is still there")
	}
	at(trimAfter + time.Hour)
	s.Trim()
	if !s.Has("ir", used) || s.Has("ir", unused) || !exists(foreign) {
		t.Error("not just the unused entry went")
	}
}

func TestTrimOnceADay(t *testing.T) {
	s := open(t)
	k, start := KeyOf("x"), time.Now()
	s.now = func() time.Time { return start.Add(20 * 24 * time.Hour) }
	s.Trim()
	s.Put("ir", k, nil) // its file has the time of today
	s.now = func() time.Time { return start.Add(20*24*time.Hour + trimEvery/2) }
	s.Trim()
	if !s.Has("ir", k) {
		t.Error("trimmed twice within a day")
	}
	s.now = func() time.Time { return start.Add(20*24*time.Hour + 2*trimEvery) }
	s.Trim()
	if s.Has("ir", k) {
		t.Error("not trimmed after a day")
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func FuzzDecode(f *testing.F) {
	k := KeyOf("x")
	f.Add(encode("ir", k, []byte("data")))
	f.Add(encode("ir", KeyOf("y"), []byte("data")))
	f.Add([]byte(magic))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, entry []byte) {
		data, err := decode("ir", k, entry)
		if err == nil && !bytes.Equal(encode("ir", k, data), entry) {
			t.Errorf("%x is taken for the entry of %x", entry, data)
		}
	})
}
