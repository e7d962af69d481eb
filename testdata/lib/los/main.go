// Helpers over slices and maps: their functions run once for each element.
package main

import (
	"net/http"

	"github.com/samber/lo"
	"github.com/samber/lo/parallel"
)

type backend struct{ name, base string }

var backends = []backend{{"orders", "http://orders/orders/"}, {"users", "http://users/users/"}}

func get(url string) error {
	resp, err := http.Get(url) // want `GET /wired of los waits for orders GET /orders/\{id\}` `GET /wired of los waits for users GET /users/\{id\}`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func mapped(w http.ResponseWriter, r *http.Request) {
	lo.Map(r.URL.Query()["id"], func(id string, _ int) error {
		return get("http://orders/orders/" + id) // want `GET /map of los waits for orders GET /orders/\{id\}` `GET /map of los calls orders GET /orders/\{id\} once per element of a loop`
	})
}

// wired goes over what the program lists: each is called once.
func wired(w http.ResponseWriter, r *http.Request) {
	lo.ForEach(backends, func(b backend, i int) {
		get(b.base + "1")
	})
}

// urls maps first, and calls in a loop over what came out.
func urls(w http.ResponseWriter, r *http.Request) {
	for _, url := range lo.Map([]string{"7"}, func(id string, _ int) string { return "http://users/users/" + id }) {
		get(url) // want `GET /urls of los waits for users GET /users/\{id\}`
	}
}

func found(w http.ResponseWriter, r *http.Request) {
	b, ok := lo.Find(backends, func(b backend) bool { return b.name == "users" })
	if ok {
		get(b.base + "found") // want `GET /found of los waits for users GET /users/\{id\}`
	}
}

var (
	byName = lo.KeyBy(backends, func(b backend) string { return b.name })
	bases  = lo.SliceToMap(backends, func(b backend) (string, string) { return b.name, b.base })
	groups = lo.GroupBy(backends, func(b backend) string { return b.name })
	full   = lo.MapValues(bases, func(base, name string) string { return base + name })
)

// keyed finds backends under the names that they were put under.
func keyed(w http.ResponseWriter, r *http.Request) {
	get(byName["orders"].base + "keyed") // want `GET /keyed of los waits for orders GET /orders/\{id\}`
	get(bases["users"] + "keyed")        // want `GET /keyed of los waits for users GET /users/\{id\}`
}

func grouped(w http.ResponseWriter, r *http.Request) {
	get(groups["orders"][0].base + "grouped") // want `GET /grouped of los waits for orders GET /orders/\{id\}`
	get(full["users"])                        // want `GET /grouped of los waits for users GET /users/\{id\}`
}

func atOnce(w http.ResponseWriter, r *http.Request) {
	parallel.ForEach(r.URL.Query()["id"], func(id string, _ int) {
		get("http://orders/orders/" + id) // want `GET /at-once of los waits for orders GET /orders/\{id\}` `GET /at-once of los calls orders GET /orders/\{id\} once per element of a loop`
	})
}

func summed(w http.ResponseWriter, r *http.Request) {
	lo.Reduce(r.URL.Query()["id"], func(sum int, id string, _ int) int {
		get("http://users/users/" + id) // want `GET /summed of los waits for users GET /users/\{id\}` `GET /summed of los calls users GET /users/\{id\} once per element of a loop`
		return sum + 1
	}, 0)
}

func tried(w http.ResponseWriter, r *http.Request) {
	if !lo.Try(func() error { return get("http://orders/orders/try") }) { // want `GET /tried of los waits for orders GET /orders/\{id\}`
		return
	}
	lo.TryCatch(func() error { return nil }, func() {
		get("http://users/users/catch") // want `GET /tried of los waits for users GET /users/\{id\}`
	})
}

func chosen(w http.ResponseWriter, r *http.Request) {
	base := lo.TernaryF(r.URL.Query().Has("user"), func() string { return "http://users/users/" }, func() string { return "http://orders/orders/" })
	get(base + "1") // want `GET /chosen of los waits for orders GET /orders/\{id\}` `GET /chosen of los waits for users GET /users/\{id\}`
}

// unreceived starts what nobody receives from.
func unreceived(w http.ResponseWriter, r *http.Request) {
	lo.Async(func() error { return get("http://orders/orders/async") })
	w.WriteHeader(http.StatusAccepted)
}

func received(w http.ResponseWriter, r *http.Request) {
	later := lo.Async(func() error { return get("http://users/users/async") }) // want `GET /received of los waits for users GET /users/\{id\}`
	if err := <-later; err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func main() {
	more()
	http.HandleFunc("GET /received", received)
	http.HandleFunc("GET /map", mapped)
	http.HandleFunc("GET /wired", wired)
	http.HandleFunc("GET /urls", urls)
	http.HandleFunc("GET /found", found)
	http.HandleFunc("GET /keyed", keyed)
	http.HandleFunc("GET /grouped", grouped)
	http.HandleFunc("GET /at-once", atOnce)
	http.HandleFunc("GET /summed", summed)
	http.HandleFunc("GET /tried", tried)
	http.HandleFunc("GET /chosen", chosen)
	http.HandleFunc("GET /unreceived", unreceived)
	http.ListenAndServe(":8080", nil)
}
