package interp

import (
	"slices"
	"testing"
)

// bus is a library whose functions a user describes.
const bus = `-- acme/bus/bus.go --
package bus

type Message struct{ Key string }

type Handler interface{ On(topic string, from *Inbox) error }

type HandlerFunc func(topic string, from *Inbox) error

func (f HandlerFunc) On(topic string, from *Inbox) error { return f(topic, from) }

type Inbox struct{ Messages chan *Message }

func Listen(topics []string, h Handler) {}

func Take(topic string) *Message { return nil }

type Service interface{ Serve() }

type Group struct{}

func (*Group) Add(s Service) {}

func (*Group) Wait() {}

func Later(f func(url string), url string) {}
`

const busRows = `
library: bus
protocol: bus
rows:
  - func: acme/bus.Listen
    kind: consume
    args: {topics: 0, handler: 1}
    const: {method: On, yields: other messages}
  - {func: acme/bus.Take, kind: receive, args: {topic: 0}}
  - {func: (*acme/bus.Group).Add, kind: spawn, args: {func: 0}, const: {method: Serve}}
  - {func: (*acme/bus.Group).Wait, kind: join}
  - {func: acme/bus.Later, kind: schedule, args: {func: 0, with: 1}}
`

func TestHandlerObjects(t *testing.T) {
	cfg := config(t, bus+`
-- acme/p/p.go --
package main

import (
	"acme/bus"
	"net/http"
)

type shop struct{ url string }

func (s *shop) On(topic string, from *bus.Inbox) error {
	for range 3 {
		http.Get(s.url + "/on")
	}
	return nil
}

func (s *shop) Serve() { http.Get(s.url + "/serve") }

func plain(topic string, from *bus.Inbox) error {
	http.Get("http://a/plain")
	return nil
}

func main() {
	for range 2 {
		bus.Listen([]string{"x", "y"}, &shop{"http://a"})
	}
	bus.Listen([]string{"z"}, bus.HandlerFunc(plain))
	bus.Later(func(url string) { http.Get(url) }, "http://a/later")
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		g := &bus.Group{}
		g.Add(&shop{"http://b"})
		g.Wait()
	})
	http.ListenAndServe("", nil)
}
`)
	cfg.Models = models(t, busRows)
	want := []string{
		"ANY / -> GET http://b/serve [joined]",
		"background -> GET http://a/later [poll detached]",
		"x -> GET http://a/on [for]",
		"y -> GET http://a/on [for]",
		"z -> GET http://a/plain",
	}
	if got := lines(runConfig(t, cfg)); !slices.Equal(got, want) {
		t.Errorf("calls %q, want %q", got, want)
	}
}

func TestTakenMessages(t *testing.T) {
	cfg := config(t, bus+`
-- acme/p/p.go --
package main

import (
	"acme/bus"
	"net/http"
)

func next() *bus.Message {
	if m := bus.Take("x"); m != nil {
		return m
	}
	return bus.Take("y")
}

func count() int {
	bus.Take("z")
	http.Get("http://a/counted")
	return 1
}

func main() {
	http.Get("http://a/before")
	bus.Take("x")
	http.Get("http://a/after")
	for n := 0; n < 5; n += count() {
		http.Get("http://a/counting")
	}
	go func() {
		for {
			m := next()
			http.Get("http://a/" + m.Key)
			for range m.Key {
				http.Get("http://a/each")
			}
		}
	}()
	go func() {
		for range 5 {
			http.Get("http://a/other")
		}
	}()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		for {
			http.Get("http://a/" + next().Key)
		}
	})
	http.ListenAndServe("", nil)
}
`)
	cfg.Models = models(t, busRows)
	want := []string{
		"ANY / -> GET http://a/{request} [for]",
		"background -> GET http://a/other [detached for]",
		"startup -> GET http://a/after",
		"startup -> GET http://a/before",
		"startup -> GET http://a/counting [for]",
		"x -> GET http://a/each [detached range]",
		"x -> GET http://a/{request} [detached]",
		"z -> GET http://a/counted",
	}
	if got := lines(runConfig(t, cfg)); !slices.Equal(got, want) {
		t.Errorf("calls %q, want %q", got, want)
	}
}
