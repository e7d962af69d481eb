package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/hoplint/hoplint/analyzer"
)

// models writes what is known of the library that has the package which the arguments
// name, or a line for each library.
func models(w io.Writer, o options) error {
	libraries, err := analyzer.Libraries(o.config)
	if err != nil {
		return err
	}
	switch len(o.args) {
	case 0:
		return listLibraries(w, libraries)
	case 1:
		return showLibraries(w, o.args[0], libraries)
	default:
		return usagef("models takes one import path, not %d", len(o.args))
	}
}

func listLibraries(w io.Writer, libraries []analyzer.LibraryDoc) error {
	slices.SortStableFunc(libraries, func(a, b analyzer.LibraryDoc) int { return strings.Compare(a.Name, b.Name) })
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "LIBRARY\tVERSIONS\tENDPOINTS\tCALLS\tASYNC\tIMPORT")
	for _, l := range libraries {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\n",
			l.Name, cmp.Or(l.Versions, "-"), count(l.Endpoints), count(l.Calls), count(l.Async), cmp.Or(strings.Join(l.Import, ", "), "-"))
	}
	return t.Flush()
}

// count writes how many functions there are, and nothing as a dash.
func count(n int) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprint(n)
}

// showLibraries writes what is known of the libraries that a package belongs to.
func showLibraries(w io.Writer, path string, libraries []analyzer.LibraryDoc) error {
	shown := 0
	var paths []string
	for _, l := range libraries {
		paths = append(paths, l.Import...)
		if !slices.ContainsFunc(l.Import, func(p string) bool { return within(path, p) }) {
			continue
		}
		if shown++; shown > 1 {
			fmt.Fprintln(w)
		}
		if err := showLibrary(w, l); err != nil {
			return err
		}
	}
	if shown == 0 {
		if n := nearest(path, paths); n != "" {
			return usagef("no model speaks of %s (did you mean %s?)", path, n)
		}
		return usagef("no model speaks of %s; describe it under models in hoplint.yaml", path)
	}
	return nil
}

// within reports whether one of two import paths lies below the other.
func within(a, b string) bool {
	return a == b || strings.HasPrefix(a, b+"/") || strings.HasPrefix(b, a+"/")
}

func showLibrary(w io.Writer, l analyzer.LibraryDoc) error {
	fmt.Fprintf(w, "%s (%s)\n", l.Name, strings.Join(slices.DeleteFunc([]string{l.Versions, l.Protocol}, func(s string) bool { return s == "" }), ", "))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range l.Functions {
		fmt.Fprintf(t, "  %s\t%s\t%s\n", f.Name, f.Kind, roles(f))
	}
	return t.Flush()
}

// roles writes the roles of a function: where each is, or its value.
func roles(f analyzer.FunctionDoc) string {
	var out []string
	for _, role := range slices.Sorted(maps.Keys(f.Args)) {
		out = append(out, role+": "+f.Args[role])
	}
	for _, role := range slices.Sorted(maps.Keys(f.Const)) {
		out = append(out, fmt.Sprintf("%s: %q", role, f.Const[role]))
	}
	return strings.Join(out, ", ")
}
