package main

import (
	"net/http"
	"sync"

	"github.com/panjf2000/ants/v2"
)

// fetch is a job of a pool of one function.
type fetch struct {
	url string
	wg  *sync.WaitGroup
}

func fetchOne(arg any) {
	f := arg.(*fetch)
	http.Get(f.url)
	if f.wg != nil {
		f.wg.Done()
	}
}

type fetcher struct{ pool *ants.PoolWithFunc }

func (f *fetcher) all(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Add(1)
	f.pool.Invoke(&fetch{"http://users/users/all", &wg}) // want `GET /invoked of antspools waits for users GET /users/\{id\}`
	wg.Wait()
}

func (f *fetcher) one(w http.ResponseWriter, r *http.Request) {
	f.pool.Invoke(&fetch{url: "http://orders/orders/one"})
}

type many struct{ pools *ants.MultiPoolWithFunc }

func newMany() *many {
	pools, err := ants.NewMultiPoolWithFunc(2, 8, fetchOne, ants.RoundRobin)
	if err != nil {
		panic(err)
	}
	return &many{pools}
}

// all has one of several pools fetch, and waits.
func (m *many) all(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Add(1)
	m.pools.Invoke(&fetch{"http://orders/orders/many", &wg}) // want `GET /many of antspools waits for orders GET /orders/\{id\}`
	wg.Wait()
}
