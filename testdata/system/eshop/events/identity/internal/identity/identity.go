// Package identity is the identity service.
package identity

import (
	"context"
	"net/http"

	"example.com/eshop/events/platform/contract"
	"example.com/eshop/events/platform/rest"
)

// A Publisher publishes integration events.
type Publisher interface {
	Publish(ctx context.Context, event string, body any) error
}

// A User is all that is known of a user; others get to know a part of it.
type User struct {
	contract.User
	Email string `json:"email"`
}

// A Store keeps users.
type Store interface {
	Get(id string) (User, bool)
	Put(id string, u User)
}

// A Service serves users.
type Service struct {
	users Store
	bus   Publisher
}

// New makes a service.
func New(users Store, bus Publisher) *Service { return &Service{users: users, bus: bus} }

// Routes returns the handler of all that the service serves.
func (s *Service) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /users/{id}", rest.Handler(s.get))
	mux.Handle("PUT /users/{id}", rest.Handler(s.put))
	mux.HandleFunc("GET /hc", rest.Alive)
	return mux
}

func (s *Service) get(w http.ResponseWriter, r *http.Request) error {
	u, ok := s.users.Get(r.PathValue("id"))
	if !ok {
		return rest.Errorf(http.StatusNotFound, "no user %s", r.PathValue("id"))
	}
	return rest.Write(w, http.StatusOK, u)
}

// put tells the others what they need to know of a user, so that they need not ask.
func (s *Service) put(w http.ResponseWriter, r *http.Request) error {
	u, err := rest.Read[User](w, r)
	if err != nil {
		return err
	}
	u.ID = r.PathValue("id")
	s.users.Put(u.ID, u)
	if err := s.bus.Publish(r.Context(), contract.UserChanged, u.User); err != nil {
		return err
	}
	return rest.Write(w, http.StatusOK, u)
}
