// Flags that are read by name, after they were defined elsewhere.
package main

import (
	"flag"
	"log"
	"net/http"

	"github.com/spf13/cobra"
)

var cmd = &cobra.Command{Use: "cobraget", RunE: run}

func init() {
	cmd.Flags().String("payments-addr", "localhost:80", "where payments are")
	cmd.PersistentFlags().StringP("users-addr", "u", "localhost:81", "where users are")
	flag.String("orders-addr", "localhost:82", "where orders are")
}

func run(cmd *cobra.Command, args []string) error {
	payments, err := cmd.Flags().GetString("payments-addr")
	if err != nil {
		return err
	}
	users := cmd.Flag("users-addr").Value.String()
	orders := flag.Lookup("orders-addr").Value.String()
	http.HandleFunc("GET /get", func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://"+payments+"/payments", "application/json", nil) // want `GET /get of cobraget waits for payments POST /payments`
	})
	http.HandleFunc("GET /flag", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://" + users + "/users/1") // want `GET /flag of cobraget waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /lookup", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://" + orders + "/orders/1") // want `GET /lookup of cobraget waits for orders GET /orders/\{id\}`
	})
	return http.ListenAndServe(":8080", nil)
}

func main() {
	if err := cmd.Execute(); err != nil {
		log.Fatal(err)
	}
}
