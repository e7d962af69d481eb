// Configuration of which tags, variables, flags and defaults say more: in structs, below
// keys, behind an interface of the program's own.
package main

import (
	"log"
	"net/http"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/viper"
)

// Config has other names than the file.
type Config struct {
	Backends struct {
		Ledger peer `mapstructure:"orders"`
		// Orders is not what the file calls so.
		Orders peer `mapstructure:"profiles"`
	} `mapstructure:"services"`
	Charges *peer           `mapstructure:"payments"`
	Peers   map[string]peer `mapstructure:"peers"`
	Base    `mapstructure:",squash"`
}

// Base stands in place of its name.
type Base struct {
	Accounts peer `mapstructure:"accounts"`
}

type peer struct {
	Addr string `mapstructure:"url"`
}

type source interface {
	GetString(string) string
	Below(string) source
}

type viperSource struct{ v *viper.Viper }

func (s viperSource) GetString(key string) string { return s.v.GetString(key) }
func (s viperSource) Below(key string) source     { return viperSource{s.v.Sub(key)} }

func main() {
	var c Config
	root := &cobra.Command{Use: "shop"}
	root.PersistentFlags().String("orders-addr", "localhost:9000", "where orders are")
	viper.BindPFlag("ledger", root.PersistentFlags().Lookup("orders-addr"))
	viper.BindEnv("charges", "PAYMENTS_URL")
	viper.BindEnv("accounts.url", "USERS_URL")
	viper.SetEnvPrefix("shop")
	viper.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	viper.AutomaticEnv()
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if err := viper.Unmarshal(&c); err != nil {
			return err
		}
		var keys source = viperSource{viper.GetViper()}
		handle(&c, keys)
		return http.ListenAndServe(":8080", nil)
	}
	if err := root.Execute(); err != nil {
		log.Fatal(err)
	}
}

func handle(c *Config, keys source) {
	http.HandleFunc("GET /tags", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Backends.Ledger.Addr + "/orders/1") // want `GET /tags of viperbinds waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /misnamed", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Backends.Orders.Addr + "/users/1") // want `GET /misnamed of viperbinds waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /pointer", func(w http.ResponseWriter, r *http.Request) {
		http.Post(c.Charges.Addr+"/payments", "application/json", nil) // want `GET /pointer of viperbinds waits for payments POST /payments`
	})
	http.HandleFunc("GET /bound", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Accounts.Addr + "/users/1") // want `GET /bound of viperbinds waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /map", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Peers["users"].Addr + "/users/1") // want `GET /map of viperbinds waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /flag", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://" + viper.GetString("ledger") + "/orders/1") // want `GET /flag of viperbinds waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /variable", func(w http.ResponseWriter, r *http.Request) {
		http.Post(viper.GetString("charges")+"/payments", "application/json", nil) // want `GET /variable of viperbinds waits for payments POST /payments`
	})
	http.HandleFunc("GET /automatic", func(w http.ResponseWriter, r *http.Request) {
		http.Post(viper.GetString("mail.url")+"/payments", "application/json", nil) // want `GET /automatic of viperbinds waits for mailer POST /payments`
	})
	http.HandleFunc("GET /behind", func(w http.ResponseWriter, r *http.Request) {
		http.Get(keys.Below("services").GetString("orders.url") + "/orders/1") // want `GET /behind of viperbinds waits for orders GET /orders/\{id\}`
	})
}
