// Package identity keeps the users and serves them.
package identity

import (
	"context"
	"net/http"

	"example.com/eshop/chain/platform/rest"
)

// A User is all that is known of a user.
type User struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Email   string `json:"email"`
	Address string `json:"address"`
}

// A Store keeps users.
type Store interface {
	Get(id string) (User, bool)
	Put(id string, u User)
	Delete(id string)
}

// Payments tells which orders of a user are still to be paid.
type Payments interface {
	Open(ctx context.Context, user string) ([]string, error)
}

// An API serves the users.
type API struct {
	store    Store
	payments Payments
}

// NewAPI makes the API of the users in store.
func NewAPI(store Store, payments Payments) *API { return &API{store: store, payments: payments} }

// Routes returns the handler of all that the API serves.
func (a *API) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /users/{id}", rest.Handler(a.get))
	mux.Handle("PUT /users/{id}", rest.Handler(a.put))
	mux.Handle("DELETE /users/{id}", rest.Handler(a.delete))
	mux.HandleFunc("GET /hc", rest.Alive)
	return rest.Logged(mux)
}

func (a *API) get(w http.ResponseWriter, r *http.Request) error {
	u, ok := a.store.Get(r.PathValue("id"))
	if !ok {
		return rest.Errorf(http.StatusNotFound, "no user %s", r.PathValue("id"))
	}
	return rest.Write(w, http.StatusOK, u)
}

func (a *API) put(w http.ResponseWriter, r *http.Request) error {
	u, err := rest.Read[User](w, r)
	if err != nil {
		return err
	}
	u.ID = r.PathValue("id")
	a.store.Put(u.ID, u)
	return rest.Write(w, http.StatusOK, u)
}

// delete keeps users who still owe money.
func (a *API) delete(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	open, err := a.payments.Open(r.Context(), id)
	if err != nil {
		return err
	}
	if len(open) > 0 {
		return rest.Errorf(http.StatusConflict, "user %s has %d unpaid orders", id, len(open))
	}
	a.store.Delete(id)
	w.WriteHeader(http.StatusNoContent)
	return nil
}
