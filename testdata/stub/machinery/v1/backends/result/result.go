// Package result stands for the package of this name.
package result

import (
	"reflect"
	"time"
)

type AsyncResult struct{}

func (*AsyncResult) Get(sleepDuration time.Duration) ([]reflect.Value, error) { return nil, nil }
