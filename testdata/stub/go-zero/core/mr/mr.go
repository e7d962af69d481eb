package mr

type (
	// ForEachFunc does something with an element.
	ForEachFunc[T any] func(item T)
	// GenerateFunc sends the elements.
	GenerateFunc[T any] func(source chan<- T)
	// MapperFunc makes something of an element.
	MapperFunc[T, U any] func(item T, writer Writer[U], cancel func(error))
	// ReducerFunc makes something of what was made of the elements.
	ReducerFunc[U, V any] func(pipe <-chan U, writer Writer[V], cancel func(error))
	// VoidReducerFunc does something with what was made of the elements.
	VoidReducerFunc[U any] func(pipe <-chan U, cancel func(error))
	// Option changes how that is done.
	Option func(opts *mapReduceOptions)

	mapReduceOptions struct{}

	// Writer takes what is made.
	Writer[T any] interface{ Write(v T) }
)

// Finish runs functions side by side.
func Finish(fns ...func() error) error { return nil }

// FinishVoid runs functions side by side.
func FinishVoid(fns ...func()) {}

// ForEach does something with each element.
func ForEach[T any](generate GenerateFunc[T], mapper ForEachFunc[T], opts ...Option) {}

// MapReduce makes something of all elements.
func MapReduce[T, U, V any](generate GenerateFunc[T], mapper MapperFunc[T, U], reducer ReducerFunc[U, V],
	opts ...Option) (V, error) {
	var v V
	return v, nil
}

// MapReduceChan makes something of what comes from a channel.
func MapReduceChan[T, U, V any](source <-chan T, mapper MapperFunc[T, U], reducer ReducerFunc[U, V],
	opts ...Option) (V, error) {
	var v V
	return v, nil
}

// MapReduceVoid does something with all elements.
func MapReduceVoid[T, U any](generate GenerateFunc[T], mapper MapperFunc[T, U],
	reducer VoidReducerFunc[U], opts ...Option) error {
	return nil
}
