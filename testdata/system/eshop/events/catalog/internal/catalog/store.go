package catalog

import (
	"fmt"
	"maps"
	"sync"

	"example.com/eshop/events/platform/contract"
)

// An Item is something to buy. Prices are in cents.
type Item struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Price int64  `json:"price"`
	Stock int    `json:"stock"`
}

// A Store keeps items.
type Store interface {
	Item(id string) (Item, bool)
	Reprice(id string, cents int64) bool
	// Take removes all lines of an order from the stock, or none where one of them
	// is short; it does so once, however often the order comes.
	Take(order string, lines []contract.Line) error
}

// Memory is a Store that forgets.
type Memory struct {
	mu    sync.Mutex
	items map[string]Item
	taken map[string]bool // by order
}

// NewMemory makes a store with a few items in it.
func NewMemory() *Memory {
	return &Memory{taken: make(map[string]bool), items: map[string]Item{
		"mug":   {ID: "mug", Name: "Mug", Price: 850, Stock: 100},
		"shirt": {ID: "shirt", Name: "T-shirt", Price: 1950, Stock: 40},
	}}
}

// Item returns the item with the given id.
func (m *Memory) Item(id string) (Item, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	item, ok := m.items[id]
	return item, ok
}

// Reprice changes the price of an item and reports whether there is such an item.
func (m *Memory) Reprice(id string, cents int64) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	item, ok := m.items[id]
	if ok {
		item.Price = cents
		m.items[id] = item
	}
	return ok
}

// Take removes all lines of an order from the stock, or none.
func (m *Memory) Take(order string, lines []contract.Line) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.taken[order] {
		return nil
	}
	left := make(map[string]Item)
	for _, line := range lines {
		item, ok := left[line.Item]
		if !ok {
			item = m.items[line.Item]
		}
		if item.Stock -= line.Quantity; item.Stock < 0 {
			return fmt.Errorf("not enough of item %s", line.Item)
		}
		left[line.Item] = item
	}
	maps.Copy(m.items, left)
	m.taken[order] = true
	return nil
}
