package load

import (
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// content are the digests of a listing's packages that are not of the standard library.
func content(l *Listing) map[string]cache.Key {
	keys := make(map[string]cache.Key)
	for _, p := range l.Packages {
		if !p.Std {
			keys[p.Path] = p.content
		}
	}
	return keys
}

func TestContent(t *testing.T) {
	base := content(list(t, Config{Dir: write(t, diamond)}))
	tests := []struct {
		name           string
		file, from, to string
		env            string
		want           []string // whose content is another
	}{
		{name: "another directory"},
		{name: "a file that is not Go", file: "dto/notes.txt", to: "x"},
		{name: "an import", file: "dto/dto.go", from: "/orders/", to: "/o/", want: shop("", "dto", "order", "stock")},
		{name: "the top", file: "main.go", from: "stock/\"", to: "shelf/\"", want: shop("")},
		{name: "one more file", file: "stock/more.go", to: "package stock\n", want: shop("", "stock")},
		{name: "a file of another platform", file: "stock/more_plan9.go", to: "package stock\n"},
		{name: "the platform", env: "GOARCH=386", want: shop("", "apart", "dto", "log", "order", "set", "stock")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := write(t, diamond)
			switch {
			case test.from != "":
				replace(t, dir, test.file, test.from, test.to)
			case test.file != "":
				edit(t, dir, test.file, test.to)
			}
			var changed []string
			for path, key := range content(list(t, Config{Dir: dir, Env: hermetic("GOOS=linux", test.env)})) {
				if base[path] != key {
					changed = append(changed, path)
				}
			}
			wantEqual(t, "changed", sorted(changed), test.want...)
		})
	}
}

// What lies in the module cache is known by its version; nothing else is.
func TestImmutable(t *testing.T) {
	cacheDir := filepath.FromSlash("/modules/lib@v1.0.0")
	tests := []struct {
		dir    string
		module *Module
		want   bool
	}{
		{cacheDir, &Module{Version: "v1.0.0", Dir: cacheDir}, true},
		{filepath.Join(cacheDir, "sub"), &Module{Version: "v1.0.0", Dir: cacheDir}, true},
		{filepath.FromSlash("/src/vendor/lib"), &Module{Version: "v1.0.0"}, false},
		{cacheDir, &Module{Dir: cacheDir, Main: true, Local: true}, false},
		{cacheDir, &Module{Dir: cacheDir, Version: "v1.0.0", Local: true}, false},
		{cacheDir, nil, false},
	}
	for _, test := range tests {
		p := &Package{Dir: test.dir, Module: test.module}
		if p.immutable() != test.want {
			t.Errorf("%s in %+v: immutable is %v", test.dir, test.module, !test.want)
		}
	}
}

// TestInOrder has a deep graph with many paths.
func TestInOrder(t *testing.T) {
	const n = 2000
	pkgs := make([]*Package, n)
	for i := range pkgs {
		pkgs[i] = &Package{Path: fmt.Sprintf("p%04d", i), Imports: make(map[string]*Package)}
		for _, j := range []int{i - 1, i - 2, i / 2} {
			if j >= 0 && j < i {
				pkgs[i].Imports[pkgs[j].Path] = pkgs[j]
			}
		}
	}
	pkgs[0].Imports["cycle"] = pkgs[n-1]
	ordered := inImportOrder(slices.Clone(pkgs))
	if len(ordered) != n {
		t.Fatalf("%d packages, want %d", len(ordered), n)
	}
	for i, p := range ordered {
		p.index = i
	}
	var mu sync.Mutex
	done := make(map[*Package]bool)
	inOrder(ordered, func(p *Package) {
		mu.Lock()
		defer mu.Unlock()
		for _, d := range p.below() {
			if !done[d] {
				t.Errorf("%s comes before %s", p.Path, d.Path)
			}
		}
		done[p] = true
	})
	if len(done) != n {
		t.Errorf("%d packages were done, want %d", len(done), n)
	}
	inOrder(nil, nil)
}
