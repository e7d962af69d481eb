package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"

	"golang.org/x/sync/singleflight"
)

// geocoder finds where a parcel goes.
type geocoder struct {
	base  url.URL
	http  *http.Client
	group singleflight.Group
}

type place struct{ Lat, Lon float64 }

func (g *geocoder) Find(ctx context.Context, postcode string) (place, error) {
	u := g.base.JoinPath("geocode")
	u.RawQuery = url.Values{"postcode": {postcode}}.Encode()
	return getJSON[place](ctx, g.http, u.String()) // want `GET /api/v1/rates of shipping waits for geocoder GET /geocode`
}

func (g *geocoder) Zone(ctx context.Context, zone string) (string, error) {
	v, err, _ := g.group.Do(zone, func() (any, error) {
		return getJSON[string](ctx, g.http, g.base.JoinPath("v1", "zones", zone).String()) // want `shop\.shipments\.v1\.Shipments/GetShipment of shipping waits for geocoder GET /v1/zones/\{zone\}`
	})
	if err != nil {
		return "", err
	}
	return v.(string), nil
}

func (g *geocoder) Refresh(ctx context.Context, postcode string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, g.base.JoinPath("geocode", postcode).String(), nil)
	if err != nil {
		return err
	}
	resp, err := g.http.Do(req) // runs: consumer addresses.changed
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func getJSON[T any](ctx context.Context, c *http.Client, target string) (out T, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, target, nil)
	if err != nil {
		return out, err
	}
	req.Header.Set("Accept", "application/json")
	resp, err := c.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return out, fmt.Errorf("%s: %s", target, resp.Status)
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out, err
}

// sessions knows who asks.
type sessions struct {
	base string
	http *http.Client
}

type user struct {
	ID    string   `json:"id"`
	Roles []string `json:"roles"`
}

func (s *sessions) Current(ctx context.Context, cookie string) (user, error) {
	return getJSON[user](ctx, s.http, s.base+"/v1/sessions/"+url.PathEscape(cookie)) // want `DELETE /api/v1/shipments/\{id\} of shipping \(like 6 other endpoints\) waits for sessions GET /v1/sessions/\{id\}`
}

func (s *sessions) Roles(ctx context.Context, id string) ([]string, error) {
	return getJSON[[]string](ctx, s.http, fmt.Sprintf("%s/v1/users/%s/roles", s.base, id)) // want `DELETE /api/v1/shipments/\{id\} of shipping waits for sessions GET /v1/users/\{id\}/roles`
}
