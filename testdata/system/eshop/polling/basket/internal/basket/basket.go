// Package basket is the basket service.
package basket

import (
	"crypto/rand"
	"net/http"
	"strconv"

	"example.com/eshop/polling/platform/rest"
)

// A Line is so many of one item.
type Line struct {
	Item     string `json:"item"`
	Quantity int    `json:"quantity"`
}

// A Checkout is what a buyer wants to have; its order has the same id.
type Checkout struct {
	ID    string `json:"id"`
	Buyer string `json:"buyer"`
	Lines []Line `json:"lines"`
}

// Baskets keeps what is in the buyers' baskets.
type Baskets interface {
	Get(buyer string) ([]Line, bool)
	Put(buyer string, lines []Line)
}

// Checkouts keeps what was checked out, in order.
type Checkouts interface {
	Append(Checkout)
	After(n int) []Checkout
}

// A Service keeps baskets.
type Service struct {
	baskets   Baskets
	checkouts Checkouts
}

// New makes a service.
func New(baskets Baskets, checkouts Checkouts) *Service {
	return &Service{baskets: baskets, checkouts: checkouts}
}

// Routes returns the handler of all that the service serves.
func (s *Service) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /baskets/{buyer}", rest.Handler(s.get))
	mux.Handle("PUT /baskets/{buyer}", rest.Handler(s.put))
	mux.Handle("POST /checkout", rest.Handler(s.checkout))
	mux.Handle("GET /checkouts", rest.Handler(s.list))
	mux.HandleFunc("GET /hc", rest.Alive)
	return mux
}

func (s *Service) get(w http.ResponseWriter, r *http.Request) error {
	lines, _ := s.baskets.Get(r.PathValue("buyer"))
	return rest.Write(w, http.StatusOK, lines)
}

func (s *Service) put(w http.ResponseWriter, r *http.Request) error {
	lines, err := rest.Read[[]Line](w, r)
	if err != nil {
		return err
	}
	s.baskets.Put(r.PathValue("buyer"), lines)
	return rest.Write(w, http.StatusOK, lines)
}

// checkout keeps the checkout and answers at once; ordering will come and ask
// for it, and the order can be followed where Location says.
func (s *Service) checkout(w http.ResponseWriter, r *http.Request) error {
	body, err := rest.Read[struct{ Buyer string }](w, r)
	if err != nil {
		return err
	}
	lines, _ := s.baskets.Get(body.Buyer)
	if len(lines) == 0 {
		return rest.Errorf(http.StatusConflict, "the basket of %s is empty", body.Buyer)
	}
	c := Checkout{ID: rand.Text(), Buyer: body.Buyer, Lines: lines}
	s.checkouts.Append(c)
	s.baskets.Put(c.Buyer, nil)
	w.Header().Set("Location", "/orders/"+c.ID)
	return rest.Write(w, http.StatusAccepted, c)
}

func (s *Service) list(w http.ResponseWriter, r *http.Request) error {
	after, err := strconv.Atoi(r.URL.Query().Get("after"))
	if err != nil {
		return rest.Errorf(http.StatusBadRequest, "after: %v", err)
	}
	return rest.Write(w, http.StatusOK, s.checkouts.After(after))
}
