package analyzer

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	driver "golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// TestFactBytes bounds what facts take in go vet's cache. Facts are closed: each holds the
// packages below it, so that their sum grows with the depth of a program. The budgets are
// a third above what was measured when they were set.
func TestFactBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all that the example imports from source")
	}
	tests := []struct {
		name   string
		dirs   func(t *testing.T) []string
		budget int // bytes of all facts
		each   int // bytes of one package, wherever it is held
	}{
		{"eshop", eshopModules, 400_000, 3_300},
		{"300 packages in 30 layers", layered, 133_000_000, 3_400},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var s factSize
			for _, dir := range test.dirs(t) {
				s.add(t, dir)
			}
			t.Logf("%d packages, %d held in facts, of %d bytes in all, the largest %d; source %d bytes", s.facts, s.held, s.bytes, s.largest, s.source)
			if s.facts == 0 || s.bytes > test.budget || s.bytes/s.held > test.each {
				t.Errorf("facts take %d bytes, %d for each package in them; the budget is %d and %d", s.bytes, s.bytes/max(s.held, 1), test.budget, test.each)
			}
		})
	}
}

// A factSize adds up the facts of modules.
type factSize struct{ facts, held, bytes, largest, source int }

func (s *factSize) add(t *testing.T, dir string) {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := driver.Analyze([]*analysis.Analyzer{New(Config{})}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for act := range graph.All() {
		var f packageFact
		if act.Err != nil {
			t.Errorf("%v: %v", act, act.Err)
		}
		if act.PackageFact(act.Package.Types, &f) {
			s.count(t, &f, act.Package)
		}
	}
}

// count adds a fact as it stands in a file.
func (s *factSize) count(t *testing.T, f *packageFact, p *packages.Package) {
	t.Helper()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(f); err != nil {
		t.Fatal(err)
	}
	s.facts++
	s.held += len(f.Packages)
	s.bytes += b.Len()
	s.largest = max(s.largest, b.Len())
	for _, name := range p.CompiledGoFiles {
		if info, err := os.Stat(name); err == nil {
			s.source += int(info.Size())
		}
	}
}

func eshopModules(t *testing.T) []string {
	t.Helper()
	mods, err := filepath.Glob("../testdata/system/eshop/chain/*/go.mod")
	if err != nil || len(mods) == 0 {
		t.Fatalf("no modules: %v", err)
	}
	for i, m := range mods {
		mods[i] = filepath.Dir(m)
	}
	return mods
}

// layered writes a program of 300 packages: each of a layer imports three of the layer
// below, so that those on top hold nearly all.
func layered(t *testing.T) []string {
	t.Helper()
	const layers, width = 30, 10
	dir := t.TempDir()
	write := func(name, text string) {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module shop.example/layers\n\ngo 1.26\n")
	for layer := range layers {
		for n := range width {
			var below []string
			for k := range min(layer, 1) * 3 {
				below = append(below, layerName(layer-1, (n+k)%width))
			}
			name := layerName(layer, n)
			write(name+"/"+name+".go", layerSource(name, below))
		}
	}
	return []string{dir}
}

func layerName(layer, n int) string { return fmt.Sprintf("layer%02dp%d", layer, n) }

// layerSource is a package as services have them: a type with a few fields, what makes it of
// those below, and methods that check, loop and call on.
func layerSource(name string, below []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nimport (\n\t\"context\"\n\t\"fmt\"\n", name)
	for _, p := range below {
		fmt.Fprintf(&b, "\t\"shop.example/layers/%s\"\n", p)
	}
	b.WriteString(")\n\ntype Store struct {\n\tname string\n\titems map[string]int\n")
	for i, p := range below {
		fmt.Fprintf(&b, "\tpart%d *%s.Store\n", i, p)
	}
	b.WriteString("}\n\nfunc New(name string) *Store {\n\ts := &Store{name: name, items: make(map[string]int)}\n")
	for i, p := range below {
		fmt.Fprintf(&b, "\ts.part%d = %s.New(name + \"/%d\")\n", i, p, i)
	}
	b.WriteString("\treturn s\n}\n")
	for m := range 8 {
		fmt.Fprintf(&b, "\nfunc (s *Store) Do%d(ctx context.Context, ids []string) (int, error) {\n", m)
		b.WriteString("\tif len(ids) == 0 {\n\t\treturn 0, fmt.Errorf(\"%s: nothing to do\", s.name)\n\t}\n\tsum := 0\n\tfor _, id := range ids {\n\t\tsum += s.items[id]\n\t}\n")
		for i := range below {
			fmt.Fprintf(&b, "\tn%d, err := s.part%d.Do%d(ctx, ids)\n\tif err != nil {\n\t\treturn 0, fmt.Errorf(\"%%s: %%v\", s.name, err)\n\t}\n\tsum += n%d\n", i, i, m, i)
		}
		b.WriteString("\treturn sum, nil\n}\n")
	}
	return b.String()
}
