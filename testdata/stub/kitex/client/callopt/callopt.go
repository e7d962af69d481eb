package callopt

// Option changes one call.
type Option struct{ f func(*options) }

type options struct{}

// WithHostPort says whom to call.
func WithHostPort(hostport string) Option { return Option{} }

// WithURL says whom to call.
func WithURL(url string) Option { return Option{} }
