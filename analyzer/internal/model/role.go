package model

// A Role names what an argument is for.
type Role string

const (
	RoleRouter      Role = "router"
	RolePattern     Role = "pattern" // a pattern in the row's syntax, possibly with a method
	RolePath        Role = "path"
	RolePrefix      Role = "prefix"
	RoleMethod      Role = "method"
	RoleMethods     Role = "methods"
	RoleHandler     Role = "handler"
	RoleHandlers    Role = "handlers"   // the last one is the handler, those before it run before it
	RoleMiddleware  Role = "middleware" // functions that make a handler of a handler
	RoleBefore      Role = "before"     // handlers that run before those of the routes that are added later
	RoleMixed       Role = "mixed"      // a path prefix, handlers that run before and routers to mount there, in any order
	RoleCallback    Role = "callback"
	RoleStrip       Role = "strip"
	RoleServer      Role = "server"
	RoleDesc        Role = "desc"
	RoleImpl        Role = "impl"
	RoleService     Role = "service"
	RoleShape       Role = "shape"   // of methods: see Shape
	RoleMapping     Role = "mapping" // which methods of an object are routes: "get,post:List;*:Other"
	RoleRoutes      Role = "routes"  // routes, or groups of routes, that were made before
	RoleOption      Role = "option"
	RoleInterceptor Role = "interceptor"
	RoleStream      Role = "stream" // interceptors of streams; what describes a stream
	RoleRequest     Role = "request"
	RoleURL         Role = "url"
	RoleBase        Role = "base"
	RoleConn        Role = "conn"
	RoleTarget      Role = "target"
	RoleTargets     Role = "targets"
	RoleNetwork     Role = "network"   // "tcp", "unix"
	RoleProcedure   Role = "procedure" // "/pkg.Service/Method"
	RoleTransport   Role = "transport"
	RoleTopic       Role = "topic"  // a name, or a function, which stands for its name
	RoleTopics      Role = "topics" // a slice of names
	RoleQueue       Role = "queue"
	RoleKey         Role = "key"
	RoleValue       Role = "value"
	RoleDefault     Role = "default"
	RoleDst         Role = "dst"
	RoleSrc         Role = "src"
	RoleTag         Role = "tag"     // the key of struct tags that name environment variables
	RoleKeyTag      Role = "key_tag" // the keys of struct tags that name configuration keys, the first that a field has counts
	RoleFunc        Role = "func"
	RolePrefixTag   Role = "prefix_tag"  // the key of struct tags that name a prefix of variables
	RoleNames       Role = "names"       // how fields without a name in their tag get one: a word of Names
	RoleFlag        Role = "flag"        // the key of struct tags that name flags; fields without it are flags by their own name
	RoleFlagPrefix  Role = "flag_prefix" // the key of struct tags that name a prefix of flags
	RoleOptions     Role = "options"     // what stands between option and value within a tag
	RoleEnv         Role = "env"
	RoleField       Role = "field"
	RoleIndex       Role = "index"
	RoleSkip        Role = "skip"
	RoleContainer   Role = "container"
	RoleAs          Role = "as" // pointers to the interfaces that a constructor's results are provided as
	RoleName        Role = "name"
	RoleGroup       Role = "group"
	RoleResultTags  Role = "result_tags"
	RoleParamTags   Role = "param_tags"
	RoleRun         Role = "run"
	RoleCommand     Role = "command"
	RoleSub         Role = "sub"
	RoleOuter       Role = "outer"
	RoleOver        Role = "over"      // a slice, array, map, iterator or text
	RoleSeparator   Role = "separator" // of the parts of a text
	RoleYields      Role = "yields"    // the arguments that each element or message makes, in order: words of Yields or Deliveries
	RoleChannel     Role = "channel"
	RoleWith        Role = "with" // the arguments that a function is called with
	RoleDone        Role = "done"
	RoleResult      Role = "result" // what an iteration results in: one of Results
)
