// Pagination whose answers a decoder fills in: one call per page, as in pages.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
)

func tokens(w http.ResponseWriter, r *http.Request) {
	token := ""
	for {
		resp, err := http.Get("http://orders/orders/all?token=" + token) // want `GET /tokens of filledpages waits for orders GET /orders/\{id\}`
		if err != nil {
			return
		}
		var p struct{ Next string }
		json.NewDecoder(resp.Body).Decode(&p)
		if p.Next == "" {
			break
		}
		token = p.Next
	}
}

func numbers(w http.ResponseWriter, r *http.Request) {
	for n := 1; ; n++ {
		resp, err := http.Get(fmt.Sprintf("http://orders/orders/all?page=%d", n)) // want `GET /numbers of filledpages waits for orders GET /orders/\{id\}`
		if err != nil {
			return
		}
		var p struct{ More bool }
		json.NewDecoder(resp.Body).Decode(&p)
		if !p.More {
			break
		}
	}
}

// One call per item of the request's own body.
func items(w http.ResponseWriter, r *http.Request) {
	body := json.NewDecoder(r.Body)
	for {
		var item struct{ ID string }
		body.Decode(&item)
		if item.ID == "" {
			break
		}
		http.Get("http://orders/orders/" + item.ID) // want `GET /items of filledpages calls orders GET /orders/\{id\} once per turn of a loop` `GET /items of filledpages waits for orders GET /orders/\{id\}`
	}
}

// One call per poll, always the same.
func polled(w http.ResponseWriter, r *http.Request) {
	for {
		resp, err := http.Get("http://orders/orders/all") // want `GET /polled of filledpages calls orders GET /orders/\{id\} once per turn of a loop` `GET /polled of filledpages waits for orders GET /orders/\{id\}`
		if err != nil {
			return
		}
		var p struct{ Done bool }
		json.NewDecoder(resp.Body).Decode(&p)
		if p.Done {
			break
		}
	}
}

func main() {
	http.HandleFunc("GET /tokens", tokens)
	http.HandleFunc("GET /numbers", numbers)
	http.HandleFunc("GET /items", items)
	http.HandleFunc("GET /polled", polled)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
