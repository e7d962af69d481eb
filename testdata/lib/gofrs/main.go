// A service of GoFr, whose clients are known by names, or made where they are used.
package main

import (
	"context"
	"net/http"

	"gofr.dev/pkg/gofr"
	"gofr.dev/pkg/gofr/service"

	"libcases/shop/stockpb"
)

func order(c *gofr.Context) (any, error) {
	return c.GetHTTPService("orders").Get(c, "orders/"+c.PathParam("id"), nil) // want `GET /orders/\{id\} of gofrs waits for orders GET /orders/\{id\}`
}

func pay(c *gofr.Context) (any, error) {
	payments := c.GetHTTPService("payments")
	return payments.PostWithHeaders(c, "payments", nil, nil, nil) // want `POST /pay of gofrs waits for payments POST /payments`
}

func placed(c *gofr.Context) error {
	_, err := c.GetHTTPService("orders").Get(context.Background(), "orders/1", nil) // runs: consumer order-placed
	return err
}

// items calls what is no client of the application's.
type items struct{ client service.HTTP }

func (i *items) watch(c *gofr.Context) (any, error) {
	api, headers := "items/"+c.PathParam("id"), map[string]string{"X-Shop": "1"}
	i.client.GetWithHeaders(c, api, nil, headers)        // want `GET /items/\{id\} of gofrs waits for items GET /items/\{id\}`
	i.client.PutWithHeaders(c, api, nil, nil, headers)   // want `GET /items/\{id\} of gofrs waits for items PUT /items/\{id\}`
	i.client.PatchWithHeaders(c, api, nil, nil, headers) // want `GET /items/\{id\} of gofrs waits for items PATCH /items/\{id\}`
	i.client.DeleteWithHeaders(c, api, nil, headers)     // want `GET /items/\{id\} of gofrs waits for items DELETE /items/\{id\}`
	return i.client.Delete(c, api, nil)                  // want `GET /items/\{id\} of gofrs waits for items DELETE /items/\{id\}`
}

// cleanUp runs by a clock.
func (i *items) cleanUp(c *gofr.Context) {
	i.client.Delete(c, "items/1", nil) // runs: poll background
}

// stock is a service of gRPC, which the application serves, too.
type stock struct {
	stockpb.UnimplementedStockServer
	client service.HTTP
}

func (s *stock) Reserve(ctx context.Context, i *stockpb.Item) (*stockpb.Item, error) {
	_, err := s.client.Get(ctx, "items/"+i.GetId(), nil) // want `Stock/Reserve of gofrs waits for items GET /items/\{id\}`
	return i, err
}

// traced is middleware of all routes, whenever it is added.
func traced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `GET /items/\{id\} of gofrs \(like 2 other endpoints\) waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func main() {
	app := gofr.New()
	app.AddHTTPService("orders", "http://orders")
	app.AddHTTPService("payments", "http://payments")
	app.GET("/orders/{id}", order)
	app.POST("/pay", pay)
	app.Subscribe("order-placed", placed)
	client := service.NewHTTPService("http://items", nil, nil)
	i := &items{client: client}
	app.WebSocket("/items/{id:[0-9]+}", i.watch)
	app.AddCronJob("0 4 * * *", "clean up", i.cleanUp)
	app.UseMiddleware(traced)
	app.RegisterService(&stockpb.Stock_ServiceDesc, &stock{client: client})
	client.Get(context.Background(), "items/1", nil) // runs: startup
	app.Run()
}
