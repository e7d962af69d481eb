// Retries that range over their pauses or over replicas, and one that tells errors
// apart: one call each.
package main

import (
	"errors"
	"net/http"
	"os"
	"strings"
	"time"
)

var errTemporary = errors.New("temporary")

func post(url string) error {
	resp, err := http.Post(url, "text/plain", nil)
	if err != nil {
		return errTemporary
	}
	return resp.Body.Close()
}

// backoffs goes through the pauses between attempts.
func backoffs(w http.ResponseWriter, r *http.Request) {
	for _, pause := range []time.Duration{0, time.Second, 5 * time.Second} {
		time.Sleep(pause)
		if err := post("http://payments/payments"); err == nil { // want `POST /backoffs of retryranges waits for payments POST /payments`
			return
		}
	}
	w.WriteHeader(http.StatusBadGateway)
}

// sticky goes on only if the error is temporary.
func sticky(w http.ResponseWriter, r *http.Request) {
	for {
		err := post("http://orders/orders") // want `POST /sticky of retryranges waits for orders POST /orders`
		if !errors.Is(err, errTemporary) {
			return
		}
		time.Sleep(time.Second)
	}
}

// failover asks one replica after the other until one answers.
func failover(w http.ResponseWriter, r *http.Request) {
	for _, base := range strings.Split(os.Getenv("USERS_URL"), ",") {
		if resp, err := http.Get(base + "/users/" + r.FormValue("id")); err == nil { // want `GET /failover of retryranges waits for users GET /users/\{id\}`
			resp.Body.Close()
			return
		}
	}
	w.WriteHeader(http.StatusBadGateway)
}

func main() {
	http.HandleFunc("POST /backoffs", backoffs)
	http.HandleFunc("POST /sticky", sticky)
	http.HandleFunc("GET /failover", failover)
	http.ListenAndServe(":8080", nil)
}
