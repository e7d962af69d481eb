package conf

type options struct{ env bool }

// Option changes how a file is loaded.
type Option func(opt *options)

// MustLoad loads a file into v.
func MustLoad(path string, v any, opts ...Option) {}

// Load loads a file into v.
func Load(file string, v any, opts ...Option) error { return nil }

// UseEnv expands environment variables.
func UseEnv() Option { return func(o *options) { o.env = true } }

// LoadFromYamlBytes reads a configuration.
func LoadFromYamlBytes(content []byte, v any) error { return nil }
