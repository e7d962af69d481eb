package model

import "strings"

// noCategory is the category of what reaches no infrastructure, although it stands below
// a package that does.
const noCategory = "none"

// Category returns what kind of infrastructure the functions of a package reach; "" for
// other packages.
func (t *Table) Category(pkgPath string) string {
	for p := range prefixes(pkgPath) {
		if category := t.categories[p]; category != "" {
			return strings.TrimPrefix(category, noCategory)
		}
	}
	return ""
}

// categorized returns a function's row with the category that its calls have.
func (t *Table) categorized(fn string, row *Row) *Row {
	if row == nil || row.Kind != Call && row.Kind != Caller && row.Kind != AsyncCall {
		return row
	}
	category := row.Category
	switch category {
	case "":
		category = t.Category(PackageOf(fn))
	case noCategory:
		category = ""
	}
	if category == row.Category {
		return row
	}
	own := *row
	own.Category = category
	return &own
}

// Reaches returns what kind of infrastructure a function without a row reaches; "" for
// others.
func (v *View) Reaches(fn string) string {
	return v.table.Category(PackageOf(fn))
}
