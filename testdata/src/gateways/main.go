// A service layer behind interfaces: of the gateways with one method set, main wires
// one; the others and the mock exist in ordinary files and call nobody.
package main

import (
	"log"
	"net/http"
	"os"

	"cases/gateways/gateway"
	"cases/gateways/gateway/plain"
	"cases/gateways/rest"
	"cases/gateways/service"
)

func main() {
	var payments gateway.Payments = plain.New(os.Getenv("PAYMENTS_URL"))
	svc := service.NewCheckout(payments, gateway.NewAudit())
	srv := &http.Server{Addr: ":8080", Handler: rest.NewRouter(svc)}
	log.Fatal(srv.ListenAndServe())
}
