// Package basket is the basket service.
package basket

import (
	"context"
	"crypto/rand"
	"net/http"
	"slices"

	"example.com/eshop/events/platform/contract"
	"example.com/eshop/events/platform/rest"
)

// A Publisher publishes integration events.
type Publisher interface {
	Publish(ctx context.Context, event string, body any) error
}

// Baskets keeps what is in the buyers' baskets.
type Baskets interface {
	Get(buyer string) ([]contract.Line, bool)
	Put(buyer string, lines []contract.Line)
	Delete(buyer string)
	// Each replaces every basket by what change makes of it.
	Each(change func([]contract.Line) []contract.Line)
}

// Checkouts keeps what was checked out.
type Checkouts interface {
	Put(id string, c contract.Checkout)
}

// A Service keeps baskets.
type Service struct {
	baskets   Baskets
	checkouts Checkouts
	bus       Publisher
}

// New makes a service.
func New(baskets Baskets, checkouts Checkouts, bus Publisher) *Service {
	return &Service{baskets: baskets, checkouts: checkouts, bus: bus}
}

// Routes returns the handler of all that the service serves.
func (s *Service) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /baskets/{buyer}", rest.Handler(s.get))
	mux.Handle("PUT /baskets/{buyer}", rest.Handler(s.put))
	mux.Handle("POST /checkout", rest.Handler(s.checkout))
	mux.HandleFunc("GET /hc", rest.Alive)
	return mux
}

func (s *Service) get(w http.ResponseWriter, r *http.Request) error {
	lines, _ := s.baskets.Get(r.PathValue("buyer"))
	return rest.Write(w, http.StatusOK, lines)
}

func (s *Service) put(w http.ResponseWriter, r *http.Request) error {
	lines, err := rest.Read[[]contract.Line](w, r)
	if err != nil {
		return err
	}
	s.baskets.Put(r.PathValue("buyer"), lines)
	return rest.Write(w, http.StatusOK, lines)
}

// checkout keeps the checkout, publishes it and answers at once; the order can
// be followed where Location says.
func (s *Service) checkout(w http.ResponseWriter, r *http.Request) error {
	body, err := rest.Read[struct{ Buyer string }](w, r)
	if err != nil {
		return err
	}
	lines, ok := s.baskets.Get(body.Buyer)
	if !ok {
		return rest.Errorf(http.StatusConflict, "the basket of %s is empty", body.Buyer)
	}
	c := contract.Checkout{ID: rand.Text(), Buyer: body.Buyer, Lines: lines}
	s.checkouts.Put(c.ID, c)
	if err := s.bus.Publish(r.Context(), contract.UserCheckoutAccepted, c); err != nil {
		return err
	}
	w.Header().Set("Location", "/orders/"+c.ID)
	return rest.Write(w, http.StatusAccepted, c)
}

// OrderStarted empties the basket of a buyer whose order is on its way.
func (s *Service) OrderStarted(_ context.Context, c contract.Checkout) error {
	s.baskets.Delete(c.Buyer)
	return nil
}

// PriceChanged keeps the prices in the baskets up to date.
func (s *Service) PriceChanged(_ context.Context, p contract.Price) error {
	s.baskets.Each(func(lines []contract.Line) []contract.Line {
		repriced := slices.Clone(lines)
		for i := range repriced {
			if repriced[i].Item == p.Item {
				repriced[i].Price = p.Cents
			}
		}
		return repriced
	})
	return nil
}
