// Functions of Google Cloud: one for requests, one for events.
package main

import (
	"context"
	"net/http"

	"github.com/GoogleCloudPlatform/functions-framework-go/funcframework"
	"github.com/GoogleCloudPlatform/functions-framework-go/functions"
	"github.com/cloudevents/sdk-go/v2/event"
)

func init() {
	functions.HTTP("PlaceOrder", placeOrder)
	functions.CloudEvent("OrderPlaced", orderPlaced)
}

func placeOrder(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", r.Body) // want `/PlaceOrder of cloudfunctions waits for orders POST /orders`
}

func orderPlaced(ctx context.Context, e event.Event) error {
	_, err := http.Get("http://users/users/" + e.Subject()) // runs: consumer {}
	return err
}

func findOrder(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + r.FormValue("id")) // want `/find of cloudfunctions waits for orders GET /orders/\{id\}`
}

func findUser(w http.ResponseWriter, r *http.Request) {
	http.Get("http://users/users/" + r.FormValue("id")) // want `/user of cloudfunctions waits for users GET /users/\{id\}`
}

func paid(ctx context.Context, e event.Event) error {
	_, err := http.Get("http://users/users/" + e.ID()) // runs: consumer {}
	return err
}

func main() {
	ctx := context.Background()
	if err := funcframework.RegisterHTTPFunctionContext(ctx, "/find", findOrder); err != nil {
		panic(err)
	}
	funcframework.RegisterHTTPFunction("/user", findUser)
	if err := funcframework.RegisterCloudEventFunctionContext(ctx, "/paid", paid); err != nil {
		panic(err)
	}
	if err := funcframework.Start("8080"); err != nil {
		panic(err)
	}
}
