package model

import (
	"fmt"
	"slices"
	"strings"
)

// written returns the names of the row's functions as they are written.
func (r *Row) written() []string {
	if r.Func == "" {
		return r.Funcs
	}
	return append([]string{r.Func}, r.Funcs...)
}

// names returns the full names of the functions that a row speaks of.
func (l *Library) names(r *Row) ([]string, error) {
	var out []string
	for _, text := range r.written() {
		if strings.Contains(text, "[") {
			return nil, fmt.Errorf("%s: generic functions and types are named without their type parameters", text)
		}
		if len(l.Import) > 0 {
			text = strings.Replace(text, "$", l.Import[0], 1)
		}
		var err error
		if out, err = alternatives(out, text); err != nil {
			return nil, fmt.Errorf("%s: %v", text, err)
		}
	}
	return out, nil
}

// Functions returns the full names of all functions and variables that the library's
// rows speak of, sorted.
func (l *Library) Functions() []string {
	var out []string
	for i := range l.Rows {
		names, _ := l.names(&l.Rows[i]) // whoever has a Library has it without errors
		out = append(out, names...)
	}
	slices.Sort(out)
	return out
}

// maxAlternatives bounds the names that one text stands for.
const maxAlternatives = 200

// alternatives appends the names that a text with {A,B} stands for, in its order.
func alternatives(names []string, text string) ([]string, error) {
	before, rest, ok := strings.Cut(text, "{")
	if !ok {
		return append(names, text), nil
	}
	list, after, ok := strings.Cut(rest, "}")
	if !ok || strings.Contains(list, "{") {
		return nil, fmt.Errorf("braces hold names, separated by commas: {A,B}")
	}
	for word := range strings.SplitSeq(list, ",") {
		var err error
		if names, err = alternatives(names, before+strings.TrimSpace(word)+after); err != nil {
			return nil, err
		}
		if len(names) > maxAlternatives {
			return nil, fmt.Errorf("a row speaks of at most %d functions", maxAlternatives)
		}
	}
	return names, nil
}

// PackageOf returns the path of the package that declares a function or method, by its
// full name; "" if it has none.
func PackageOf(fn string) string {
	fn = strings.TrimLeft(fn, "(*")
	if i := strings.IndexAny(fn, ")["); i >= 0 {
		fn = fn[:i]
	}
	slash := strings.LastIndexByte(fn, '/') + 1
	if dot := strings.LastIndexByte(fn, '.'); dot > slash {
		return fn[:dot]
	}
	return ""
}
