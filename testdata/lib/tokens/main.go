// Clients that send tokens: whoever gives these is no service, and the client that a
// context holds sends the requests.
package main

import (
	"context"
	"net/http"

	"golang.org/x/oauth2"
)

// A renamed transport sends requests to where they shall go.
type renamed struct{ next http.RoundTripper }

func (t renamed) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Host = "payments"
	return t.next.RoundTrip(r)
}

func carried(ctx context.Context, cfg *oauth2.Config) error {
	token, err := cfg.Exchange(ctx, "code")
	if err != nil {
		return err
	}
	if _, err := cfg.Client(ctx, token).Post("http://nowhere/payments", "text/plain", nil); err != nil { // want `POST /pay of tokens waits for payments POST /payments:`
		return err
	}
	source := cfg.TokenSource(ctx, token)
	if _, err := source.Token(); err != nil {
		return err
	}
	_, err = oauth2.NewClient(ctx, source).Post("http://elsewhere/payments", "text/plain", nil) // want `POST /pay of tokens waits for payments POST /payments:`
	return err
}

func tripped(t *oauth2.Transport) error {
	req, err := http.NewRequest(http.MethodPost, "http://elsewhere/payments", nil)
	if err != nil {
		return err
	}
	_, err = t.RoundTrip(req) // want `POST /tripped of tokens waits for payments POST /payments:`
	return err
}

func main() {
	own := &http.Client{Transport: renamed{http.DefaultTransport}}
	cfg := &oauth2.Config{Endpoint: oauth2.Endpoint{TokenURL: "http://identity/token"}}
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		carried(context.WithValue(r.Context(), oauth2.HTTPClient, own), cfg)
	})
	http.HandleFunc("POST /tripped", func(w http.ResponseWriter, r *http.Request) {
		tripped(&oauth2.Transport{Base: renamed{http.DefaultTransport}})
	})
	http.ListenAndServe(":8080", nil)
}
