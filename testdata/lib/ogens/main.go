// A server and a client that ogen generates.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/ogen-go/ogen/middleware"
	"go.opentelemetry.io/otel/attribute"
	semconv "go.opentelemetry.io/otel/semconv/v1.39.0"

	"libcases/ogens/api"
)

// pets handles the operations.
type pets struct{ other *api.Client }

func (p *pets) CreatePets(ctx context.Context) (*api.Pet, error) {
	return p.other.CreatePets(ctx) // want `POST /v1/pets of ogens waits for archive POST /zoo/pets:`
}

func (p *pets) ListPets(ctx context.Context) (*api.Pet, error) {
	_, err := http.Get("http://orders/orders/1") // want `GET /v1/pets of ogens waits for orders GET /orders/\{id\}:`
	return nil, err
}

func (p *pets) ShowPetById(ctx context.Context, params api.ShowPetByIdParams) (*api.Pet, error) {
	return p.other.ShowPetById(ctx, params) // want `GET /v1/pets/\{petId\} of ogens waits for archive GET /zoo/pets/\{\}:`
}

// allow stands before all operations.
func allow(req middleware.Request, next middleware.Next) (middleware.Response, error) {
	if _, err := http.Get("http://users/users/me"); err != nil { // want `GET /v1/pets of ogens \(like 2 other endpoints\) waits for users GET /users/\{id\}:`
		return middleware.Response{}, err
	}
	return next(req)
}

// page tells its own route, as its author wrote it: it is served where it is registered.
func page(w http.ResponseWriter, r *http.Request) {
	attrs := []attribute.KeyValue{semconv.HTTPRouteKey.String("/other/page")}
	log.Print(attrs)
	http.Post("http://payments/payments", "", nil) // want `GET /page of ogens waits for payments POST /payments:`
}

func main() {
	other, err := api.NewClient("http://archive/zoo/")
	if err != nil {
		log.Fatal(err)
	}
	srv, err := api.NewServer(&pets{other}, api.WithMiddleware(allow))
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/v1/", http.StripPrefix("/v1", srv))
	http.HandleFunc("GET /page", page)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
