// Package-level clients that are filled in init, in a sync.Once, in a sync.OnceValue
// and lazily under a lock.
package main

import (
	"log"
	"net/http"
	"os"
	"sync"
)

type client struct{ base string }

func (c *client) get(path string) error {
	resp, err := http.Get(c.base + path)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var (
	orders *client

	usersOnce sync.Once
	users     *client

	payments = sync.OnceValue(func() *client { return &client{os.Getenv("PAYMENTS_URL")} })

	mu   sync.Mutex
	lazy *client

	base, baseErr = lookup("ORDERS_URL")
)

func lookup(key string) (string, error) {
	if v, ok := os.LookupEnv(key); ok {
		return v, nil
	}
	return "", os.ErrNotExist
}

func init() {
	orders = &client{"http://orders"}
}

func getUsers() *client {
	usersOnce.Do(func() {
		users = &client{base: "http://users"}
	})
	return users
}

func getLazy() (*client, error) {
	mu.Lock()
	defer mu.Unlock()
	if lazy == nil {
		if baseErr != nil {
			return nil, baseErr
		}
		lazy = &client{base}
	}
	return lazy, nil
}

func main() {
	http.HandleFunc("/init", func(w http.ResponseWriter, r *http.Request) {
		orders.get("/orders/1") // want `ANY /init of once waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("/once", func(w http.ResponseWriter, r *http.Request) {
		getUsers().get("/users/1") // want `ANY /once of once waits for users GET /users/\{id\}`
	})
	http.HandleFunc("/value", func(w http.ResponseWriter, r *http.Request) {
		http.Post(payments().base+"/payments", "", nil) // want `ANY /value of once waits for payments POST /payments`
	})
	http.HandleFunc("/lazy", func(w http.ResponseWriter, r *http.Request) {
		c, err := getLazy()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		c.get("/orders/2") // want `ANY /lazy of once waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("/none", func(w http.ResponseWriter, r *http.Request) {
		_ = getUsers()
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
