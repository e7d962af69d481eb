package main

import (
	"net/http"
	"strings"
	"time"

	"github.com/samber/lo"
)

func more() {
	http.HandleFunc("GET /dropped", dropped)
	http.HandleFunc("GET /kept", kept)
	http.HandleFunc("GET /filtered", filtered)
	http.HandleFunc("GET /contained", contained)
	http.HandleFunc("GET /or-else", orElse)
	http.HandleFunc("GET /greatest", greatest)
	http.HandleFunc("GET /repeated", repeated)
	http.HandleFunc("GET /map-keys", mapKeys)
	http.HandleFunc("GET /slice", slice)
	http.HandleFunc("GET /omitted", omitted)
	http.HandleFunc("GET /entries", entries)
	http.HandleFunc("GET /attempts", attempts)
	http.HandleFunc("GET /ready", ready)
	http.HandleFunc("GET /debounced", debounced)
	http.HandleFunc("GET /pointer", pointer)
	http.HandleFunc("GET /coalesced", coalesced)
}

func dropped(w http.ResponseWriter, r *http.Request) {
	lo.DropRightWhile(r.URL.Query()["id"], func(id string) bool {
		return get("http://orders/orders/"+id) == nil // want `GET /dropped of los waits for orders GET /orders/\{id\}` `GET /dropped of los calls orders GET /orders/\{id\} once per element of a loop`
	})
}

// kept calls what was not dropped.
func kept(w http.ResponseWriter, r *http.Request) {
	for _, b := range lo.DropRightWhile([]backend{{"users", "http://users/users/"}}, func(b backend) bool { return r.FormValue("skip") == b.name }) {
		get(b.base + "kept") // want `GET /kept of los waits for users GET /users/\{id\}`
	}
}

func filtered(w http.ResponseWriter, r *http.Request) {
	for _, url := range lo.FilterMap([]string{"7"}, func(id string, _ int) (string, bool) { return "http://users/users/" + id, id != r.FormValue("not") }) {
		get(url) // want `GET /filtered of los waits for users GET /users/\{id\}`
	}
}

// contained is decided by what the program lists: there are no payments.
func contained(w http.ResponseWriter, r *http.Request) {
	if lo.ContainsBy(backends, func(b backend) bool { return b.name == "payments" }) {
		get("http://payments/payments")
	}
	if lo.ContainsBy(backends, func(b backend) bool { return b.name == "orders" }) {
		get("http://orders/orders/contained") // want `GET /contained of los waits for orders GET /orders/\{id\}`
	}
}

func orElse(w http.ResponseWriter, r *http.Request) {
	get(lo.FindOrElse(backends, backend{"archive", "http://archive/orders/"}, func(b backend) bool { return b.name == "users" }).base + "1") // want `GET /or-else of los waits for users GET /users/\{id\}`
	get(lo.FindOrElse(backends, backend{"archive", "http://archive/orders/"}, func(b backend) bool { return b.name == "stock" }).base + "2") // want `GET /or-else of los waits for archive GET /orders/\{id\}`
}

func greatest(w http.ResponseWriter, r *http.Request) {
	b := lo.MaxBy([]backend{{"orders", "http://orders/orders/"}}, func(a, max backend) bool { return a.name > max.name })
	get(b.base + "max") // want `GET /greatest of los waits for orders GET /orders/\{id\}`
	lo.MinBy(r.URL.Query()["id"], func(a, min string) bool {
		return get("http://users/users/"+a) == nil // want `GET /greatest of los waits for users GET /users/\{id\}` `GET /greatest of los calls users GET /users/\{id\} once per element of a loop`
	})
}

func repeated(w http.ResponseWriter, r *http.Request) {
	for _, url := range lo.RepeatBy(3, func(i int) string { return "http://orders/orders/" + string(rune('0'+i)) }) {
		get(url) // want `GET /repeated of los waits for orders GET /orders/\{id\}` `GET /repeated of los calls orders GET /orders/\{id\} once per element of a loop`
	}
}

// mapKeys makes other keys of the values.
func mapKeys(w http.ResponseWriter, r *http.Request) {
	by := lo.MapKeys(map[string]string{"users": "http://orders/orders/"}, func(base, name string) string { return strings.ToUpper(name) })
	get(by["USERS"] + "keys") // want `GET /map-keys of los waits for orders GET /orders/\{id\}`
}

func slice(w http.ResponseWriter, r *http.Request) {
	for _, url := range lo.MapToSlice(map[string]string{"1": "http://users/users/"}, func(id, base string) string { return base + id }) {
		get(url) // want `GET /slice of los waits for users GET /users/\{id\}`
	}
}

func omitted(w http.ResponseWriter, r *http.Request) {
	left := lo.OmitBy(map[string]string{"users": "http://orders/orders/"}, func(name, base string) bool {
		get(base + name) // want `GET /omitted of los waits for orders GET /orders/\{id\}`
		return r.FormValue("not") == name
	})
	get(left["users"] + "left") // want `GET /omitted of los waits for orders GET /orders/\{id\}`
}

func entries(w http.ResponseWriter, r *http.Request) {
	full := lo.MapEntries(map[string]string{"users": "orders"}, func(name, host string) (string, string) {
		return host, "http://" + name + "/users/"
	})
	get(full["orders"] + "entry") // want `GET /entries of los waits for users GET /users/\{id\}`
}

func attempts(w http.ResponseWriter, r *http.Request) {
	lo.AttemptWhileWithDelay(3, time.Second, func(int, time.Duration) (error, bool) {
		return get("http://orders/orders/attempt"), true // want `GET /attempts of los waits for orders GET /orders/\{id\}`
	})
}

func ready(w http.ResponseWriter, r *http.Request) {
	lo.WaitFor(func(int) bool {
		return get("http://users/users/ready") == nil // want `GET /ready of los waits for users GET /users/\{id\}`
	}, time.Minute, time.Second)
}

// debounced is called later, if at all: nobody waits.
func debounced(w http.ResponseWriter, r *http.Request) {
	reset, cancel := lo.NewDebounce(time.Second, func() {
		get("http://orders/orders/debounced")
	})
	defer cancel()
	reset()
}

func pointer(w http.ResponseWriter, r *http.Request) {
	base := "http://orders/orders/"
	get(lo.FromPtr(&base) + "pointer") // want `GET /pointer of los waits for orders GET /orders/\{id\}`
	b := &backend{"users", "http://users/users/"}
	get(lo.FromPtr(b).base + "pointer") // want `GET /pointer of los waits for users GET /users/\{id\}`
}

// coalesced takes the first that is not empty.
func coalesced(w http.ResponseWriter, r *http.Request) {
	get(lo.CoalesceOrEmpty("", "http://users/users/") + "1") // want `GET /coalesced of los waits for users GET /users/\{id\}`
}
