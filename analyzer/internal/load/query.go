package load

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A query is a pattern or a root.
type query struct {
	text string // as it was asked for
	root bool   // need not match anything
	// dir is the absolute directory pattern; "" if text is about import paths.
	dir string
	// matches reports whether a directory or import path matches.
	matches func(string) bool
}

func parseQueries(cfg Config) ([]query, error) {
	var queries []query
	patterns := cfg.Patterns
	if len(patterns) == 0 && len(cfg.Roots) == 0 {
		patterns = []string{"./..."}
	}
	for _, text := range patterns {
		if err := checkPattern(cfg.Dir, text); err != nil {
			return nil, err
		}
		queries = append(queries, newQuery(cfg.Dir, text))
	}
	for _, text := range cfg.Roots {
		q := newQuery(cfg.Dir, asDir(text))
		q.text, q.root = text, true
		queries = append(queries, q)
	}
	return queries, nil
}

// checkPattern refuses what the go command or go/packages would take for something
// other than a pattern.
func checkPattern(dir, text string) error {
	switch {
	case text == "" || strings.ContainsAny(text, "=@") || strings.HasPrefix(text, "-"):
		return &NoMatchError{Pattern: fmt.Sprintf("%q", text), Dir: dir, Reason: "it is neither a directory nor an import path"}
	case strings.HasSuffix(text, ".go"):
		return &NoMatchError{Pattern: text, Dir: dir, Reason: "it names a file; name the directory of its package"}
	}
	return nil
}

func newQuery(dir, text string) query {
	q := query{text: text}
	pattern := text
	if isDirPattern(text) {
		q.dir = filepath.FromSlash(text)
		if !filepath.IsAbs(q.dir) {
			q.dir = filepath.Join(dir, q.dir)
		}
		pattern = filepath.ToSlash(q.dir)
	}
	q.matches = matcher(pattern)
	return q
}

// asDir writes a root as a directory pattern: "services/a" is no import path.
func asDir(root string) string {
	if isDirPattern(root) {
		return root
	}
	return "./" + root
}

// isDirPattern is how the go command tells directories from import paths.
func isDirPattern(text string) bool {
	first, _, _ := strings.Cut(filepath.ToSlash(text), "/")
	return first == "." || first == ".." || filepath.IsAbs(text)
}

// isMeta reports whether a pattern is a name that the go command gives to many packages.
func (q query) isMeta() bool {
	return slices.Contains([]string{"all", "std", "cmd", "work", "tool"}, q.text)
}

// isWild reports whether the query may match several packages.
func (q query) isWild() bool { return strings.Contains(q.text, "...") }

// base is the directory below which everything lies that the query may match.
func (q query) base() string {
	before, _, wild := strings.Cut(q.dir, "...")
	if !wild {
		return q.dir
	}
	return filepath.Dir(before + "x")
}

// matcher matches slash-separated paths as the go command does: "..." is any
// string, and "x/..." matches x too.
func matcher(pattern string) func(string) bool {
	expr := strings.ReplaceAll(regexp.QuoteMeta(strings.ToValidUTF8(pattern, "\uFFFD")), `\.\.\.`, `.*`)
	if rest, ok := strings.CutSuffix(expr, `/.*`); ok {
		expr = rest + `(/.*)?`
	}
	re := regexp.MustCompile(`(?s)^(?:` + expr + `)$`)
	return re.MatchString
}

// assign gives each module the queries that may match in it.
func assign(ws *workspace, queries []query) []run {
	byDir := make(map[string][]string)
	for _, q := range queries {
		for _, m := range ws.modules {
			dir := ws.runDir(m)
			if pattern := patternFor(ws, q, m, dir); pattern != "" {
				byDir[dir] = append(byDir[dir], pattern)
			}
		}
	}
	var runs []run
	for dir, patterns := range byDir {
		slices.Sort(patterns)
		runs = append(runs, run{dir: dir, patterns: slices.Compact(patterns)})
	}
	slices.SortFunc(runs, func(a, b run) int { return strings.Compare(a.dir, b.dir) })
	return runs
}

// patternFor is how a query reads in dir for what module has, "" for nothing.
func patternFor(ws *workspace, q query, module, dir string) string {
	switch {
	case q.dir == "":
		return q.text
	case ws.owner(q.base()) == module:
		return relative(q.dir, dir)
	case q.isWild() && within(module, q.base()):
		// All of the module; what the query does not match is left out later.
		return relative(filepath.Join(module, "..."), dir)
	}
	return ""
}

// relative writes an absolute directory pattern as one relative to dir.
func relative(pattern, dir string) string {
	rel, err := filepath.Rel(dir, pattern)
	if err != nil {
		return pattern
	}
	if rel = filepath.ToSlash(rel); !strings.HasPrefix(rel, ".") || strings.HasPrefix(rel, "...") {
		rel = "./" + rel
	}
	return rel
}
