// Flags and commands as data: by name, by destination, set by variables. Which command
// runs is in the settings.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

type config struct{ users string }

func newApp() *cli.App {
	var cfg config
	return &cli.App{
		Name: "shop",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "orders", EnvVars: []string{"ORDERS_URL"}, Value: "http://localhost:9000"},
		},
		Before: func(c *cli.Context) error { return nil },
		Commands: []*cli.Command{
			{
				Name: "basket",
				Flags: []cli.Flag{
					&cli.StringFlag{Name: "users-addr", Destination: &cfg.users, Aliases: []string{"u"}},
					&cli.StringSliceFlag{Name: "payments-addr"},
					// Nobody reads this one.
					&cli.StringFlag{Name: "catalog", EnvVars: []string{"USERS_URL"}},
				},
				Action: func(c *cli.Context) error {
					orders, payments := c.String("orders"), c.StringSlice("payments-addr")
					http.HandleFunc("GET /variable", func(w http.ResponseWriter, r *http.Request) {
						http.Get(orders + "/orders/1") // want `GET /variable of urfave2-basket waits for orders GET /orders/\{id\}`
					})
					http.HandleFunc("GET /destination", func(w http.ResponseWriter, r *http.Request) {
						http.Get("http://" + cfg.users + "/users/1") // want `GET /destination of urfave2-basket waits for users GET /users/\{id\}`
					})
					http.HandleFunc("GET /slice", func(w http.ResponseWriter, r *http.Request) {
						http.Post("http://"+payments[0]+"/payments", "application/json", nil) // want `GET /slice of urfave2-basket waits for payments POST /payments`
					})
					return http.ListenAndServe(":8080", nil)
				},
			},
			catalog(),
		},
	}
}

func catalog() *cli.Command {
	return &cli.Command{Name: "catalog", Action: runCatalog, Flags: []cli.Flag{
		&cli.StringFlag{Name: "payments", EnvVars: []string{"PAY", "PAYMENTS_URL"}},
	}}
}

func runCatalog(c *cli.Context) error {
	s := &server{payments: c.String("payments")}
	http.HandleFunc("GET /item", s.item)
	return http.ListenAndServe(":8080", nil)
}

type server struct{ payments string }

func (s *server) item(w http.ResponseWriter, r *http.Request) {
	http.Post(s.payments+"/payments", "application/json", nil) // want `GET /item of urfave2-catalog waits for payments POST /payments`
}

func main() {
	if err := newApp().Run(os.Args); err != nil {
		log.Fatal(err)
	}
}
