package interp

import (
	"slices"
	"strings"
	"unicode"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// methodLib marks the handlers that stand for a method of an object of the program's own.
const methodLib = "method"

// implField holds the object of such a handler.
const implField = "$impl"

// A methodRoute is a route that a method of an object is the handler of.
type methodRoute struct {
	method string   // "" if a function is the handler itself
	verbs  []string // none for all
	path   string   // below that of the row
	tagged bool     // tags say it, in place of what the row says
}

// objectRoutes registers the methods of objects, each as a route of a group of their own.
// Functions among the objects are handlers themselves.
func (c *libraryCall) objectRoutes(row *model.Row) setID {
	group := c.groupOf(row, "object", bottom, bottom)
	impls := c.arg(row, model.RoleImpl)
	for _, x := range c.members(impls) {
		if len(c.callables(c.one(x))) > 0 {
			c.addMethodRoute(row, group, x, c.retagged(row, methodRoute{}, c.functionOf(c.opened(c.one(x))[0])))
			continue
		}
		if x.kind == ifaceValue {
			for _, r := range c.methodRoutes(row, x) {
				c.addMethodRoute(row, group, x, r)
			}
		}
	}
	return group
}

func (c *libraryCall) addMethodRoute(row *model.Row, group setID, impl value, r methodRoute) {
	o := c.make("route", itoa(int64(c.id(impl)))+" "+r.method+" "+strings.Join(r.verbs, ","))
	c.labelOf(o, row)
	handler := c.one(impl)
	if r.method != "" {
		handler = c.boundMethod(impl, r.method)
		for name := range strings.FieldsSeq(row.Const[model.RoleBefore]) {
			if fn := c.funcs[c.types.method(impl.typ, name)]; fn != nil && !c.promotes(fn) {
				c.addAll(o, 0, beforeField, c.boundMethod(impl, name))
			}
		}
	}
	c.addAll(o, 0, pathField, c.pathOfMethod(row, r))
	if !r.tagged || len(r.verbs) == 0 {
		c.addAll(o, 0, methodField, c.arg(row, model.RoleMethod))
	}
	for _, verb := range r.verbs {
		c.addAll(o, 0, methodField, c.textSet(verb))
	}
	c.addAll(o, 0, handlerField, handler)
	for _, router := range c.routersOf(group) {
		c.addRoute(router, o)
	}
}

// pathOfMethod returns the path of a route: the row's, and what the route's own adds to it.
func (c *libraryCall) pathOfMethod(row *model.Row, r methodRoute) setID {
	base := c.rendered(c.arg(row, model.RolePath))
	switch {
	case r.tagged || base == bottom:
		return c.textSet(r.path)
	case r.path == "":
		return base
	}
	return c.product(base, c.textSet(r.path), joinSlash)
}

// boundMethod returns a handler that is a method of an object.
func (c *libraryCall) boundMethod(impl value, method string) setID {
	bound := c.make(methodLib, itoa(int64(c.id(impl)))+" "+method)
	c.addAll(bound, 0, implField, c.one(impl))
	c.addAll(bound, 0, methodField, c.textSet(method))
	return c.ref(bound, 0)
}

// serveMethod hands a request to a method of an object.
func (f *frame) serveMethod(o *object, e edge) {
	for _, x := range f.members(f.setAt(o, f.below(0, implField))) {
		for _, name := range f.literals(f.setAt(o, f.below(0, methodField))) {
			fn := f.funcs[f.types.method(x.typ, name)]
			if fn == nil {
				continue
			}
			f.invokeOn(x, &ir.Instr{Method: name}, slices.Repeat([]setID{request}, len(fn.Params)-1), e)
		}
	}
}

// methodRoutes returns the routes of an object: those that a mapping of the row lists, as
// "get,post:List;*:Other" or "List", else what the names of its methods say; of all methods
// or, where the row or a mapping as "List,Other" names some, of these.
func (c *libraryCall) methodRoutes(row *model.Row, impl value) []methodRoute {
	mapping := c.arg(row, model.RoleMapping)
	var out []methodRoute
	var only []string
	for _, text := range c.literals(c.join(mapping, c.elements(mapping))) {
		for part := range strings.SplitSeq(text, ";") {
			verbs, method, ok := strings.Cut(strings.TrimSpace(part), ":")
			switch {
			case !ok && strings.Contains(part, ","):
				only = append(only, strings.Split(part, ",")...)
				continue
			case !ok:
				verbs, method = "*", verbs
			}
			out = append(out, c.retagged(row, methodRoute{method: method, verbs: listedVerbs(verbs)}, c.funcs[c.types.method(impl.typ, method)]))
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, text := range c.literals(c.arg(row, model.RoleName)) {
		only = append(only, strings.Split(text, ",")...)
	}
	return c.routesByName(row, impl, only)
}

// routesByName returns what the names of an object's methods say, or of some of them.
func (c *libraryCall) routesByName(row *model.Row, impl value, only []string) []methodRoute {
	shapes, _ := model.ParseShapes(row.Const[model.RoleShape]) // checked when the row was read
	others := strings.Fields(row.Const[model.RoleBefore] + " " + row.Const[model.RoleSkip])
	var out []methodRoute
	for _, m := range c.methodsOfShape(impl, shapes) {
		named := func(name string) bool { return strings.TrimSpace(name) == m.Name }
		if slices.ContainsFunc(others, named) || len(only) > 0 && !slices.ContainsFunc(only, named) || c.promotes(c.funcs[m.Func]) {
			continue
		}
		out = append(out, c.routesOfMethod(row, impl, m)...)
	}
	return out
}

// promotes reports whether a method is one that a type has of a library's.
func (c *libraryCall) promotes(fn *function) bool {
	if !fn.Wrapper {
		return false
	}
	for i := range fn.where {
		if in := fn.instr(int32(i)); in.Callee == ir.Static && c.funcs[in.Sym] == nil {
			return true
		}
	}
	return false
}

func listedVerbs(list string) []string {
	var out []string
	for verb := range strings.SplitSeq(list, ",") {
		if verb = strings.TrimSpace(verb); verb != "*" && verb != "" {
			out = append(out, strings.ToUpper(verb))
		}
	}
	return out
}

// routesOfMethod returns the routes that a method's name, or the tags of its parameter, say.
func (c *libraryCall) routesOfMethod(row *model.Row, impl value, m ir.Method) []methodRoute {
	words := camelWords(m.Name)
	verb := strings.ToUpper(words[0])
	isVerb := slices.Contains(httpVerbs, verb)
	r := methodRoute{method: m.Name}
	switch row.Const[model.RoleNames] {
	case model.RoutesVerbs:
		if !isVerb || len(words) > 1 {
			return nil
		}
		r.verbs = []string{verb}
	case model.RoutesWords:
		if !isVerb && !standsForAll(verb) {
			return nil
		}
		r.verbs, r.path = []string{verb}, wordPath(words[1:], c.pathParams(m))
	case model.RoutesLower:
		name := c.types.name(impl.typ)
		name = strings.TrimSuffix(name[strings.LastIndexByte(name, '.')+1:], "Controller")
		r.path = "/" + strings.ToLower(name) + "/" + strings.ToLower(m.Name)
	default:
		r.path = "/" + strings.ToLower(strings.Join(words, "-"))
		if tagged := c.retagged(row, r, c.funcs[m.Func]); tagged.tagged {
			return []methodRoute{tagged}
		}
		if m.Name == "Index" {
			return []methodRoute{r, {method: m.Name}}
		}
	}
	return []methodRoute{r}
}

var httpVerbs = []string{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE"}

// pathParams returns how many parameters of a method a path can give: texts and numbers.
func (c *libraryCall) pathParams(m ir.Method) int {
	n := 0
	for _, p := range c.funcs[m.Func].Params[1:] {
		if p.Class == ir.String || p.Class == ir.Int || p.Class == ir.Bool {
			n++
		}
	}
	return n
}

// wordPath returns the path that the words of a method's name make, whose parameters a path
// can give: By is the next of these, the last By all that are left, and ByWildcard one that is
// the rest of the path.
func wordPath(words []string, params int) string {
	path := ""
	for i, w := range words {
		switch {
		case w != "By" && (w != "Wildcard" || i == 0 || words[i-1] != "By"):
			path += "/" + strings.ToLower(w)
		case w == "Wildcard":
		case params == 0:
			path += "/by"
		case i+1 < len(words) && words[i+1] == "Wildcard":
			path, params = path+"/{...}", params-1
		case i+1 < len(words):
			path, params = path+"/{}", params-1
		default:
			path += strings.Repeat("/{}", params)
		}
	}
	return path
}

// camelWords splits a name before its capitals.
func camelWords(name string) []string {
	var out []string
	start := 0
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			out = append(out, name[start:i])
			start = i
		}
	}
	return append(out, name[start:])
}

// retagged returns a route as the tags of an embedded field of its handler's parameter say it,
// where a row has routes be said so.
func (c *libraryCall) retagged(row *model.Row, r methodRoute, fn *function) methodRoute {
	if fn == nil || row.Const[model.RoleNames] != model.RoutesTags {
		return r
	}
	for _, p := range fn.Params {
		if verbs, path := c.tagsOf(p.Type); path != "" {
			return methodRoute{method: r.method, verbs: verbs, path: path, tagged: true}
		}
	}
	return r
}

// tagsOf returns the methods and the path that the tags of an embedded field of a struct, or
// of what a pointer leads to, say.
func (c *libraryCall) tagsOf(typ string) (verbs []string, path string) {
	info := c.types.types[strings.TrimPrefix(typ, "*")]
	if info == nil {
		return nil, ""
	}
	for _, f := range info.Fields {
		if at := lookupTag(f.Tag, "path"); f.Embedded && at != "" {
			return listedVerbs(lookupTag(f.Tag, "method")), at
		}
	}
	return nil, ""
}
