// Addresses from structs and flags that small libraries fill: go-env, aconfig, ff, and
// go-flags without commands; and from the flags and variables of the standard library.
package main

import (
	"context"
	"flag"
	"log"
	"net/http"
	"os"

	"github.com/Netflix/go-env"
	"github.com/cristalhq/aconfig"
	"github.com/jessevdk/go-flags"
	"github.com/peterbourgon/ff/v3"
	"github.com/sethvargo/go-envconfig"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

type environment struct {
	Orders string `env:"ORDERS_URL,required=true"`
	Extras env.EnvSet
}

func netflix(w http.ResponseWriter, r *http.Request) {
	var e environment
	if _, err := env.UnmarshalFromEnviron(&e); err != nil {
		return
	}
	http.Get(e.Orders + "/orders/1") // want `GET /netflix of smallconfigs waits for orders GET /orders/\{id\}`
}

// netflixSet decodes a set of variables that it made of the environment.
func netflixSet(w http.ResponseWriter, r *http.Request) {
	es, err := env.EnvironToEnvSet(os.Environ())
	if err != nil {
		return
	}
	var e environment
	if err := env.Unmarshal(es, &e); err != nil {
		return
	}
	http.Get(e.Orders + "/orders/1") // want `GET /netflix-set of smallconfigs waits for orders GET /orders/\{id\}`
}

type configuration struct {
	UsersURL string `env:"USERS_URL" default:"http://localhost:1"`
	Orders   struct {
		URL string
	}
	Level string `default:"info"`
}

func loaded(w http.ResponseWriter, r *http.Request) {
	var cfg configuration
	if err := aconfig.LoaderFor(&cfg, aconfig.Config{EnvPrefix: "SHOP"}).Load(); err != nil {
		log.Fatal(err)
	}
	http.Get(cfg.Orders.URL + "/orders/1") // want `GET /aconfig of smallconfigs waits for archive GET /orders/\{id\}`
	w.Write([]byte(cfg.Level))
}

type prefixed struct {
	Address string `env:"URL"`
}

// lookedUp reads variables with a prefix.
func lookedUp(w http.ResponseWriter, r *http.Request) {
	var p prefixed
	err := envconfig.ProcessWith(r.Context(), &envconfig.Config{Target: &p, Lookuper: envconfig.PrefixLookuper("USERS_", envconfig.OsLookuper())})
	if err != nil {
		return
	}
	http.Get(p.Address + "/users/1") // want `GET /prefixed of smallconfigs waits for users GET /users/\{id\}`
}

type options struct {
	Payments string `long:"payments-addr"`
}

func pay(w http.ResponseWriter, r *http.Request) {
	var o options
	flags.ParseArgs(&o, os.Args)
	http.Post(o.Payments+"/payments", "", nil) // want `POST /pay of smallconfigs waits for payments POST /payments`
}

// set gives a key a value of the program's own.
func set(w http.ResponseWriter, r *http.Request) {
	http.Get(viper.GetString("chosen") + "/orders/1") // want `GET /set of smallconfigs waits for orders GET /orders/\{id\}`
}

func run(ctx context.Context, fs *flag.FlagSet, users *string) error {
	if err := ff.Parse(fs, os.Args[1:], ff.WithEnvVarPrefix("SHOP")); err != nil {
		return err
	}
	http.HandleFunc("GET /flags", func(w http.ResponseWriter, r *http.Request) {
		http.Get(*users + "/users/1") // want `GET /flags of smallconfigs waits for users GET /users/\{id\}`
	})
	return http.ListenAndServe(":8080", nil)
}

func main() {
	seeds := pflag.StringSlice("seeds", nil, "What to warm up.")
	pflag.Parse()
	viper.SetConfigName("shop")
	if err := viper.ReadInConfig(); err != nil {
		log.Print(err, *seeds)
	}
	viper.Set("chosen", "http://orders")
	http.HandleFunc("GET /netflix", netflix)
	http.HandleFunc("GET /netflix-set", netflixSet)
	http.HandleFunc("GET /aconfig", loaded)
	http.HandleFunc("GET /prefixed", lookedUp)
	http.HandleFunc("POST /pay", pay)
	http.HandleFunc("GET /set", set)
	fs := flag.NewFlagSet("shop", flag.ContinueOnError)
	run(context.Background(), fs, fs.String("users-addr", "http://localhost:1", "Where users are."))
}
