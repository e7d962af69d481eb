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

func main() {
	if err := funcframework.Start("8080"); err != nil {
		panic(err)
	}
}
