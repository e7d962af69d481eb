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

// Put adds or replaces a value.
func (m *Memory[T]) Put(id string, v T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.values[id] = v
}

// Select lists the values that match, in the order of their ids.
func (m *Memory[T]) Select(match func(T) bool) []T {
	m.mu.RLock()
	defer m.mu.RUnlock()
	selected := []T{}
	for _, id := range slices.Sorted(maps.Keys(m.values)) {
		if match(m.values[id]) {
			selected = append(selected, m.values[id])
		}
	}
	return selected
}

// A Log keeps values in the order in which they came.
type Log[T any] struct {
	mu     sync.RWMutex
	values []T
}

// Append adds a value.
func (l *Log[T]) Append(v T) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.values = append(l.values, v)
}

// After lists the values behind the first n.
func (l *Log[T]) After(n int) []T {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return slices.Clone(l.values[min(max(n, 0), len(l.values)):])
}
