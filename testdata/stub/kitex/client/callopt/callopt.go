package callopt

// Option changes one call.
type Option struct{}
