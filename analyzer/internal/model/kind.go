package model

import (
	"fmt"
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// A Kind is the kind of thing that a function does.
type Kind string

const (
	// Inbound.

	Router      Kind = "router"       // makes a router; roles: name (there is one of each), prefix, middleware, inner (middleware of the operations that handlers call with wrap), before, interceptor (runs before all handlers), fallback (a handler or, as const, the router's field that holds it), option; const: field of the result that holds the router too, of a variable router: another one that it holds
	Route       Kind = "route"        // registers a handler, or one for each element of a list; roles: router, before, ahead (handlers that run before those of the routes that are added later, too), pattern or path, prefix, method, methods, handler, handlers, middleware, option; or impl, an object whose methods are handlers, with mapping, or const: names (of all, or of those in name, with commas between), shape, before (methods that run before or after each of them), skip (methods that are none), bare (no middleware of the router stands before it); or conn and procedure, which the library's own handler calls; the result is the route, which may be an option of a router
	RouteMod    Kind = "route_mod"    // changes the route that is its receiver; roles: path, prefix, method, methods, handler, before; the result is the route
	Group       Kind = "group"        // makes a router below another; roles: router, prefix, middleware, before, interceptor, callback (a function, or an object), option, routes (without a prefix the router itself gets them); const: method (which is called on an object)
	Mount       Kind = "mount"        // serves a handler below a prefix, which it strips; roles: router, prefix, method, methods, handler
	Middleware  Kind = "middleware"   // adds middleware to a router; roles: router, middleware, interceptor (runs before all handlers, whenever they are added; const: methods are those of objects that do), before, prefix (of the paths that before is for), pattern (of the paths that before and middleware are for, whenever their handlers are added; or which operations inner is for: "/pkg.Service/*"; router may be an RPC server, too), inner, mixed
	Wrap        Kind = "wrap"         // the result stands for the argument in pass; roles: strip (a path prefix that is cut off), middleware (what it is wrapped in), request (in the inner middleware of its routers), option (what holds middleware), pattern (a result before it)
	Wrapper     Kind = "wrapper"      // makes a function that wraps its argument: middleware; roles: strip, middleware, outer (around that), option, before, handler (that serves in its place)
	Sequence    Kind = "sequence"     // makes a handler that hands each request to several, one after another; roles: handlers, option (a sequence that goes before)
	Serve       Kind = "serve"        // serves; roles: handler, middleware; const: router (the variable that serves without one)
	Handler     Kind = "handler"      // makes a handler that calls a function, or a method of an object, and then the function which that gives; roles: func, interceptor (runs before it); const: method
	Dispatch    Kind = "dispatch"     // hands a request to the routes of the router that is its receiver; roles: handler (that has it instead)
	Apply       Kind = "apply"        // calls the function that is its receiver with what it is given; roles: func (is called with nothing in its place)
	Server      Kind = "server"       // makes an RPC server; roles: option, interceptor, stream, middleware, callback (registers services with it), fallback (a function that serves all methods that are not registered, as */*)
	Register    Kind = "register"     // registers an RPC service; roles: server, desc, impl; const: service, method, handler (fields of the descriptor and its methods, where they are not as in gRPC)
	Methods     Kind = "methods"      // registers the methods of an object as those of an RPC service; roles: impl, or handler (a function) and method (else it is named as that is), service (else it is named as the type is); const: shape; or handlers, a map by method of objects, which their const method serves: their types are named as service, const suffix and method where there is no service
	Annotate    Kind = "annotate"     // tells of the route that the request came by; roles: request, path, procedure (what the operation is called of the function that says so)
	Procedure   Kind = "procedure"    // makes a handler that serves an RPC; roles: procedure, func (called with the request), interceptor, middleware, option; const: method, as of interceptor, in place of what that says
	Subroute    Kind = "subroute"     // tells that the function which calls it, if it has a request, serves a path below that of its route; roles: path, method, prefix (a method of the object whose method that function is: what all its paths begin with, whatever the route); or key and value, an attribute that a generated function tells: const: path and method are the keys of these
	Event       Kind = "event"        // has a platform call a function for each event: each is a request but where a message_type is among the parameters; roles: handler, conn (of a server: an event comes as a request to the path that an option of it holds, to another's as a message), methods; const: method (which is called on a handler that is an object)
	Reserve     Kind = "reserve"      // serves something of the library's own, such as files; roles: router, pattern, path or prefix, method, middleware, or server, impl, const: service
	RequestType Kind = "request_type" // a type: what handlers get in place of the request

	// Outbound.

	Request      Kind = "request"       // makes an HTTP request; roles: as call, for what it is addressed to
	Copy         Kind = "copy"          // copies an HTTP request; roles: request
	Call         Kind = "call"          // calls and waits; roles: request, url, base (which url is relative to) or name (of discovery), host (that is connected to, whatever url says), path (is appended to these), scheme (of a URL without one), params (an object whose entries stand for {names} in them), method, default (the method without one), conn, procedure or path, service (that has the procedure), stream (if it opens one; const: method, as of interceptor, in place of what that says), option (that may say another target), type (an object whose type has the path and the method in tags of an embedded field or, of a conn, is named as the service and then the procedure), transport (or what else has the method Do), dst (where the answer goes), func (called with it), interceptor (functions that run with each request), middleware (that makes what sends it), mode, as of request_reply, where nil is none and other is what no row makes, key (of the context, which may say another target)
	Socket       Kind = "socket"        // opens a network connection; roles: network, target
	Caller       Kind = "caller"        // makes a function that calls and waits, when it is called; roles: as call, where a request may be what a function makes, or topic or option, as of request_reply
	AsyncCall    Kind = "async_call"    // starts a call whose end is told on a channel: the result's field Done; roles: conn, service, procedure, done (the channel), dst
	Dial         Kind = "dial"          // makes a connection; roles: target, targets (a list), name (of discovery), service (whose methods are called), procedure (where it is for one call), prefix (of all paths), url (of the one procedure that is called: it ends in that), option, interceptor, stream, middleware
	Stub         Kind = "stub"          // has the func fields of a struct call the methods that they are named as; roles: as dial, impl (the struct), func (is called with it and the connection); const: tag (that names methods)
	Proxy        Kind = "proxy"         // hands the request on to another service: through the proxy that is its receiver, or to the url; roles: url
	NewProxy     Kind = "new_proxy"     // makes a reverse proxy; roles: target, targets (what the request's path is appended to), rewrite (a map of path patterns to what stands in their place), or url
	Interceptor  Kind = "interceptor"   // makes an option that holds interceptors; roles: interceptor, stream, middleware, inner, streams, const: method is the interceptor's that runs before each call or, of middleware, makes the handler
	Publish      Kind = "publish"       // sends a message; roles: topic, topics, key, type (a value: the name of its type is the topic), reply (what may name the queue that its answer is expected on); const: channel (the result is a channel that messages are sent on, and this their field that is the topic), done: result (who joins the result waits for the answer)
	Consume      Kind = "consume"       // subscribes; roles: topic, topics, prefix (which stands before them, with a dot), option (in whose field topic it stands), handler (a function, or an object), handlers (a map of them by topic), middleware (makes handlers of handlers), type (as of publish); const: type (the topic is what this gives of the first type argument: name, or Method()), method (which the library calls on a handler that is an object; * for all, each of the topic of its name after what is in the role name, where there is no other), yields, reply (the field of a message that says where its answer goes), done: handler (what that gives is the answer); without handler the result, or what is in the role channel, is a channel of messages
	Receive      Kind = "receive"       // waits for messages, which are the result; roles: topic, topics; a topic may be the result of consume; const: reply as of consume
	Answer       Kind = "answer"        // answers a message; roles: message
	Queue        Kind = "queue"         // makes a queue, whose name is the result or its field Name; roles: name; without a name it is one of its own
	MessageType  Kind = "message_type"  // a type: what functions that the kind event names get for a message
	Bind         Kind = "bind"          // has messages of a topic go to a queue; roles: queue, topic, key
	RequestReply Kind = "request_reply" // sends a message and waits for its answer; roles: topic, key, type (as of publish), mode (a text, or a function that is named so), option (that holds these); const: async (the mode in which nobody waits)

	// Goroutines.

	Spawn    Kind = "spawn"    // runs a function on another goroutine, which its receiver and its result can wait for; roles: func (or an object), with, fallback (a function that may run after it); const: method (which the library calls on an object); with pass that is the result
	Join     Kind = "join"     // waits for what its receiver stands for; roles: count and limit of a semaphore, which waits for all where they are the same
	Signal   Kind = "signal"   // ends a wait for what its receiver stands for; roles: count
	Schedule Kind = "schedule" // runs a function later, in the background; roles: func (or an object), with; const: method as of spawn
	Ticker   Kind = "ticker"   // the result, or its field C, is a channel of times

	// Values.

	String     Kind = "string"      // computes a string: op
	URL        Kind = "url"         // works on URLs: op
	Test       Kind = "test"        // compares two strings: op
	Env        Kind = "env"         // reads an environment variable or, without a key, a map of all; roles: key, default
	Flag       Kind = "flag"        // defines a command-line flag; roles: key, default, env (variables that set it, too), dst, func (is called with the value); the result is the address of its value; const: method is called on dst with the value
	FlagValue  Kind = "flag_value"  // gives the value of a flag that was defined elsewhere, as a string or as an object with the field Value; roles: key
	ConfigKey  Kind = "config"      // gives what configuration holds under a key, or the configuration below it; roles: key, default; const: field of the result that holds it
	ConfigBind Kind = "config_bind" // says what else gives a configuration key its value; roles: key, default, value (such as a flag's), env (names of variables; without the role key the first of them is the key), prefix (of the variables of all keys); const: names says that every key has a variable: upper
	Discovery  Kind = "discovery"   // asks service discovery for a name; roles: name, or target (a host whose addresses are asked for); const: field is what of the entries in the result holds the address

	Args    Kind = "args"    // the command line's arguments behind its flags; roles: index, key (under which the receiver has those that it parsed)
	Decode  Kind = "decode"  // fills the variable dst, or makes the result, from the data in src; roles: key (where in the configuration), prefix (of variables); const, of the tags of its fields: tag, key_tag, prefix_tag, flag, flag_prefix, default (the tag that holds a default), options (what stands before one within a tag), names, separator (of the parts of a key)
	New     Kind = "new"     // makes an object with a field for each role; any role, and const; but from is an object that has the fields which it lacks, and ref, host and scheme change the field url of that one
	Set     Kind = "set"     // sets a field of the receiver for each role; any role, and const; the result is the receiver
	Setter  Kind = "setter"  // makes a function that sets fields of its first argument, as options do, or puts a value under a key of it; any role, and const
	Pass    Kind = "pass"    // the result is the argument in pass; roles: callback (called with it)
	Put     Kind = "put"     // stores a value under a key of the receiver, without a key all entries of a map; roles: key, value; with pass, the result
	Get     Kind = "get"     // loads what is stored under a key of the receiver; roles: key, value: what is stored if there is nothing, dst: where it goes, if the result only says whether there is something
	Carry   Kind = "carry"   // puts a value into a context; roles: key, value
	Carried Kind = "carried" // takes a value out of a context; roles: key, value (which it puts there first); const: type (of the one key)
	Inert   Kind = "inert"   // does nothing that matters; functions passed to it are not called; roles: dst (what it fills)
	Opaque  Kind = "opaque"  // calls what is not seen, as reflection does: where that is, is told
	Context Kind = "context" // calls its func argument once, there and then, and returns what that returns; roles: func (or an object), or key (what was put under it in the receiver is called), with (without either that is what is called), fallback (a function that it may call, too); const: method (which is called on an object; Register* for all that start so), loop says how it calls func again and again: retry, pages, for (ever)

	// Iteration.

	Each     Kind = "each"     // calls its func argument once for each element of what is in over, or of what generate sends; roles: over, generate, func, gather, with (what other stands for, else it is unknown; what is found if nothing is), dst (what it fills for each); const: yields, result
	Iterator Kind = "iterator" // the result is a function that calls its argument for each element; roles: over, separator (over is a text to cut there); const: yields, separator
	Pull     Kind = "pull"     // the result is a function that gives what the iterator in over yields, and whether there is more; roles: over
	Collect  Kind = "collect"  // gathers the elements of the iterators and slices in over, and then those of value, in a slice; roles: over, value

	// Dependency injection.

	Provide       Kind = "provide"        // adds constructors; roles: container, func, name, option; without container the result is an option that holds them
	Supply        Kind = "supply"         // adds values, of a generic function of its type argument; roles: container, func, name, as
	Decorate      Kind = "decorate"       // adds functions, or values, that replace what was constructed; roles: container, func
	Invoke        Kind = "invoke"         // calls functions with what the container constructs, and fills variables whose address it gets; roles: container, func; without container as an option
	Annotated     Kind = "annotated"      // says what a constructor gives; roles: func, as, name, group, result_tags, param_tags, option
	Assemble      Kind = "assemble"       // makes a container of options; roles: option, callback (fills it); const: run if it runs what they invoke
	Resolve       Kind = "resolve"        // gives the value of its result's type; roles: container, name; const: as says that it may be of any type that implements that: implementation
	ParamStruct   Kind = "param_struct"   // a type: structs that embed it are parameters, a field each
	ResultStruct  Kind = "result_struct"  // a type: structs that embed it are results, a field each
	ContainerType Kind = "container_type" // a type: parameters of it are the container

	Command     Kind = "command"      // runs a command line program; roles: command (or what a grammar makes), container, func (values that methods of commands ask for); const, of grammars: tag (marks commands), name (the tag that names them), run (their method)
	Grammar     Kind = "grammar"      // fills the struct dst from the command line; the result stands for the commands among its fields; roles: option; const: as of decode
	Sub         Kind = "sub"          // adds commands to the command that is its receiver; roles: command
	CommandType Kind = "command_type" // a type: commands; const: its fields: name, sub, flag, run (functions, in order), outer (those that run before commands below, too)
	FlagType    Kind = "flag_type"    // a type: flags that are data; const: its fields: name, env, default, dst
)

// kinds lists the kinds with the roles that they know.
var kinds = map[Kind][]Role{
	Router:        {RoleName, RolePrefix, RoleMiddleware, RoleBefore, RoleInterceptor, RoleFallback, RoleOption, RoleField, RoleRouter, RoleInner},
	Route:         {RoleRouter, RolePattern, RolePath, RolePrefix, RoleMethod, RoleMethods, RoleHandler, RoleHandlers, RoleMiddleware, RoleOption, RoleImpl, RoleMapping, RoleName, RoleNames, RoleShape, RoleBefore, RoleAhead, RoleSkip, RoleBare, RoleConn, RoleProcedure},
	RouteMod:      {RolePath, RolePrefix, RoleMethod, RoleMethods, RoleHandler, RoleBefore},
	Group:         {RoleRouter, RolePrefix, RoleMiddleware, RoleBefore, RoleInterceptor, RoleCallback, RoleMethod, RoleOption, RoleRoutes},
	Mount:         {RoleRouter, RolePrefix, RoleMethod, RoleMethods, RoleHandler},
	Middleware:    {RoleRouter, RoleMiddleware, RoleBefore, RolePrefix, RolePattern, RoleMixed, RoleInterceptor, RoleMethods, RoleInner},
	Wrap:          {RoleStrip, RoleMiddleware, RoleOption, RolePattern, RoleRequest},
	Wrapper:       {RoleStrip, RoleMiddleware, RoleOuter, RoleOption, RoleHandler, RoleBefore},
	Sequence:      {RoleHandlers, RoleOption},
	Serve:         {RoleHandler, RoleRouter, RoleMiddleware},
	Handler:       {RoleFunc, RoleInterceptor, RoleMethod},
	Dispatch:      {RoleRouter, RoleHandler},
	Apply:         {RoleFunc},
	Server:        {RoleOption, RoleInterceptor, RoleStream, RoleMiddleware, RoleCallback, RoleFallback},
	Register:      {RoleServer, RoleDesc, RoleImpl, RoleService, RoleMethod, RoleHandler},
	Methods:       {RoleImpl, RoleHandler, RoleHandlers, RoleMethod, RoleService, RoleShape, RoleSuffix},
	Annotate:      {RoleRequest, RolePath, RoleProcedure},
	Procedure:     {RoleProcedure, RoleFunc, RoleInterceptor, RoleMiddleware, RoleOption, RoleMethod},
	Subroute:      {RolePath, RoleMethod, RoleKey, RoleValue, RolePrefix},
	Event:         {RoleHandler, RoleMethod, RoleConn, RoleMethods},
	Reserve:       {RoleRouter, RolePattern, RolePath, RolePrefix, RoleMethod, RoleMiddleware, RoleServer, RoleImpl, RoleService},
	RequestType:   {},
	Request:       {RoleMethod, RoleURL, RoleBase, RolePath, RoleParams, RoleDefault},
	Copy:          {RoleRequest},
	Call:          {RoleRequest, RoleURL, RoleBase, RoleParams, RoleMethod, RoleDefault, RoleConn, RoleProcedure, RolePath, RoleStream, RoleTransport, RoleDst, RoleFunc, RoleName, RoleService, RoleOption, RoleType, RoleHost, RoleScheme, RoleMode, RoleAsync, RoleKey, RoleInterceptor, RoleMiddleware},
	Caller:        {RoleRequest, RoleURL, RoleBase, RoleMethod, RoleConn, RoleProcedure, RoleTransport, RoleDst, RoleService, RoleTopic, RoleOption, RoleMode, RoleAsync, RoleKey},
	AsyncCall:     {RoleConn, RoleService, RoleProcedure, RoleDone, RoleDst},
	Socket:        {RoleNetwork, RoleTarget},
	Dial:          {RoleTarget, RoleTargets, RoleName, RoleService, RoleProcedure, RoleOption, RoleInterceptor, RoleStream, RoleMiddleware, RolePrefix, RoleURL},
	Stub:          {RoleTarget, RoleName, RoleService, RoleOption, RoleImpl, RoleFunc, RoleTag},
	Proxy:         {RoleURL},
	NewProxy:      {RoleTarget, RoleRewrite, RoleTargets, RoleURL},
	Interceptor:   {RoleInterceptor, RoleStream, RoleMiddleware, RoleInner, RoleStreams, RoleMethod},
	Publish:       {RoleTopic, RoleTopics, RoleKey, RoleType, RoleReply, RoleChannel, RoleDone},
	Consume:       {RoleTopic, RoleTopics, RoleType, RolePrefix, RoleName, RoleOption, RoleHandler, RoleHandlers, RoleMiddleware, RoleChannel, RoleMethod, RoleYields, RoleReply, RoleDone},
	Receive:       {RoleTopic, RoleTopics, RoleReply},
	Answer:        {RoleMessage},
	Queue:         {RoleName},
	MessageType:   {},
	Bind:          {RoleQueue, RoleTopic, RoleKey},
	RequestReply:  {RoleTopic, RoleKey, RoleMode, RoleAsync, RoleType, RoleOption},
	Spawn:         {RoleFunc, RoleMethod, RoleWith, RoleFallback},
	Join:          {RoleCount, RoleLimit},
	Signal:        {RoleCount},
	Schedule:      {RoleFunc, RoleMethod, RoleWith},
	Ticker:        {},
	String:        nil,
	URL:           nil,
	Test:          {},
	Env:           {RoleKey, RoleDefault},
	Flag:          {RoleKey, RoleDefault, RoleEnv, RoleDst, RoleFunc, RoleMethod},
	FlagValue:     {RoleKey},
	ConfigKey:     {RoleKey, RoleDefault, RoleField},
	ConfigBind:    {RoleKey, RoleDefault, RoleEnv, RoleValue, RolePrefix, RoleNames},
	Discovery:     {RoleName, RoleTarget, RoleField},
	Args:          {RoleIndex, RoleKey},
	Decode:        {RoleDst, RoleSrc, RoleKey, RoleTag, RoleKeyTag, RoleDefault, RolePrefix, RolePrefixTag, RoleNames, RoleOptions, RoleFlag, RoleFlagPrefix, RoleSeparator},
	New:           nil,
	Set:           nil,
	Setter:        nil,
	Pass:          {RoleCallback},
	Put:           {RoleKey, RoleValue},
	Get:           {RoleKey, RoleValue, RoleDst},
	Carry:         {RoleKey, RoleValue},
	Carried:       {RoleKey, RoleValue, RoleType},
	Inert:         {RoleDst},
	Opaque:        {},
	Context:       {RoleFunc, RoleWith, RoleFallback, RoleLoop, RoleKey, RoleMethod},
	Each:          {RoleOver, RoleFunc, RoleYields, RoleResult, RoleGenerate, RoleGather, RoleWith, RoleDst},
	Iterator:      {RoleOver, RoleSeparator, RoleYields},
	Pull:          {RoleOver},
	Collect:       {RoleOver, RoleValue},
	Provide:       {RoleContainer, RoleFunc, RoleOption, RoleName},
	Supply:        {RoleContainer, RoleFunc, RoleAs, RoleName},
	Decorate:      {RoleContainer, RoleFunc},
	Invoke:        {RoleContainer, RoleFunc},
	Annotated:     {RoleFunc, RoleAs, RoleName, RoleGroup, RoleResultTags, RoleParamTags, RoleOption},
	Assemble:      {RoleOption, RoleRun, RoleCallback},
	Resolve:       {RoleContainer, RoleName, RoleAs},
	ParamStruct:   {},
	ResultStruct:  {},
	ContainerType: {},
	Command:       {RoleCommand, RoleContainer, RoleFunc, RoleTag, RoleName, RoleRun},
	Grammar:       {RoleDst, RoleOption, RoleTag, RoleDefault, RolePrefixTag, RoleFlag, RoleFlagPrefix},
	Sub:           {RoleCommand},
	CommandType:   {RoleName, RoleSub, RoleFlag, RoleRun, RoleOuter},
	FlagType:      {RoleName, RoleEnv, RoleDefault, RoleDst},
}

// StringOps, Tests and URLOps are the operations of the kinds string, test and url.
var (
	StringOps = []string{
		"append", "appendf", "build", "buildRune", "built", "expand", "expandEnv", "fields", "format", "fprint", "fprintf", "host", "hostPort", "join", "lower", "pathClean", "pathEscape", "pathJoin", "queryEscape",
		"replace", "replacePairs", "same", "split", "sprint", "sprintf", "trim", "trimLeft", "trimPrefix", "trimRight", "trimSpace",
		"trimSuffix", "typeElem", "typeName", "typeText", "unknown", "upper", "writeString",
	}
	Tests  = []string{"contains", "equalFold", "hasPrefix", "hasSuffix"}
	URLOps = []string{"append", "clone", "host", "join", "joinpath", "parse", "parseref", "path", "resolve", "setURL", "string"}
)

// checkOp reports an operation that the row's kind does not have.
func (r *Row) checkOp() error {
	ops := map[Kind][]string{String: StringOps, URL: URLOps, Test: Tests}[r.Kind]
	if !slices.Contains(ops, r.Op) && (ops != nil || r.Op != "") {
		return fmt.Errorf("%s: kind %s has no op %q%s", r.written()[0], r.Kind, r.Op, strict.Hint(r.Op, ops))
	}
	return nil
}

// Syntaxes are those of route patterns: "METHOD host/path/{name}" as of
// net/http.ServeMux, {name} with or without a restriction, or :name and *rest; verb is
// that with "METHOD:" before; spaces are several methods and several braces, with spaces
// between; compiled are those that protoc-gen-grpc-gateway makes of
// google.api.http: objects with the fields ops, pool and verb.
var Syntaxes = []string{"servemux", "braces", "colon", "compiled", "spaces", "verb"}

// checkForm reports what a row lacks, or has too much, whatever its roles.
func (r *Row) checkForm() error {
	if r.Syntax != "" && !slices.Contains(Syntaxes, r.Syntax) {
		return fmt.Errorf("%s: unknown syntax %q%s", r.written()[0], r.Syntax, strict.Hint(r.Syntax, Syntaxes))
	}
	needs, takes := r.Kind == Pass || r.Kind == Wrap, r.Kind == Spawn || r.Kind == Put
	if has := r.Pass.Base != Nowhere; needs != has && !takes {
		return fmt.Errorf("%s: pass belongs to the kinds pass and wrap, which need it, spawn and put", r.written()[0])
	}
	if err := r.checkWords(); err != nil {
		return err
	}
	if err := r.checkShape(); err != nil {
		return err
	}
	return r.checkOp()
}

// check reports what is wrong with a row that is well-formed YAML.
func (r *Row) check() error {
	if len(r.written()) == 0 {
		return fmt.Errorf("a row needs a func")
	}
	roles, ok := kinds[r.Kind]
	if !ok {
		return fmt.Errorf("%s: unknown kind %q", r.written()[0], r.Kind)
	}
	if err := r.checkForm(); err != nil || roles == nil {
		return err // any role: they name fields, or belong to an op
	}
	for _, role := range r.Roles() {
		if !slices.Contains(roles, role) {
			return fmt.Errorf("%s: kind %s has no role %q", r.written()[0], r.Kind, role)
		}
	}
	return nil
}

// Roles returns the roles that the row fills, sorted.
func (r *Row) Roles() []Role {
	var roles []Role
	for role := range r.Args {
		roles = append(roles, role)
	}
	for role := range r.Const {
		roles = append(roles, role)
	}
	slices.Sort(roles)
	return roles
}
