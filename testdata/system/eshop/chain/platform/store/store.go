// Package store keeps values in memory.
package store

import (
	"maps"
	"slices"
	"sync"
)

// Memory keeps values by their ids, until the process ends.
type Memory[T any] struct {
	mu     sync.RWMutex
	values map[string]T
}

// New makes an empty store.
func New[T any]() *Memory[T] { return &Memory[T]{values: make(map[string]T)} }

// Get returns the value with the given id.
func (m *Memory[T]) Get(id string) (T, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	v, ok := m.values[id]
	return v, ok
}

// All returns the values in the order of their ids.
func (m *Memory[T]) All() []T {
	m.mu.RLock()
	defer m.mu.RUnlock()
	all := make([]T, 0, len(m.values))
	for _, id := range slices.Sorted(maps.Keys(m.values)) {
		all = append(all, m.values[id])
	}
	return all
}

// Put adds or replaces a value.
func (m *Memory[T]) Put(id string, v T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.values[id] = v
}

// Delete removes a value.
func (m *Memory[T]) Delete(id string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.values, id)
}

// Update replaces the value with the given id by what change makes of it, the
// zero value if there is none. Where change fails, everything stays as it is.
func (m *Memory[T]) Update(id string, change func(T) (T, error)) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, err := change(m.values[id])
	if err == nil {
		m.values[id] = v
	}
	return err
}
