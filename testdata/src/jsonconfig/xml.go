package main

import (
	"encoding/gob"
	"encoding/xml"
	"net/http"
	"os"
)

// legacy is what an XML file holds: attributes, and elements below others.
type legacy struct {
	XMLName xml.Name `xml:"config"`
	Stock   struct {
		URL string `xml:"url,attr"`
	} `xml:"services>orders"`
	People string `xml:"users>url"`
}

// snapshot is what another program of the shop left.
type snapshot struct{ Base string }

func others() error {
	data, err := os.ReadFile("shop.xml")
	if err != nil {
		return err
	}
	var whole legacy
	if err := xml.Unmarshal(data, &whole); err != nil {
		return err
	}
	http.HandleFunc("GET /attribute", func(w http.ResponseWriter, r *http.Request) {
		http.Get(whole.Stock.URL + "/orders/1") // want `GET /attribute of jsonconfig waits for orders GET /orders/\{id\}`
	})
	f, err := os.Open("users.xml")
	if err != nil {
		return err
	}
	var read legacy
	if err := xml.NewDecoder(f).Decode(&read); err != nil {
		return err
	}
	http.HandleFunc("GET /below", func(w http.ResponseWriter, r *http.Request) {
		http.Get(read.People + "/users/1") // want `GET /below of jsonconfig waits for users GET /users/\{id\}`
	})
	http.HandleFunc("POST /xml", func(w http.ResponseWriter, r *http.Request) {
		var sent legacy
		if err := xml.NewDecoder(r.Body).Decode(&sent); err != nil {
			return
		}
		http.Get(sent.People + "/users/1")
	})
	http.HandleFunc("POST /gob", func(w http.ResponseWriter, r *http.Request) {
		var sent snapshot
		if err := gob.NewDecoder(r.Body).Decode(&sent); err != nil {
			return
		}
		http.Get("http://users/users/" + sent.Base) // want `POST /gob of jsonconfig waits for users GET /users/\{id\}`
	})
	return nil
}
