// Loops that are hard to tell: what bounds them, and how often what they do is done.
package main

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
)

func get(url string) (*http.Response, error) { return http.Get(url) } // want `GET /pairs of loopedges waits for orders GET /orders/\{id\}` `GET /pairs of loopedges waits for users GET /users/\{id\}`

type client struct{ base string }

func (c client) user(id string) { http.Get(c.base + "/users/" + id) } // want `GET /product of loopedges \(like 1 other endpoint\) waits for users` `GET /product of loopedges calls users GET /users/\{id\} once per`

var replicas = []client{{"http://users"}, {"http://users"}}

// frontier goes through a graph breadth first.
func frontier(w http.ResponseWriter, r *http.Request) {
	queue := []string{r.FormValue("root")}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		resp, err := get("http://orders/orders/" + id) // want `GET /frontier of loopedges waits for orders` `GET /frontier of loopedges calls orders GET /orders/\{id\} once per`
		if err == nil {
			queue = append(queue, resp.Header.Values("Child")...)
		}
	}
}

// chunks goes through data piece by piece.
func chunks(w http.ResponseWriter, r *http.Request) {
	ids := strings.Split(r.FormValue("ids"), ",")
	for chunk := range slices.Chunk(ids, 10) {
		get("http://orders/orders/" + chunk[0]) // want `GET /chunks of loopedges waits for orders` `GET /chunks of loopedges calls orders GET /orders/\{id\} once per`
	}
}

// defaults adds what is fixed to what is asked for.
func defaults(w http.ResponseWriter, r *http.Request) {
	ids := []string{"first", "second"}
	ids = append(ids, r.Form["id"]...)
	for _, id := range ids {
		get("http://orders/orders/" + id) // want `GET /defaults of loopedges waits for orders` `GET /defaults of loopedges calls orders GET /orders/\{id\} once per`
	}
}

// decoded replaces what is fixed.
func decoded(w http.ResponseWriter, r *http.Request) {
	ids := []string{"first", "second"}
	json.NewDecoder(r.Body).Decode(&ids)
	for _, id := range ids {
		get("http://orders/orders/" + id) // want `POST /decoded of loopedges waits for orders` `POST /decoded of loopedges calls orders GET /orders/\{id\} once per`
	}
}

// written fills a slice by index.
func written(w http.ResponseWriter, r *http.Request) {
	ids := make([]string, len(r.Form["id"])+1)
	ids[0] = "first"
	for i, id := range r.Form["id"] {
		ids[i+1] = id
	}
	for _, id := range ids {
		get("http://orders/orders/" + id) // want `GET /written of loopedges waits for orders` `GET /written of loopedges calls orders GET /orders/\{id\} once per`
	}
}

// product asks each replica for each user.
func product(w http.ResponseWriter, r *http.Request) {
	for _, c := range replicas {
		for _, id := range r.Form["id"] {
			c.user(id)
		}
	}
}

// broadcast asks each replica once, from a goroutine each.
func broadcast(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	for _, c := range replicas {
		wg.Go(func() { c.user("1") })
	}
	wg.Wait()
}

// first stops at the first replica that answers.
func first(w http.ResponseWriter, r *http.Request) {
	for _, base := range []string{"http://orders", "http://orders:8080"} {
		if resp, err := get(base + "/orders/1"); err == nil { // want `GET /first of loopedges waits for orders GET /orders/\{id\}`
			resp.Body.Close()
			return
		}
	}
}

// found calls after its loop, once.
func found(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.Form["id"] {
		if strings.HasPrefix(id, "x") {
			get("http://orders/orders/" + id) // want `GET /found of loopedges waits for orders GET /orders/\{id\}`
			return
		}
	}
}

// pairs holds its own table.
func pairs(w http.ResponseWriter, r *http.Request) {
	for _, p := range []struct{ host, path string }{{"http://orders", "/orders/1"}, {"http://users", "/users/1"}} {
		get(p.host + p.path)
	}
}

// grouped makes a list for each key of the data.
func grouped(w http.ResponseWriter, r *http.Request) {
	byUser := map[string][]string{}
	for _, id := range r.Form["id"] {
		byUser[id[:1]] = append(byUser[id[:1]], id)
	}
	for user, ids := range byUser {
		get("http://users/users/" + user) // want `GET /grouped of loopedges waits for users` `GET /grouped of loopedges calls users GET /users/\{id\} once per`
		for _, id := range ids {
			get("http://orders/orders/" + id) // want `GET /grouped of loopedges waits for orders` `GET /grouped of loopedges calls orders GET /orders/\{id\} once per`
		}
	}
}

func main() {
	http.HandleFunc("GET /frontier", frontier)
	http.HandleFunc("GET /chunks", chunks)
	http.HandleFunc("GET /defaults", defaults)
	http.HandleFunc("POST /decoded", decoded)
	http.HandleFunc("GET /written", written)
	http.HandleFunc("GET /product", product)
	http.HandleFunc("GET /broadcast", broadcast)
	http.HandleFunc("GET /first", first)
	http.HandleFunc("GET /found", found)
	http.HandleFunc("GET /pairs", pairs)
	http.HandleFunc("GET /grouped", grouped)
	http.ListenAndServe(":8080", nil)
}
