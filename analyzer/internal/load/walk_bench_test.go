package load

import "testing"

const benchmarked = `
-- go.mod --
module m

go 1.22
-- main.go --
package main

import "net/http"

func main() { http.ListenAndServe("", nil) }
`

// BenchmarkWalk measures a walk over net/http and what it imports: with nothing
// stored, after a change of the package above it, and with all stored.
func BenchmarkWalk(b *testing.B) {
	dir, store := write(b, benchmarked), newStore(b)
	l := list(b, Config{Dir: dir})
	key := walkAll(b, l, store).keys["m"]
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			walkAll(b, l, nil)
		}
	})
	b.Run("changed", func(b *testing.B) {
		for b.Loop() {
			store.Remove("result", key)
			walkAll(b, l, store)
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			walkAll(b, l, store)
		}
	})
}
