// A struct that ardanlabs/conf fills: the names of fields make those of variables and
// flags, unless tags say others.
package main

import (
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/ardanlabs/conf/v3"
)

func run() error {
	cfg := struct {
		conf.Version
		Web struct {
			APIHost string `conf:"default:0.0.0.0:3000"`
		}
		Users struct {
			URL string `conf:"default:http://localhost:6000"`
		}
		Auth struct {
			Host    string `conf:"default:http://localhost:6001,env:ORDERS_URL"`
			Charges string `conf:"flag:payments-addr,mask"`
		}
	}{Version: conf.Version{Build: "dev"}}
	help, err := conf.Parse("SHOP", &cfg)
	if err != nil {
		if errors.Is(err, conf.ErrHelpWanted) {
			fmt.Println(help)
			return nil
		}
		return err
	}
	http.HandleFunc("GET /field", func(w http.ResponseWriter, r *http.Request) {
		http.Get(cfg.Users.URL + "/users/1") // want `GET /field of ardanconfs waits for mailer GET /users/\{id\}`
	})
	http.HandleFunc("GET /variable", func(w http.ResponseWriter, r *http.Request) {
		http.Get(cfg.Auth.Host + "/orders/1") // want `GET /variable of ardanconfs waits for archive GET /orders/\{id\}`
	})
	http.HandleFunc("GET /flag", func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://"+cfg.Auth.Charges+"/payments", "application/json", nil) // want `GET /flag of ardanconfs waits for payments POST /payments`
	})
	http.HandleFunc("GET /host", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, cfg.Web.APIHost)
	})
	return http.ListenAndServe(cfg.Web.APIHost, nil)
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}
