package model

// A Direction is what kinds have to do with: what a service serves, what it calls and
// waits for, or what it sends and starts without a wait.
type Direction string

const (
	Endpoints Direction = "endpoints"
	Calls     Direction = "calls"
	Async     Direction = "async"
)

// directions lists the kinds that have one; those of values, settings and wiring have none.
var directions = map[Kind]Direction{
	Router: Endpoints, Route: Endpoints, RouteMod: Endpoints, Group: Endpoints, Mount: Endpoints,
	Middleware: Endpoints, Sequence: Endpoints, Serve: Endpoints, Dispatch: Endpoints, Server: Endpoints, Register: Endpoints, Reserve: Endpoints,
	Procedure: Endpoints, Subroute: Endpoints, Event: Endpoints,
	Call: Calls, Caller: Calls, Socket: Calls, Dial: Calls, Stub: Calls, Proxy: Calls, NewProxy: Calls, RequestReply: Calls, AsyncCall: Calls,
	Publish: Async, Consume: Async, Spawn: Async, Schedule: Async, Ticker: Async,
}

// Direction returns the direction of a row's kind, "" if it has none.
func (r *Row) Direction() Direction { return directions[r.Kind] }
