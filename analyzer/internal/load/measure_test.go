package load

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

var (
	mdir   = flag.String("mdir", "", "")
	mpat   = flag.String("mpat", "./...", "")
	mcache = flag.String("mcache", "", "")
	mtouch = flag.String("mtouch", "", "")
)

func TestMeasure(t *testing.T) {
	if *mdir == "" {
		t.Skip()
	}
	t0 := time.Now()
	l, err := List(Config{Dir: *mdir, Patterns: []string{*mpat}})
	if err != nil {
		t.Fatal(err)
	}
	fp, files := 0, 0
	for _, p := range l.Packages {
		if p.FirstParty {
			fp++
			files += len(p.Files)
		}
		for _, e := range p.Errors {
			fmt.Println(p.ID, e)
		}
	}
	fmt.Println("list", time.Since(t0), len(l.Packages), "fp", fp, "files", files, l.Errors)
	var store *cache.Store
	if *mcache != "" {
		store, err = cache.Open(*mcache)
		if err != nil {
			t.Fatal(err)
		}
	}
	t0 = time.Now()
	ty := NewTypes(l, store)
	var n, errs atomic.Int64
	ty.Walk(func(p *Package, k cache.Key) bool {
		if store == nil {
			return false
		}
		_, ok := store.Get("ir", k)
		return ok
	}, func(c *Checked) {
		n.Add(1)
		for _, e := range c.Errors {
			errs.Add(1)
			fmt.Println(e)
		}
		if store != nil {
			store.Put("ir", c.Key, []byte("x"))
		}
	})
	fmt.Println("walk", time.Since(t0), "checked", n.Load(), "errors", errs.Load())
	src := 0
	for _, s := range ty.states {
		if s.source {
			src++
		}
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	fmt.Println("source", src, "heap", m.HeapAlloc>>20, "sys", m.Sys>>20)
	data, _ := os.ReadFile("/proc/self/status")
	for _, l := range splitLines(string(data)) {
		if len(l) > 6 && l[:6] == "VmHWM:" {
			fmt.Println(l)
		}
	}
}

func splitLines(s string) []string {
	var out []string
	for len(s) > 0 {
		i := 0
		for i < len(s) && s[i] != '\n' {
			i++
		}
		out = append(out, s[:i])
		s = s[min(i+1, len(s)):]
	}
	return out
}
