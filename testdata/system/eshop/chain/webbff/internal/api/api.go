// Package api serves the web pages.
package api

import (
	"net/http"

	"example.com/eshop/chain/platform/rest"
	"example.com/eshop/chain/webbff/internal/client"
	"example.com/eshop/chain/webbff/internal/proxy"
)

// Backends is what stands behind the pages.
type Backends struct {
	Shop        *client.Shop
	OrderingURL string
}

type api struct {
	shop *client.Shop
}

// Routes returns the handler of all that the pages ask for: what is made for
// them below /api, ordering as it is below /o.
func Routes(b Backends) (http.Handler, error) {
	ordering, err := proxy.Reverse(b.OrderingURL)
	if err != nil {
		return nil, err
	}
	a := &api{shop: b.Shop}
	mux := http.NewServeMux()
	mux.Handle("GET /api/basket/{buyer}", rest.Handler(a.basket))
	mux.Handle("POST /api/checkout/{buyer}", rest.Handler(a.checkout))
	mux.Handle("/o/", http.StripPrefix("/o", ordering))
	mux.HandleFunc("GET /hc", rest.Alive)
	return rest.Logged(mux), nil
}

func (a *api) basket(w http.ResponseWriter, r *http.Request) error {
	lines, err := a.shop.Lines(r.Context(), r.PathValue("buyer"))
	if err != nil {
		return err
	}
	for i := range lines {
		if lines[i].Name, err = a.shop.Name(r.Context(), lines[i].Item); err != nil {
			return err
		}
	}
	return rest.Write(w, http.StatusOK, lines)
}

func (a *api) checkout(w http.ResponseWriter, r *http.Request) error {
	order, err := a.shop.Checkout(r.Context(), r.PathValue("buyer"))
	if err != nil {
		return err
	}
	return rest.Write(w, http.StatusCreated, map[string]string{"order": order, "status": "/o/orders/" + order})
}
