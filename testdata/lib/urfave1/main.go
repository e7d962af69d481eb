// Flags and commands as data, of the first version: variables are named in one text.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/urfave/cli"
)

func main() {
	var payments string
	app := cli.NewApp()
	app.Name = "shop"
	app.Flags = []cli.Flag{
		cli.StringFlag{Name: "orders-addr, o", Usage: "where orders are"},
		cli.StringFlag{Name: "pay", EnvVar: "PAY,PAYMENTS_URL", Destination: &payments},
		cli.IntFlag{Name: "port", EnvVar: "SHOP_PORT", Value: 8080},
	}
	app.Commands = []cli.Command{{
		Name: "serve",
		Flags: []cli.Flag{
			cli.StringFlag{Name: "users-addr"},
		},
		Action: func(c *cli.Context) error {
			http.HandleFunc("GET /global", func(w http.ResponseWriter, r *http.Request) {
				http.Get("http://" + c.GlobalString("orders-addr") + "/orders/1") // want `GET /global of urfave1 waits for orders GET /orders/\{id\}`
			})
			http.HandleFunc("GET /own", func(w http.ResponseWriter, r *http.Request) {
				http.Get("http://" + c.String("users-addr") + "/users/1") // want `GET /own of urfave1 waits for users GET /users/\{id\}`
			})
			http.HandleFunc("GET /destination", func(w http.ResponseWriter, r *http.Request) {
				http.Post(payments+"/payments", "application/json", nil) // want `GET /destination of urfave1 waits for payments POST /payments`
			})
			http.HandleFunc("GET /port", func(w http.ResponseWriter, r *http.Request) {
				http.Get(fmt.Sprintf("http://users:%d/users/1", c.GlobalInt("port"))) // want `GET /port of urfave1 waits for users GET /users/\{id\}`
			})
			return http.ListenAndServe(fmt.Sprintf(":%d", c.GlobalInt("port")), nil)
		},
	}, {
		Name: "report",
		Action: func(c *cli.Context) error {
			http.HandleFunc("GET /report", func(w http.ResponseWriter, r *http.Request) { http.Get("http://users/users/1") })
			return http.ListenAndServe(":8080", nil)
		},
	}}
	if err := app.Run(os.Args); err != nil {
		log.Fatal(err)
	}
}
