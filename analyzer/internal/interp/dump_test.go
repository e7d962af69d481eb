package interp_test

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/packages"

	"github.com/hoplint/hoplint/analyzer/internal/interp"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/lower"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

var (
	dir  = flag.String("dir", "", "run the program in this `directory`")
	root = flag.String("root", ".", "package pattern of the root")
	fun  = flag.String("func", "", "function of the root")
	args = flag.String("args", "", "arguments that the program starts with")
	own  = flag.String("own", "", "prefix of first-party packages")
)

// TestDump is for debugging: go test -run Dump -dir some/module -root ./cmd/x
func TestDump(t *testing.T) {
	if *dir == "" {
		t.Skip("no -dir")
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: *dir}, *root)
	if err != nil {
		t.Fatal(err)
	}
	models, err := model.Load()
	if err != nil {
		t.Fatal(err)
	}
	first := func(path string) bool {
		return path == pkgs[0].PkgPath || strings.HasPrefix(path, *own) && *own != "" && !models.Known(path)
	}
	var sources []lower.Source
	dirs := make(map[string]string)
	var all []*packages.Package
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		if first(p.PkgPath) {
			all = append(all, p)
			sources = append(sources, lower.Source{Types: p.Types, Files: p.Syntax, Info: p.TypesInfo})
			dirs[p.PkgPath] = strings.TrimPrefix(p.Dir, *dir+"/")
		}
	})
	var irs []*ir.Package
	for i, p := range all {
		q, err := lower.Package(lower.Config{Fset: p.Fset, Dir: p.Dir, FirstParty: first, Generics: sources[:i]}, sources[i])
		if err != nil {
			t.Fatal(err)
		}
		for _, pr := range q.Problems {
			t.Log(pr)
		}
		irs = append(irs, q)
	}
	start := time.Now()
	cfg := interp.Config{Packages: irs, Models: models, Root: pkgs[0].PkgPath, Func: *fun, Dirs: dirs}
	if *args != "" {
		cfg.Args = strings.Fields(*args)
	}
	p, err := interp.Run(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(time.Since(start))
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent("", " ")
	if err := enc.Encode(p); err != nil {
		t.Fatal(err)
	}
}
