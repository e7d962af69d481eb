// Loops over what the program has wired, however it is held: each part is asked once.
package main

import (
	"iter"
	"net/http"
	"slices"
)

type check func(user string)

func users(user string) {
	http.Get("http://users/users/" + user) // want `GET /all-topics of wiredloops \(like 10 other endpoints\) waits for users GET /users/\{id\}`
}

func nothing(string) {}

// hub holds its checks in a slice behind a map.
type hub struct{ topics map[string][]check }

func (h *hub) on(topic string, c check) { h.topics[topic] = append(h.topics[topic], c) }

func (h *hub) checks(topic string) iter.Seq[check] {
	return func(yield func(check) bool) {
		for _, c := range h.topics[topic] {
			if !yield(c) {
				return
			}
		}
	}
}

// chain calls its handlers one by one, each of which calls the next.
type chain struct {
	index int
	steps []func(*chain, string)
}

func (c *chain) next(user string) {
	for c.index++; c.index < len(c.steps); c.index++ {
		c.steps[c.index](c, user)
	}
}

// link is a chain of responsibility: each asks its next, by its own method.
type link struct {
	check check
	next  *link
}

func (l *link) handle(user string) {
	l.check(user)
	if l.next != nil {
		l.next.handle(user)
	}
}

func (l *link) add(c check) *link {
	l.next = &link{check: c}
	return l.next
}

// wrap makes middleware that is applied in a loop.
func wrap(c check, next check) check {
	return func(user string) {
		c(user)
		next(user)
	}
}

var registered []check

func init() { registered = append(registered, users) }

func init() { registered = append(registered, nothing) }

func handle(pattern string, f func(user string)) {
	http.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) { f(r.FormValue("user")) })
}

func main() {
	handle("GET /registered", func(user string) {
		for _, c := range registered {
			c(user)
		}
	})

	h := &hub{topics: map[string][]check{}}
	h.on("asked", users)
	h.on("asked", nothing)
	h.on("other", nothing)
	handle("GET /topic", func(user string) {
		for _, c := range h.topics["asked"] {
			c(user)
		}
	})
	handle("GET /seq", func(user string) {
		for c := range h.checks("asked") {
			c(user)
		}
	})
	handle("GET /all-topics", func(user string) {
		for _, cs := range h.topics {
			for _, c := range cs {
				c(user)
			}
		}
	})

	one := []check{users}
	handle("GET /index", func(user string) {
		for i := 0; i < len(one); i++ {
			one[i](user)
		}
	})
	handle("GET /reverse", func(user string) {
		for i := len(registered) - 1; i >= 0; i-- {
			registered[i](user)
		}
	})
	handle("GET /values", func(user string) {
		for c := range slices.Values(one) {
			c(user)
		}
	})

	handle("GET /next", func(user string) {
		c := &chain{index: -1, steps: []func(*chain, string){
			func(c *chain, user string) { c.next(user) },
			func(c *chain, user string) { users(user) },
		}}
		c.next(user)
	})

	first := &link{check: nothing}
	first.add(nothing).add(users).add(nothing)
	handle("GET /links", first.handle)

	wrapped := check(nothing)
	for _, c := range registered {
		wrapped = wrap(c, wrapped)
	}
	handle("GET /wrapped", wrapped)

	handle("GET /own", func(user string) {
		var own []check
		own = append(own, nothing)
		own = append(own, users)
		for _, c := range own {
			c(user)
		}
	})

	http.ListenAndServe(":8080", nil)
}
