package syncx

// SingleFlight has those who want the same share it.
type SingleFlight interface {
	Do(key string, fn func() (any, error)) (any, error)
	DoEx(key string, fn func() (any, error)) (any, bool, error)
}

// NewSingleFlight makes one.
func NewSingleFlight() SingleFlight { return nil }
