// Pagination: one call per page, which is worth a note but no warning.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"net/url"
	"strconv"
)

type page struct {
	IDs       []string
	NextToken string
	More      bool
}

func fetch(ctx context.Context, target string) (*page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, target, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req) // want `GET /numbers of pages \(like 1 other endpoint\) waits for orders GET /orders/\{id\}`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	p := new(page)
	return p, json.NewDecoder(resp.Body).Decode(p)
}

func tokens(w http.ResponseWriter, r *http.Request) {
	token := ""
	for {
		p, err := fetch(r.Context(), "http://orders/orders/all?token="+url.QueryEscape(token))
		if err != nil || p.NextToken == "" {
			return
		}
		token = p.NextToken
	}
}

func numbers(w http.ResponseWriter, r *http.Request) {
	for n, more := 1, true; more; n++ {
		p, err := fetch(r.Context(), "http://orders/orders/all?page="+strconv.Itoa(n))
		if err != nil {
			return
		}
		more = p.More
	}
}

func main() {
	http.HandleFunc("GET /tokens", tokens)
	http.HandleFunc("GET /numbers", numbers)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
