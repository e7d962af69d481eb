package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Shape is what the methods of an object look like that a library serves: the types
// of parameters and results as types.TypeString prints them. The word any stands for
// every type that others can name, which is exported or built in; *any is a pointer to
// one. _ is any type at all, *_ a pointer.
type Shape struct{ Params, Results []string }

// ParseShapes reads shapes as rows write them, "(context.Context, any, *any) error",
// with semicolons between several.
func ParseShapes(text string) ([]Shape, error) {
	var out []Shape
	for part := range strings.SplitSeq(text, ";") {
		params, results, ok := strings.Cut(strings.TrimSpace(part), ")")
		params, opened := strings.CutPrefix(params, "(")
		if !ok || !opened {
			return nil, fmt.Errorf("%q is no shape (want (any, *any) error)", strings.TrimSpace(part))
		}
		out = append(out, Shape{typesIn(params), typesIn(strings.Trim(results, " ()"))})
	}
	return out, nil
}

func typesIn(list string) []string {
	var out []string
	for t := range strings.SplitSeq(list, ",") {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// shapesOf returns the library's rows for signatures. Errors stand at rows of the file.
func (l *Library) shapesOf(file string) (rows, error) {
	found := make(rows)
	for i := range l.Shapes {
		row := &l.Shapes[i]
		if row.Protocol == "" {
			row.Protocol = l.Protocol
		}
		key, err := row.signature()
		if err != nil {
			return nil, fmt.Errorf("%s:%d:%d: %v", file, row.Pos.Line, row.Pos.Col, err)
		}
		found[key] = row
	}
	return found, nil
}

// signature returns the key of a row that stands for one.
func (r *Row) signature() (string, error) {
	shapes, err := ParseShapes(r.Func)
	if err != nil {
		return "", err
	}
	if len(shapes) != 1 || len(r.Funcs) > 0 {
		return "", fmt.Errorf("%s: a row of shapes has one signature", r.Func)
	}
	return signature(shapes[0].Params, shapes[0].Results), r.check()
}

// signature writes the types of parameters and results as one text.
func signature(params, results []string) string {
	return strings.Join(params, ", ") + ") " + strings.Join(results, ", ")
}

// Fits reports whether a method with the given types has the shape.
func (s Shape) Fits(params, results []string) bool {
	return slices.EqualFunc(s.Params, params, fits) && slices.EqualFunc(s.Results, results, fits)
}

func fits(want, typ string) bool {
	switch want {
	case "any":
		return nameable(typ)
	case "_":
		return true
	case "*_":
		return strings.HasPrefix(typ, "*")
	case "*any":
		return strings.HasPrefix(typ, "*") && nameable(typ)
	}
	return want == typ
}

// nameable reports whether a type, or what it points to, is exported or built in.
// Types without a name are.
func nameable(typ string) bool {
	typ = strings.TrimLeft(typ, "*")
	typ, _, _ = strings.Cut(typ, "[")
	if strings.ContainsAny(typ, " ({") {
		return true
	}
	_, name, ok := strings.Cut(typ[strings.LastIndexByte(typ, '/')+1:], ".")
	if !ok {
		return true
	}
	first, _ := utf8.DecodeRuneInString(name[strings.LastIndexByte(name, '.')+1:])
	return unicode.IsUpper(first)
}

// checkShape reports a shape that cannot be read, or that the kind methods lacks where it is for objects.
func (r *Row) checkShape() error {
	if (r.Kind != Methods || r.Args[RoleHandler].Base != Nowhere || r.Args[RoleHandlers].Base != Nowhere) && r.Const[RoleShape] == "" {
		return nil
	}
	if _, err := ParseShapes(r.Const[RoleShape]); err != nil {
		return fmt.Errorf("%s: %v", r.written()[0], err)
	}
	return nil
}
