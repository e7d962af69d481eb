package main

import (
	"fmt"
	"go/types"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer"
)

// A result is what the check of all functions came to.
type result struct {
	fit    int
	gone   int // that newer versions lack, as their models say
	wrong  []string
	absent map[string]int // functions by package that could not be had
}

// check compares functions with the packages that declare them.
func check(functions []analyzer.FunctionDoc, found map[string]*types.Package) result {
	r := result{absent: make(map[string]int)}
	for _, f := range functions {
		pkg := found[f.Package]
		if pkg == nil {
			r.absent[f.Package]++
			continue
		}
		if err := fits(f, pkg); err != nil {
			if f.Until != "" {
				r.gone++
				continue
			}
			r.wrong = append(r.wrong, fmt.Sprintf("%s: %v", f.Name, err))
			continue
		}
		r.fit++
	}
	return r
}

// report prints a result and reports whether something is wrong.
func report(r result) bool {
	slices.Sort(r.wrong)
	for _, line := range r.wrong {
		fmt.Println(line)
	}
	for _, path := range slices.Sorted(maps.Keys(r.absent)) {
		fmt.Printf("%s: not available, %d functions not checked\n", path, r.absent[path])
	}
	fmt.Printf("%d functions fit, %d do not, %d are of older versions\n", r.fit, len(r.wrong), r.gone)
	return len(r.wrong) > 0
}

// fits says what of a function's model is not so in its package.
func fits(f analyzer.FunctionDoc, pkg *types.Package) error {
	obj, err := lookup(f.Name, pkg)
	if err != nil {
		return err
	}
	fn, ok := obj.(*types.Func)
	if !ok {
		return variableFits(f, obj)
	}
	if full := typeParams.ReplaceAllString(fn.Origin().FullName(), ""); full != f.Name {
		return fmt.Errorf("is called %s", full)
	}
	return rolesFit(f, fn.Signature())
}

// variableFits says what of the model of a variable is not so: one that holds a function
// is called as functions are.
func variableFits(f analyzer.FunctionDoc, obj types.Object) error {
	if len(f.Args) == 0 {
		return nil
	}
	sig, ok := obj.Type().Underlying().(*types.Signature)
	if !ok {
		return fmt.Errorf("is no function, but its model speaks of arguments")
	}
	return rolesFit(f, sig)
}

func rolesFit(f analyzer.FunctionDoc, sig *types.Signature) error {
	for _, role := range slices.Sorted(maps.Keys(f.Args)) {
		if f.Const["on"] != "" && strings.HasPrefix(f.Args[role], "recv") {
			continue // a package variable stands for the receiver
		}
		if err := fitsAt(role, f.Args[role], sig); err != nil {
			return fmt.Errorf("%s: %s: %v", role, f.Args[role], err)
		}
	}
	return nil
}

// typeParams are those of a receiver, which models leave out.
var typeParams = regexp.MustCompile(`\[[^\]]*\]`)

// lookup finds the object that a full name names.
func lookup(name string, pkg *types.Package) (types.Object, error) {
	local := strings.TrimLeft(strings.Replace(name, pkg.Path()+".", "", 1), "(*")
	typ, method, isMethod := strings.Cut(local, ").")
	typ, _, _ = strings.Cut(typ, "[")
	obj := pkg.Scope().Lookup(typ)
	if obj == nil {
		return nil, fmt.Errorf("%s does not exist", typ)
	}
	if !isMethod {
		return obj, nil
	}
	named, ok := types.Unalias(obj.Type()).(*types.Named)
	if !ok {
		return nil, fmt.Errorf("%s is no named type", typ)
	}
	for m := range named.Methods() {
		if m.Name() == method {
			return m, nil
		}
	}
	if i, ok := named.Underlying().(*types.Interface); ok {
		for m := range i.ExplicitMethods() {
			if m.Name() == method {
				return m, nil
			}
		}
	}
	return nil, fmt.Errorf("%s declares no method %s", typ, method)
}

// fitsAt says what is wrong with the place of a role.
func fitsAt(role, at string, sig *types.Signature) error {
	t, err := typeAt(at, sig)
	if err != nil || t == nil {
		return err
	}
	if want := sorts[role]; want != nil && !want(t) {
		return fmt.Errorf("a %s is no %s", t, role)
	}
	return nil
}

// typeAt returns the type of what stands at a place; nil if it is a field that only
// the model gives an object.
func typeAt(at string, sig *types.Signature) (types.Type, error) {
	base, variadic := strings.CutSuffix(at, "..")
	base, field, _ := strings.Cut(base, ".")
	base, each := strings.CutSuffix(base, "[]")
	many := variadic || each
	var t types.Type
	if base == "recv" {
		if sig.Recv() == nil {
			return nil, fmt.Errorf("there is no receiver")
		}
		t = sig.Recv().Type()
	} else {
		n, err := strconv.Atoi(base)
		if err != nil || n >= sig.Params().Len() {
			return nil, fmt.Errorf("there are only %d arguments", sig.Params().Len())
		}
		if t = sig.Params().At(n).Type(); many {
			s, ok := t.Underlying().(*types.Slice)
			if !ok {
				return nil, fmt.Errorf("%s is no slice", t)
			}
			t = s.Elem()
		}
	}
	return fieldType(t, field), nil
}

// fieldType returns the type of a field, nil if the type has no such field.
func fieldType(t types.Type, field string) types.Type {
	if field == "" {
		return t
	}
	for name := range strings.SplitSeq(field, ".") {
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
		v, ok := obj.(*types.Var)
		if !ok {
			return nil
		}
		t = v.Type()
	}
	return t
}
