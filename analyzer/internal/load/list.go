package load

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A Config says what to list.
type Config struct {
	// Dir is the directory to look in; "" is the current one.
	Dir string
	// Patterns are those of the go command, relative to Dir. Directory patterns may
	// span several modules. Without patterns and roots it is "./...".
	Patterns []string
	// Roots are directories, relative to Dir, that need not hold a package.
	Roots []string
	Tags  []string // build tags
	Tests bool     // whether to list test files too
	Env   []string // environment of the go command; nil is that of this process
}

// mode is what the go command is asked for: nothing is built, and cgo is not run.
const mode = packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps | packages.NeedModule

// List asks the go command for packages. The error is a [*NoGoError] if there is
// nothing to list in the directory, and a [*NoMatchError] for a pattern that
// matches nothing; otherwise it is the go command's. A package that has errors, or
// a module if there are others, is no error: see [Package].Errors, [Listing].Errors.
func List(cfg Config) (*Listing, error) {
	dir, err := filepath.Abs(cmp.Or(cfg.Dir, "."))
	if err != nil {
		return nil, err
	}
	if cfg.Dir = dir; cfg.Env == nil {
		cfg.Env = os.Environ()
	}
	queries, err := parseQueries(cfg)
	if err != nil {
		return nil, err
	}
	ws, err := findWorkspace(cfg)
	if err != nil {
		return nil, err
	}
	results := runAll(cfg, ws, assign(ws, queries))
	return join(cfg, ws, queries, results)
}

// A run is one call of the go command, in one directory.
type run struct {
	dir      string
	patterns []string
}

// A result is what a run gave.
type result struct {
	run  run
	pkgs []*packages.Package
	err  error
}

func runAll(cfg Config, ws *workspace, runs []run) []result {
	results := make([]result, len(runs))
	inParallel(len(runs), func(i int) {
		pkgs, err := packages.Load(&packages.Config{
			Mode:       mode,
			Dir:        runs[i].dir,
			Env:        ws.env,
			BuildFlags: buildFlags(cfg.Tags),
			Tests:      cfg.Tests,
		}, runs[i].patterns...)
		results[i] = result{run: runs[i], pkgs: pkgs, err: err}
	})
	return results
}

func buildFlags(tags []string) []string {
	if len(tags) == 0 {
		return nil
	}
	return []string{"-tags=" + strings.Join(tags, ",")}
}

// join makes one listing of what the runs gave.
func join(cfg Config, ws *workspace, queries []query, results []result) (*Listing, error) {
	l := &Listing{Dir: cfg.Dir, target: ws.target}
	conv := newConverter(cfg, ws, queries)
	for _, r := range results {
		if r.err != nil {
			l.Errors = append(l.Errors, runError(r))
			continue
		}
		conv.add(r.pkgs)
	}
	if len(l.Errors) == len(results) && len(results) > 0 {
		return nil, l.Errors[0]
	}
	missing, err := conv.unmatched()
	if err != nil {
		return nil, err
	}
	if l.Missing = missing; len(conv.pkgs) == 0 && len(missing) == 0 {
		return nil, &NoGoError{Dir: cfg.Dir, Reason: "its modules have no Go files that this platform and these tags build"}
	}
	l.Packages = merge(conv.pkgs, ws.target)
	l.Classify(FirstParty{})
	return l, nil
}

// runError says why a run failed, in the words of the go command alone.
func runError(r result) Error {
	msg := oneLine(r.err.Error())
	if _, words, ok := strings.Cut(msg, "stderr: "); ok {
		msg = words
	}
	return Error{Msg: fmt.Sprintf("cannot list the packages in %s: %s", r.run.dir, msg)}
}

// byPlace orders packages the same in each run.
func byPlace(a, b *Package) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Dir, b.Dir), cmp.Compare(a.ID, b.ID),
		slices.Compare(a.content[:], b.content[:]))
}
