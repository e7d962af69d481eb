// Ordering takes orders, and waits for payment.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	payment := os.Getenv("PAYMENT_URL")
	http.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Post(payment+"/payments", "application/json", r.Body) // want `POST /orders of ordering waits for payment POST /payments: .* \(sync-call\); path: services/ordering/main.go:13:21$`
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		resp.Body.Close()
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
