// What is decoded from another service's answer is no configuration.
package main

import (
	"encoding/json"
	"io"
	"net/http"
)

type directory struct {
	Services struct {
		Orders struct{ URL string }
	}
}

func main() {
	http.HandleFunc("GET /decoder", decoder)
	http.HandleFunc("GET /unmarshal", unmarshal)
	http.ListenAndServe(":8080", nil)
}

func decoder(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://users/users/1") // want `GET /decoder of answerdata waits for users GET /users/\{id\}`
	if err != nil {
		return
	}
	defer resp.Body.Close()
	var d directory
	if err := json.NewDecoder(resp.Body).Decode(&d); err != nil {
		return
	}
	http.Get(d.Services.Orders.URL + "/orders/1")
}

func unmarshal(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://users/users/1") // want `GET /unmarshal of answerdata waits for users GET /users/\{id\}`
	if err != nil {
		return
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return
	}
	var d directory
	if err := json.Unmarshal(b, &d); err != nil {
		return
	}
	http.Get(d.Services.Orders.URL + "/orders/1")
}
