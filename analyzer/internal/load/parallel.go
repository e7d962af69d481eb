package load

import (
	"runtime"
	"sync"
)

// inParallel calls f with each number below n, on as many goroutines as there are processors.
func inParallel(n int, f func(i int)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// inOrder calls f for each of pkgs, which are in the order of [Listing].Packages,
// as soon as it is done with those of them that the package imports. It uses as
// many goroutines as there are processors.
func inOrder(pkgs []*Package, f func(*Package)) {
	s := newSchedule(pkgs)
	var wg sync.WaitGroup
	for range min(len(pkgs), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for p := range s.ready {
				f(p)
				s.done(p)
			}
		})
	}
	wg.Wait()
}

// A schedule tells which packages have their imports done.
type schedule struct {
	ready chan *Package

	mu        sync.Mutex
	left      int                     // packages not done
	waiting   map[*Package]int        // by how many imports
	importers map[*Package][]*Package // within the schedule
}

func newSchedule(pkgs []*Package) *schedule {
	s := &schedule{
		ready:     make(chan *Package, len(pkgs)),
		left:      len(pkgs),
		waiting:   make(map[*Package]int, len(pkgs)),
		importers: make(map[*Package][]*Package, len(pkgs)),
	}
	for _, p := range pkgs {
		s.waiting[p] = 0
	}
	for _, p := range pkgs {
		for _, d := range p.below() {
			if _, ok := s.waiting[d]; ok {
				s.waiting[p]++
				s.importers[d] = append(s.importers[d], p)
			}
		}
	}
	for _, p := range pkgs {
		if s.waiting[p] == 0 {
			s.ready <- p
		}
	}
	return s
}

func (s *schedule) done(p *Package) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, q := range s.importers[p] {
		if s.waiting[q]--; s.waiting[q] == 0 {
			s.ready <- q
		}
	}
	if s.left--; s.left == 0 {
		close(s.ready)
	}
}
