// One package-level helper behind another for all targets: the line that names the
// target is the finding's.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"strings"
)

const (
	ordersHost = "orders"
	usersHost  = "users:8080"
)

func send(ctx context.Context, method, target string, body io.Reader, header http.Header) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, method, target, body)
	if err != nil {
		return nil, err
	}
	req.Header = header
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func get(ctx context.Context, target string) ([]byte, error) {
	return send(ctx, http.MethodGet, target, nil, nil)
}

func getJSON(ctx context.Context, out any, parts ...string) error {
	b, err := get(ctx, "http://"+strings.Join(parts, "/")) // want `GET /user/\{id\} of helperchain waits for users GET /users/\{id\}`
	if err != nil {
		return err
	}
	return json.Unmarshal(b, out)
}

func call(ctx context.Context, host, method, path string, query url.Values) error {
	u := url.URL{Scheme: "http", Host: host, Path: path, RawQuery: query.Encode()}
	_, err := send(ctx, method, u.String(), nil, http.Header{})
	return err
}

func order(w http.ResponseWriter, r *http.Request) {
	if _, err := get(r.Context(), fmt.Sprintf("http://%s/orders/%s", ordersHost, r.PathValue("id"))); err != nil { // want `GET /order/\{id\} of helperchain waits for orders GET /orders/\{id\}`
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func user(w http.ResponseWriter, r *http.Request) {
	var user struct{ Name string }
	if err := getJSON(r.Context(), &user, usersHost, "users", r.PathValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func pay(w http.ResponseWriter, r *http.Request) {
	if err := call(r.Context(), "payments", http.MethodPost, "/payments", url.Values{"dry": {"1"}}); err != nil { // want `POST /pay of helperchain waits for payments POST /payments`
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if err := call(r.Context(), ordersHost, "POST", "/orders", r.URL.Query()); err != nil { // want `POST /pay of helperchain waits for orders POST /orders`
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func main() {
	http.HandleFunc("GET /order/{id}", order)
	http.HandleFunc("GET /user/{id}", user)
	http.HandleFunc("POST /pay", pay)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
