// Flags and commands as data, of the third version: a flag keeps its name when variables
// set it too. A command that is not run calls nobody.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/urfave/cli/v3"
)

func main() {
	var payments string
	cmd := &cli.Command{
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "orders-addr", Sources: cli.EnvVars("SHOP_ORDERS", "ORDERS")},
			&cli.IntFlag{Name: "users-port", Value: 80},
			&cli.StringFlag{Name: "payments", Sources: cli.EnvVars("PAYMENTS_URL"), Destination: &payments, Value: "http://localhost:9000"},
		},
		Commands: []*cli.Command{
			{Name: "serve", Action: func(ctx context.Context, c *cli.Command) error {
				http.HandleFunc("GET /flag", func(w http.ResponseWriter, r *http.Request) {
					http.Get("http://" + c.String("orders-addr") + "/orders/1") // want `GET /flag of urfave3 waits for orders GET /orders/\{id\}`
				})
				http.HandleFunc("GET /destination", func(w http.ResponseWriter, r *http.Request) {
					http.Post(payments+"/payments", "application/json", nil) // want `GET /destination of urfave3 waits for payments POST /payments`
				})
				return http.ListenAndServe(":8080", nil)
			}},
			{Name: "report", Action: func(ctx context.Context, c *cli.Command) error {
				http.HandleFunc("GET /report", func(w http.ResponseWriter, r *http.Request) {
					http.Get("http://users/users/1")
				})
				return http.ListenAndServe(":8080", nil)
			}},
		},
	}
	if err := cmd.Run(context.Background(), os.Args); err != nil {
		log.Fatal(err)
	}
}
