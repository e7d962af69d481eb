// A chain of responsibility, a composite and a visitor: objects of one interface that
// hold each other.
package main

import (
	"context"
	"errors"
	"net/http"
)

type check interface {
	Check(ctx context.Context, user string) error
}

// step is one link; the next is set later.
type step struct {
	check
	next *step
}

func (s *step) then(c check) *step {
	s.next = &step{check: c}
	return s.next
}

func (s *step) run(ctx context.Context, user string) error {
	for s := s; s != nil; s = s.next {
		if err := s.Check(ctx, user); err != nil {
			return err
		}
	}
	return nil
}

// all is a composite.
type all []check

func (a all) Check(ctx context.Context, user string) error {
	var errs []error
	for _, c := range a {
		errs = append(errs, c.Check(ctx, user))
	}
	return errors.Join(errs...)
}

type blocked struct{ base string }

func (b blocked) Check(ctx context.Context, user string) error {
	_, err := http.Get(b.base + "/users/" + user) // want `GET /chain of linkedchain waits for users GET /users/\{id\}`
	return err
}

type solvent struct{ base string }

func (s solvent) Check(ctx context.Context, user string) error {
	_, err := http.Get(s.base + "/orders/" + user) // want `GET /composite of linkedchain waits for orders GET /orders/\{id\}`
	return err
}

type nonEmpty struct{}

func (nonEmpty) Check(_ context.Context, user string) error {
	if user == "" {
		return errors.New("no user")
	}
	return nil
}

func main() {
	first := &step{check: nonEmpty{}}
	first.then(blocked{"http://users"}).then(nonEmpty{})
	composite := all{nonEmpty{}, solvent{"http://orders"}}
	plain := all{nonEmpty{}}
	http.HandleFunc("GET /chain", func(w http.ResponseWriter, r *http.Request) {
		first.run(r.Context(), r.FormValue("user"))
	})
	http.HandleFunc("GET /composite", func(w http.ResponseWriter, r *http.Request) {
		composite.Check(r.Context(), r.FormValue("user"))
	})
	http.HandleFunc("GET /plain", func(w http.ResponseWriter, r *http.Request) {
		plain.Check(r.Context(), r.FormValue("user"))
	})
	http.ListenAndServe(":8080", nil)
}
