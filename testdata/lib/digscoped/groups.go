package main

import (
	"net/http"

	"go.uber.org/dig"
)

type user interface{ find() }

type users struct{ base string }

func (u *users) find() {
	http.Get(u.base + "/users/1") // want `GET /user of digscoped waits for users GET /users/\{id\}`
}

type route struct {
	pattern string
	handler http.HandlerFunc
}

// result gives two at once, one of them by name.
type result struct {
	dig.Out

	Archive *orders `name:"archive"`
	Base    base
}

type base string

type params struct {
	dig.In

	Archive *orders `name:"archive"`
	Routes  []route `group:"routes"`
	Base    base
	User    user
}

// grouped decorates in the container and in a scope below another.
func grouped(container *dig.Container) {
	container.Provide(func() result { return result{Archive: &orders{"http://archive"}, Base: "http://strangers"} })
	container.Decorate(func(b base) base { return "http://payments" })
	container.Provide(func() *users { return &users{"http://nobody"} })
	inner := container.Scope("inner").Scope("innermost")
	inner.Provide(func(b base) route {
		return route{"GET /grouped", func(w http.ResponseWriter, r *http.Request) {
			http.Post(string(b)+"/payments", "", nil) // want `GET /grouped of digscoped waits for payments POST /payments`
		}}
	}, dig.Group("routes"))
	inner.Provide(func() *users { return &users{"http://strangers"} }, dig.As(new(user)))
	inner.Decorate(func(user) user { return &users{"http://users"} })
	inner.Invoke(func(p params) {
		for _, r := range p.Routes {
			http.HandleFunc(r.pattern, r.handler)
		}
		http.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) { p.User.find() })
		http.HandleFunc("GET /archive", func(w http.ResponseWriter, r *http.Request) {
			http.Get(p.Archive.base + "/orders/1") // want `GET /archive of digscoped waits for archive GET /orders/\{id\}`
		})
	})
}
