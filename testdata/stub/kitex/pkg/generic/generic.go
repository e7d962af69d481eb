package generic

import "context"

type (
	// Closer closes.
	Closer interface{ Close() error }

	// Generic says how messages are written.
	Generic interface{ Closer }

	// Service serves all methods.
	Service interface {
		GenericCall(ctx context.Context, method string, request interface{}) (response interface{}, err error)
	}
)

// BinaryThriftGeneric leaves messages as they are.
func BinaryThriftGeneric() Generic { return nil }
