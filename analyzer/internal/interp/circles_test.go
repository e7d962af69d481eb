package interp

import (
	"slices"
	"testing"
)

func TestCircles(t *testing.T) {
	tests := []struct {
		name  string
		edges map[int32][]int32
		want  []int32 // of each node
	}{
		{"none", map[int32][]int32{0: {1}, 1: {2}}, []int32{0, 0, 0}},
		{"itself", map[int32][]int32{0: {1}, 1: {1, 2}}, []int32{0, 1, 0}},
		{"pair", map[int32][]int32{0: {1}, 1: {2}, 2: {1}}, []int32{0, 1, 1}},
		{"two", map[int32][]int32{0: {1}, 1: {0, 2}, 2: {3}, 3: {2}}, []int32{2, 2, 1, 1}},
		{"figure of eight", map[int32][]int32{0: {1, 2}, 1: {0}, 2: {0}}, []int32{1, 1, 1}},
	}
	for _, test := range tests {
		got := circles(len(test.want), func(n int32, yield func(int32)) {
			for _, s := range test.edges[n] {
				yield(s)
			}
		})
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: circles %v, want %v", test.name, got, test.want)
		}
	}
}
