package main

import (
	"net/http"
	"os"

	"github.com/BurntSushi/toml"
	ghodss "github.com/ghodss/yaml"
	goccy "github.com/goccy/go-yaml"
)

// places is what the other formats hold, under names that say nothing of the services.
type places struct {
	First struct {
		At string `toml:"url" json:"url"`
	} `toml:"users" json:"users"`
	Second struct {
		At string `toml:"url" json:"link"`
	} `toml:"payments" json:"payments"`
}

// peers is what goccy/go-yaml decodes into.
type peers struct {
	First struct {
		At string `yaml:"url"`
	} `yaml:"payments"`
}

// asJSON is what ghodss/yaml decodes into: YAML by the tags of JSON.
type asJSON places

func others() error {
	data, err := os.ReadFile("shop.conf")
	if err != nil {
		return err
	}
	var j asJSON
	if err := ghodss.Unmarshal(data, &j); err != nil {
		return err
	}
	var text, file, embedded, stream places
	if _, err := toml.Decode(string(data), &text); err != nil {
		return err
	}
	if _, err := toml.DecodeFile("shop.toml", &file); err != nil {
		return err
	}
	if _, err := toml.DecodeFS(os.DirFS("."), "shop.toml", &embedded); err != nil {
		return err
	}
	f, err := os.Open("shop.conf")
	if err != nil {
		return err
	}
	if _, err := toml.NewDecoder(f).Decode(&stream); err != nil {
		return err
	}
	var decoded peers
	if err := goccy.NewDecoder(f).Decode(&decoded); err != nil {
		return err
	}
	http.HandleFunc("GET /ghodss", func(w http.ResponseWriter, r *http.Request) {
		http.Get(j.First.At + "/users/1") // want `GET /ghodss of yamls waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /toml", func(w http.ResponseWriter, r *http.Request) {
		http.Post(text.Second.At+"/payments", "", nil) // want `GET /toml of yamls waits for payments POST /payments`
	})
	http.HandleFunc("GET /toml-file", func(w http.ResponseWriter, r *http.Request) {
		http.Get(file.First.At + "/users/1") // want `GET /toml-file of yamls waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /toml-fs", func(w http.ResponseWriter, r *http.Request) {
		http.Get(embedded.First.At + "/users/1") // want `GET /toml-fs of yamls waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /toml-stream", func(w http.ResponseWriter, r *http.Request) {
		http.Post(stream.Second.At+"/payments", "", nil) // want `GET /toml-stream of yamls waits for payments POST /payments`
	})
	http.HandleFunc("GET /goccy", func(w http.ResponseWriter, r *http.Request) {
		http.Post(decoded.First.At+"/payments", "", nil) // want `GET /goccy of yamls waits for payments POST /payments`
	})
	http.HandleFunc("POST /sent", func(w http.ResponseWriter, r *http.Request) {
		var sent places
		if _, err := toml.NewDecoder(r.Body).Decode(&sent); err != nil {
			return
		}
		http.Get(sent.First.At + "/users/1")
	})
	return nil
}
