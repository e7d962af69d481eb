// Ways in which one binary picks the service that it is: each root is deployed as basket
// and must serve nothing of the others.
package main

import (
	"errors"
	"flag"
	"net/http"
	"os"
	"slices"
	"strings"
)

func get(url string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Get(url) } // want `GET /own of oneofmany-bymodule waits for users`
}

func basket() error {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /basket", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `POST /basket of oneofmany-bycontinue waits` `POST /basket of oneofmany-byfind waits` `POST /basket of oneofmany-byflag waits` `POST /basket of oneofmany-byindex waits` `POST /basket of oneofmany-bylist waits` `POST /basket of oneofmany-bymap waits` `POST /basket of oneofmany-bymethod waits` `POST /basket of oneofmany-byvariable waits`
	})
	return http.ListenAndServe(":8080", mux)
}

func pricing() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /price/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/" + r.PathValue("id"))
	})
	return http.ListenAndServe(":8081", mux)
}

type command struct {
	name string
	run  func() error
}

var commands = []*command{{"basket", basket}, {"pricing", pricing}}

func find(name string) (*command, error) {
	for _, c := range commands {
		if c.name == name {
			return c, nil
		}
	}
	return nil, errors.New("no service " + name)
}

// ByFind has a helper look the command up.
func ByFind() {
	c, err := find(os.Getenv("SERVICE"))
	if err != nil {
		os.Exit(2)
	}
	c.run()
}

// ByVariable keeps what it has found.
func ByVariable() {
	var found *command
	for _, c := range commands {
		if strings.EqualFold(c.name, os.Getenv("SERVICE")) {
			found = c
			break
		}
	}
	if found != nil {
		found.run()
	}
}

// ByContinue skips the others.
func ByContinue() {
	for _, c := range commands {
		if c.name != os.Getenv("SERVICE") {
			continue
		}
		c.run()
	}
}

// ByIndex asks package slices.
func ByIndex() {
	i := slices.IndexFunc(commands, func(c *command) bool { return c.name == os.Getenv("SERVICE") })
	if i >= 0 {
		commands[i].run()
	}
}

// service is what says itself what it is called.
type service interface {
	Name() string
	Run() error
}

type basketService struct{}

func (basketService) Name() string { return "basket" }
func (basketService) Run() error   { return basket() }

type pricingService struct{}

func (pricingService) Name() string { return "pricing" }
func (pricingService) Run() error   { return pricing() }

var services []service

func init() { services = append(services, basketService{}) }
func init() { services = append(services, pricingService{}) }

// ByMethod asks each service.
func ByMethod() {
	for _, s := range services {
		if s.Name() == os.Getenv("SERVICE") {
			s.Run()
		}
	}
}

var byName = map[string]func() error{}

func init() { byName["basket"] = basket }
func init() { byName["pricing"] = pricing }

// ByMap looks up a map.
func ByMap() {
	if run, ok := byName[os.Getenv("SERVICE")]; ok {
		run()
	}
}

// ByFlag switches on a flag.
func ByFlag() {
	name := flag.String("service", "pricing", "")
	flag.Parse()
	switch *name {
	case "basket":
		basket()
	case "pricing":
		pricing()
	}
}

// ByList runs all that a setting lists.
func ByList() {
	for _, name := range strings.Split(os.Getenv("SERVICE"), ",") {
		if run := byName[name]; run != nil {
			run()
		}
	}
}

// ByModule registers only what is switched on.
func ByModule() {
	mux := http.NewServeMux()
	modules := []struct {
		on       bool
		register func(*http.ServeMux)
	}{
		{os.Getenv("SERVICE") == "basket", func(mux *http.ServeMux) { mux.HandleFunc("GET /own", get("http://users/users/2")) }},
		{os.Getenv("SERVICE") == "pricing", func(mux *http.ServeMux) { mux.HandleFunc("GET /not", get("http://orders/orders/2")) }},
	}
	for _, m := range modules {
		if m.on {
			m.register(mux)
		}
	}
	http.ListenAndServe(":8080", mux)
}

func main() {}
