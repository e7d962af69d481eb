// Addresses from viper: keys, keys below others, structs, defaults, and a viper of
// the program's own.
package main

import (
	"log"
	"net/http"
	"strings"

	"github.com/spf13/viper"
)

// Config is what the file holds.
type Config struct {
	Services struct {
		Orders struct {
			URL string `mapstructure:"url"`
		} `mapstructure:"orders"`
	} `mapstructure:"services"`
}

func main() {
	viper.SetConfigName("shop")
	viper.AddConfigPath("/etc/shop")
	viper.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	viper.AutomaticEnv()
	viper.SetDefault("payments.url", "http://localhost:9001")
	if err := viper.ReadInConfig(); err != nil {
		log.Fatal(err)
	}
	var c Config
	if err := viper.Unmarshal(&c); err != nil {
		log.Fatal(err)
	}
	own := viper.New()
	own.SetConfigFile("/etc/shop/users.toml")
	if err := own.ReadInConfig(); err != nil {
		log.Fatal(err)
	}
	var orders struct{ URL string }
	if err := viper.UnmarshalKey("services.orders", &orders); err != nil {
		log.Fatal(err)
	}
	users := own.GetString("users.url")
	http.HandleFunc("GET /key", func(w http.ResponseWriter, r *http.Request) {
		http.Get(viper.GetString("services.orders.url") + "/orders/1") // want `GET /key of vipers waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /own", func(w http.ResponseWriter, r *http.Request) {
		http.Get(users + "/users/1") // want `GET /own of vipers waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /default", func(w http.ResponseWriter, r *http.Request) {
		http.Post(viper.GetString("payments.url")+"/payments", "application/json", nil) // want `GET /default of vipers waits for payments POST /payments`
	})
	http.HandleFunc("GET /struct", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.Services.Orders.URL + "/orders/1") // want `GET /struct of vipers waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /unmarshalled", func(w http.ResponseWriter, r *http.Request) {
		http.Get(orders.URL + "/orders/1") // want `GET /unmarshalled of vipers waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /sub", func(w http.ResponseWriter, r *http.Request) {
		http.Get(viper.Sub("services").GetString("orders.url") + "/orders/1") // want `GET /sub of vipers waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /untyped", func(w http.ResponseWriter, r *http.Request) {
		url, _ := viper.Get("users.url").(string)
		http.Get(url + "/users/1") // want `GET /untyped of vipers waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /map", func(w http.ResponseWriter, r *http.Request) {
		http.Get(viper.GetStringMapString("users")["url"] + "/users/1") // want `GET /map of vipers waits for users GET /users/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
