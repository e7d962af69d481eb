// Package load says which packages there are, and makes the types of those that
// are to be read.
//
// # Listing
//
// [List] asks the go command, for all modules below a directory, for names, files,
// imports and modules. Nothing is built, and cgo is not run. Where there is a
// go.work, it says which modules there are; otherwise each module is listed for
// itself, several at a time, and what their packages have in common becomes one.
// [Listing.Classify] then decides which packages are followed from source.
//
//	l, err := load.List(load.Config{Dir: dir})
//	l.Classify(load.FirstParty{Prefixes: …, Libraries: …, HasModel: …})
//
// # Types
//
// [Types.Walk] goes through the first-party packages. It asks the caller whether it
// still has what it made of a package; if not, the package is parsed, type-checked
// and shown to the caller.
//
//	load.NewTypes(l, store).Walk(
//		func(p *load.Package, key cache.Key) bool { … },
//		func(c *load.Checked) { … })
//
// A first-party package's key depends on its own files and on what it imports: of a
// library the version, of a first-party package what it declares. So a change in the
// body of a function concerns one package; where it changes what the package
// declares, it concerns those that import it, and so on. Bodies of generic functions
// count as declared, for packages above have instances of them.
//
// Types of libraries come from their declarations: their files are parsed, and
// type-checked without the bodies of functions. The result is stored in the form of
// [golang.org/x/tools/go/gcexportdata]. Of a package, that form holds whatever its
// declarations lead to in others, so only what first-party packages import directly
// is stored: of 760 libraries below four services 81, in 5 MB, where all would take
// 21 MB and add a third to the time of a run that begins with nothing. The price: if
// a library is not stored, all that is below it is made from source again.
//
// What is read that way leaves the packages that it leads to incomplete, and an
// incomplete package can be read but not be made from source any more. So a walk
// decides beforehand what is made from source: the libraries that are not stored,
// with all below them. First-party packages below others are read, but for those
// that declare generics, whose syntax go/ssa needs for the instances above.
package load
