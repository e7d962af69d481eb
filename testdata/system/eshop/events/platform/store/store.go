// Package store keeps values in memory.
package store

import "sync"

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

// Each replaces every value by what change makes of it.
func (m *Memory[T]) Each(change func(T) T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for id, v := range m.values {
		m.values[id] = change(v)
	}
}
